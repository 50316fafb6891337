package io.monthend.kernel;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

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

  /** The number of the leave it is, or of which it is a date. */
  public Optional<String> leaveNo() {
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
