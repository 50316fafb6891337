package io.monthend.attendance;

import io.monthend.roster.ShiftTimes;
import io.monthend.rulebook.AttendancePolicy;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Which punch belongs to which shift (B1), and which to none (B7). */
final class PunchMatch {

  private final List<List<LocalDateTime>> byShift;
  private final List<LocalDateTime> unrostered = new ArrayList<>();

  private PunchMatch(int shifts) {
    byShift =
        Stream.generate(() -> (List<LocalDateTime>) new ArrayList<LocalDateTime>(2))
            .limit(shifts)
            .toList();
  }

  /** Both lists ascend; the shifts do not overlap (A6). */
  static PunchMatch of(
      List<ShiftTimes> shifts, List<LocalDateTime> punches, AttendancePolicy policy) {
    PunchMatch match = new PunchMatch(shifts.size());
    int first = 0;
    for (LocalDateTime punch : punches) {
      while (first < shifts.size() && isAfterWindow(punch, shifts.get(first), policy)) {
        first++;
      }
      int nearest = nearest(shifts, first, punch, policy);
      (nearest < 0 ? match.unrostered : match.byShift.get(nearest)).add(punch);
    }
    return match;
  }

  /** The matched punches of the shift at that index, ascending. */
  List<LocalDateTime> punchesOf(int shift) {
    return byShift.get(shift);
  }

  List<LocalDateTime> unrostered() {
    return unrostered;
  }

  /** The index of the shift it belongs to, the earlier one on a tie; -1 = none. */
  private static int nearest(
      List<ShiftTimes> shifts, int first, LocalDateTime punch, AttendancePolicy policy) {
    int nearest = -1;
    long least = Long.MAX_VALUE;
    for (int i = first; i < shifts.size() && isWithinOrAfter(punch, shifts.get(i), policy); i++) {
      long distance = distance(punch, shifts.get(i));
      if (distance < least) {
        nearest = i;
        least = distance;
      }
    }
    return nearest;
  }

  private static boolean isAfterWindow(
      LocalDateTime punch, ShiftTimes shift, AttendancePolicy policy) {
    return punch.isAfter(shift.end().plusMinutes(policy.punchAfterEnd().minutes()));
  }

  private static boolean isWithinOrAfter(
      LocalDateTime punch, ShiftTimes shift, AttendancePolicy policy) {
    return !punch.isBefore(shift.start().minusMinutes(policy.punchBeforeStart().minutes()));
  }

  private static long distance(LocalDateTime punch, ShiftTimes shift) {
    return Math.min(
        Math.abs(ChronoUnit.MINUTES.between(shift.start(), punch)),
        Math.abs(ChronoUnit.MINUTES.between(shift.end(), punch)));
  }
}
