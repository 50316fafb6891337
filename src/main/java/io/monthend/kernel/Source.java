package io.monthend.kernel;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The fact a figure comes from, in the form of the file contract: {@code incident:I001}. */
public record Source(String text) implements Comparable<Source> {

  public static final Source EMPLOYMENT = new Source("employment");
  public static final Source MONTH = new Source("month");
  public static final Source KEY_FIGURES = new Source("kpi");
  public static final Source BONUS_SET = new Source("bonus");
  public static final Source BONUS_MINIMUM = new Source("minimum");
  public static final Source DEDUCTION_LIMIT = new Source("limit:deductions");
  public static final Source MINIMUM_WAGE = new Source("limit:minimum-wage");
  public static final Source NONE = new Source("");

  private static final String LEAVE = "leave:";
  private static final Pattern CORRECTED = Pattern.compile("(\\d{4}-\\d{2}):([A-Z_]+):(.*)");

  public static Source incident(String incidentNo) {
    return new Source("incident:" + incidentNo);
  }

  public static Source punchIn(LocalDate shiftDate) {
    return new Source("punch-in:" + shiftDate);
  }

  public static Source punchOut(LocalDate shiftDate) {
    return new Source("punch-out:" + shiftDate);
  }

  public static Source roster(LocalDate shiftDate) {
    return new Source("roster:" + shiftDate);
  }

  /** A punch at a whole minute; the contract writes the seconds. */
  public static Source punch(LocalDateTime minute) {
    return new Source("punch:" + minute + ":00");
  }

  public static Source leave(String leaveNo) {
    return new Source(LEAVE + leaveNo);
  }

  public static Source leaveOn(String leaveNo, LocalDate date) {
    return new Source(LEAVE + leaveNo + "@" + date);
  }

  public static Source exam(LocalDate date) {
    return new Source("exam:" + date);
  }

  public static Source score(int score) {
    return new Source("score:" + score);
  }

  public static Source payment(LocalDate date, String code) {
    return new Source("payment:" + date + ":" + code);
  }

  public static Source notice(LocalDate date) {
    return new Source("notice:" + date);
  }

  public static Source lastDay(LocalDate date) {
    return new Source("last-day:" + date);
  }

  /** A line of an earlier month's slip: {@code 2026-09:FINE:leave:L005@2026-09-07}. */
  public static Source corrected(PayMonth month, String code, Source source) {
    return new Source(month + ":" + code + ":" + source);
  }

  /** The line it corrects; empty if it is none of an earlier month. */
  public Optional<Corrected> corrected() {
    return Optional.of(CORRECTED.matcher(text))
        .filter(Matcher::matches)
        .map(found ->
            new Corrected(PayMonth.of(found.group(1)), found.group(2), new Source(found.group(3))));
  }

  /**
   * A line of an earlier month.
   *
   * @param code of a pay-slip line
   */
  public record Corrected(PayMonth month, String code, Source source) {}

  /** The number of the leave it is, or of which it is a date, also in an earlier month. */
  public Optional<String> leaveNo() {
    Optional<Corrected> earlier = corrected();
    if (earlier.isPresent()) {
      return earlier.get().source().leaveNo();
    }
    if (!text.startsWith(LEAVE)) {
      return Optional.empty();
    }
    int at = text.lastIndexOf('@');
    return Optional.of(text.substring(LEAVE.length(), at < 0 ? text.length() : at));
  }

  @Override
  public int compareTo(Source other) {
    return CodePointOrder.compareTexts(text, other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
