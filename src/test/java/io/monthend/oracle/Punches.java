package io.monthend.oracle;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One person's punches, each cut to its minute, and the shift each belongs to (B1, B7). */
final class Punches {

  private final TreeSet<LocalDateTime> times = new TreeSet<>();
  private final List<Shift> roster;

  Punches(List<Row> rows, List<Shift> roster) {
    for (Row row : rows) {
      times.add(LocalDateTime.parse(row.text("at")).truncatedTo(ChronoUnit.MINUTES));
    }
    this.roster = roster;
  }

  List<LocalDateTime> of(Shift shift) {
    List<LocalDateTime> matched = new ArrayList<>();
    for (LocalDateTime time : times) {
      if (shift.equals(shiftOf(time))) {
        matched.add(time);
      }
    }
    return matched;
  }

  List<LocalDateTime> ofNoShift() {
    List<LocalDateTime> left = new ArrayList<>();
    for (LocalDateTime time : times) {
      if (shiftOf(time) == null) {
        left.add(time);
      }
    }
    return left;
  }

  private @Nullable Shift shiftOf(LocalDateTime time) {
    Shift best = null;
    for (Shift shift : roster) {
      boolean couldTakeIt =
          !time.isBefore(shift.start().minusHours(4)) && !time.isAfter(shift.end().plusHours(4));
      if (couldTakeIt && (best == null || isNearer(time, shift, best))) {
        best = shift;
      }
    }
    return best;
  }

  private static boolean isNearer(LocalDateTime time, Shift shift, Shift other) {
    long here = nearness(time, shift);
    long there = nearness(time, other);
    return here < there || (here == there && shift.start().isBefore(other.start()));
  }

  private static long nearness(LocalDateTime time, Shift shift) {
    return Math.min(
        AttendanceDay.distance(time, shift.start()), AttendanceDay.distance(time, shift.end()));
  }
}
