package io.monthend.attendance;

import io.monthend.attendance.AttendanceDay.MissingPunch;
import io.monthend.kernel.PayMonth;
import io.monthend.leave.Half;
import io.monthend.leave.Leave;
import io.monthend.roster.ShiftTimes;
import io.monthend.rulebook.AttendancePolicy;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person's attendance in a month.
 *
 * @param days one for each rostered shift of the month, by date
 * @param unrostered punches of the month that belong to no shift (B7), ascending
 */
public record Attendance(List<AttendanceDay> days, List<LocalDateTime> unrostered) {

  public Attendance {
    days = List.copyOf(days);
    unrostered = List.copyOf(unrostered);
  }

  /**
   * Derives the attendance.
   *
   * @param shifts all shifts known, also the neighbours outside the month, by date
   * @param punches all punches known, at whole minutes, ascending
   * @param leaves the approved leaves
   */
  public static Attendance of(
      PayMonth month,
      List<ShiftTimes> shifts,
      List<LocalDateTime> punches,
      List<Leave> leaves,
      AttendancePolicy policy) {
    PunchMatch match = PunchMatch.of(shifts, punches, policy);
    List<AttendanceDay> days = new ArrayList<>(31);
    for (int i = 0; i < shifts.size(); i++) {
      ShiftTimes shift = shifts.get(i);
      if (month.contains(shift.date())) {
        days.add(judge(shift, match.punchesOf(i), leaves, policy));
      }
    }
    List<LocalDateTime> unrostered =
        match.unrostered().stream()
            .filter(punch -> month.contains(punch.toLocalDate()))
            .distinct()
            .toList();
    return new Attendance(days, unrostered);
  }

  private static AttendanceDay judge(
      ShiftTimes shift, List<LocalDateTime> punches, List<Leave> leaves, AttendancePolicy policy) {
    boolean amOnLeave = isOnLeave(shift, Half.AM, leaves);
    boolean pmOnLeave = isOnLeave(shift, Half.PM, leaves);
    int leaveHalves = (amOnLeave ? 1 : 0) + (pmOnLeave ? 1 : 0);
    if (leaveHalves == 2) {
      return new AttendanceDay(shift.date(), shift.shift(), null, null, 0, 0, 2, 0, null);
    }
    if (punches.isEmpty()) {
      int absentHalves = 2 - leaveHalves;
      return new AttendanceDay(
          shift.date(), shift.shift(), null, null, 0, 0, leaveHalves, absentHalves, null);
    }
    LocalDateTime dueStart = amOnLeave ? shift.secondHalfStart() : shift.start();
    LocalDateTime dueEnd = pmOnLeave ? shift.firstHalfEnd() : shift.end();
    Stay stay = Stay.of(punches, dueStart, dueEnd, policy);
    return stay.judged(shift, leaveHalves, dueStart, dueEnd, policy);
  }

  private static boolean isOnLeave(ShiftTimes shift, Half half, List<Leave> leaves) {
    for (Leave leave : leaves) {
      if (leave.covers(shift.date(), half)) {
        return true;
      }
    }
    return false;
  }

  /** When a person came and went, as far as the punches tell; at least one side is known. */
  private record Stay(@Nullable LocalDateTime in, @Nullable LocalDateTime out) {

    /** First punch in, last punch out; punches too near to each other are one (B1, B2). */
    static Stay of(
        List<LocalDateTime> punches,
        LocalDateTime dueStart,
        LocalDateTime dueEnd,
        AttendancePolicy policy) {
      LocalDateTime first = punches.getFirst();
      LocalDateTime last = punches.getLast();
      if (minutes(first, last) >= policy.onePunchBelow().minutes() && first.isBefore(last)) {
        return new Stay(first, last);
      }
      long fromStart = Math.abs(minutes(dueStart, first));
      long fromEnd = Math.abs(minutes(dueEnd, first));
      return fromStart <= fromEnd ? new Stay(first, null) : new Stay(null, last);
    }

    AttendanceDay judged(
        ShiftTimes shift,
        int leaveHalves,
        LocalDateTime dueStart,
        LocalDateTime dueEnd,
        AttendancePolicy policy) {
      int late = in == null ? 0 : beyondGrace(minutes(dueStart, in), policy);
      int early = out == null ? 0 : beyondGrace(minutes(out, dueEnd), policy);
      MissingPunch missing = in == null ? MissingPunch.IN : out == null ? MissingPunch.OUT : null;
      boolean halfAbsent =
          isLateAsAbsence(late, policy)
              || (missing != null
                  && policy.missingPunch().choice() == AttendancePolicy.MissingPunch.HALF_ABSENCE);
      return new AttendanceDay(
          shift.date(),
          shift.shift(),
          in,
          out,
          late,
          early,
          leaveHalves,
          halfAbsent ? 1 : 0,
          missing);
    }

    private static int beyondGrace(long minutes, AttendancePolicy policy) {
      return minutes > policy.grace().minutes() ? Math.toIntExact(minutes) : 0;
    }

    private static long minutes(LocalDateTime from, LocalDateTime to) {
      return ChronoUnit.MINUTES.between(from, to);
    }
  }

  /** Whether so much lateness is half a day's absence instead (B4). */
  public static boolean isLateAsAbsence(int lateMinutes, AttendancePolicy policy) {
    Integer from = policy.lateIsHalfAbsenceFrom().minutes();
    return from != null && lateMinutes >= from && lateMinutes > 0;
  }
}
