package io.monthend.rulebook;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonCreator.Mode;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.monthend.kernel.PayMonth;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Section A: seasons, shifts and the days that count. */
public record WorkingTime(
    Setting.Choice<DayOfWeek> weeklyRestDay,
    Setting.Choice<StandardDays> standardDays,
    Season summer,
    Map<String, ShiftHours> shifts,
    Setting.Minutes atPostBefore,
    Setting.Hours longestWork,
    Setting.CalendarDays rosterBeforeHoliday,
    Setting.DayOfMonth attendanceReportDay) {

  public WorkingTime {
    shifts = Map.copyOf(shifts);
    if (shifts.isEmpty()) {
      throw new IllegalArgumentException("it has no shifts; add at least one");
    }
    shifts.keySet().forEach(WorkingTime::checkCode);
  }

  private static void checkCode(String code) {
    if (!code.matches("[A-Z][A-Z0-9]{0,3}")) {
      throw new IllegalArgumentException(
          "shift " + code + " needs a code of 1 to 4 capital letters or digits, a letter first");
    }
  }

  /** How the standard days of a month are counted (A5). */
  public enum StandardDays {
    @JsonProperty("calendar-less-rest-days")
    CALENDAR_LESS_REST_DAYS,
    @JsonProperty("calendar")
    CALENDAR
  }

  /** The standard days of a month, by which a monthly base becomes daily pay (A5). */
  public int standardDaysOf(PayMonth month) {
    return standardDaysBetween(month.first(), month.last());
  }

  /** The standard days from one date to another, both included (A5). */
  public int standardDaysBetween(LocalDate first, LocalDate last) {
    int days = 0;
    for (LocalDate date = first; !date.isAfter(last); date = date.plusDays(1)) {
      boolean counts =
          standardDays.choice() == StandardDays.CALENDAR
              || date.getDayOfWeek() != weeklyRestDay.choice();
      days += counts ? 1 : 0;
    }
    return days;
  }

  /**
   * The working periods of a shift that starts on the date, first to last; empty for an unknown
   * code.
   */
  public List<Period> periodsOf(String shift, LocalDate date) {
    ShiftHours hours = shifts.get(shift);
    if (hours == null) {
      return List.of();
    }
    return summer.contains(date) ? hours.summer() : hours.winter();
  }

  /** The part of the year with summer hours, by month and day, both included (A2). */
  public record Season(MonthDay from, MonthDay to, String rule) {

    boolean contains(LocalDate date) {
      MonthDay day = MonthDay.from(date);
      boolean afterStart = !day.isBefore(from);
      boolean beforeEnd = !day.isAfter(to);
      return from.isAfter(to) ? afterStart || beforeEnd : afterStart && beforeEnd;
    }
  }

  /**
   * The hours of one shift in each season; an empty season means that the shift is not worked then.
   */
  public record ShiftHours(List<Period> summer, List<Period> winter, String rule) {

    public ShiftHours {
      summer = checked(summer);
      winter = checked(winter);
    }

    private static List<Period> checked(List<Period> periods) {
      if (periods.size() > 2) {
        throw new IllegalArgumentException(
            "a shift has %s periods; give one, or two with a break between"
                .formatted(periods.size()));
      }
      if (periods.size() == 2 && !periods.get(0).to().isBefore(periods.get(1).from())) {
        throw new IllegalArgumentException(
            "%s does not begin after %s ends; put the break between them"
                .formatted(periods.get(1), periods.get(0)));
      }
      return List.copyOf(periods);
    }
  }

  /** Work without a break; one that ends at or before its start ends the next day. */
  public record Period(LocalTime from, LocalTime to) {

    private static final String TIME = "((?:[01]\\d|2[0-3]):[0-5]\\d)";
    private static final Pattern FORM = Pattern.compile(TIME + "-" + TIME);

    @JsonCreator(mode = Mode.DELEGATING)
    static Period of(String text) {
      Matcher matcher = FORM.matcher(text);
      if (!matcher.matches()) {
        throw new IllegalArgumentException("'" + text + "' is not a period like 09:00-12:00");
      }
      return new Period(LocalTime.parse(matcher.group(1)), LocalTime.parse(matcher.group(2)));
    }

    public boolean endsNextDay() {
      return !to.isAfter(from);
    }

    /** Its length, at most 24 hours. */
    public Duration length() {
      Duration sameDay = Duration.between(from, to);
      return endsNextDay() ? sameDay.plusDays(1) : sameDay;
    }

    @Override
    public String toString() {
      return from + "-" + to;
    }
  }
}
