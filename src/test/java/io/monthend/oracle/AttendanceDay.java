package io.monthend.oracle;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What became of one rostered shift (B2–B5). */
record AttendanceDay(
    Shift shift,
    @Nullable LocalDateTime in,
    @Nullable LocalDateTime out,
    int lateMinutes,
    int earlyMinutes,
    int leaveHalves,
    int absentHalves,
    String missing) {

  /** From the punches matched to the shift, in time order, and the halves on leave. */
  static AttendanceDay judge(Shift shift, List<LocalDateTime> punches, Set<HalfShift> onLeave) {
    boolean firstOff = onLeave.contains(new HalfShift(shift.date(), true));
    boolean secondOff = onLeave.contains(new HalfShift(shift.date(), false));
    int leaveHalves = (firstOff ? 1 : 0) + (secondOff ? 1 : 0);
    if (leaveHalves == 2) {
      return new AttendanceDay(shift, null, null, 0, 0, 2, 0, "");
    }
    if (punches.isEmpty()) {
      return new AttendanceDay(shift, null, null, 0, 0, leaveHalves, 2 - leaveHalves, "");
    }
    LocalDateTime dueStart = firstOff ? shift.secondHalfStart() : shift.start();
    LocalDateTime dueEnd = secondOff ? shift.firstHalfEnd() : shift.end();
    return present(shift, punches, dueStart, dueEnd, leaveHalves);
  }

  private static AttendanceDay present(
      Shift shift,
      List<LocalDateTime> punches,
      LocalDateTime dueStart,
      LocalDateTime dueEnd,
      int leaveHalves) {
    LocalDateTime first = punches.getFirst();
    LocalDateTime last = punches.getLast();
    boolean single = ChronoUnit.MINUTES.between(first, last) < 2;
    boolean nearerToStart = distance(first, dueStart) <= distance(first, dueEnd);
    LocalDateTime in = single && !nearerToStart ? null : first;
    LocalDateTime out = single && nearerToStart ? null : last;
    int late = in == null ? 0 : minutesOneByOne(dueStart, in);
    int early = out == null ? 0 : minutesOneByOne(out, dueEnd);
    String missing = in == null ? "IN" : out == null ? "OUT" : "";
    return new AttendanceDay(shift, in, out, late, early, leaveHalves, 0, missing);
  }

  static long distance(LocalDateTime a, LocalDateTime b) {
    return Math.abs(ChronoUnit.MINUTES.between(a, b));
  }

  private static int minutesOneByOne(LocalDateTime from, LocalDateTime to) {
    int minutes = 0;
    for (LocalDateTime at = from; at.isBefore(to); at = at.plusMinutes(1)) {
      minutes++;
    }
    return minutes;
  }
}
