package io.monthend.roster;

import io.monthend.rulebook.WorkingTime;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Which rosters break A6: too long without a break, or no rest between two shifts. */
final class RestRule {

  /**
   * Two shifts of neighbouring days without a rest between them.
   *
   * @param date of the later one
   */
  record Clash(LocalDate date, String earlier, String later) {}

  private final WorkingTime workingTime;
  private final List<String> shifts;

  RestRule(WorkingTime workingTime) {
    this.workingTime = workingTime;
    this.shifts = workingTime.shifts().keySet().stream().sorted().toList();
  }

  /** The pairs of shifts that overlap or touch, for each date of the later one. */
  List<Clash> clashes(List<LocalDate> dates) {
    List<Clash> clashes = new ArrayList<>();
    for (LocalDate date : dates) {
      for (String earlier : shifts) {
        for (String later : shifts) {
          if (clash(date, earlier, later)) {
            clashes.add(new Clash(date, earlier, later));
          }
        }
      }
    }
    return clashes;
  }

  private boolean clash(LocalDate date, String earlier, String later) {
    return new RosteredShift(date.minusDays(1), earlier)
        .times(workingTime)
        .flatMap(before ->
            new RosteredShift(date, later)
                .times(workingTime)
                .map(after -> !before.leavesRestBefore(after)))
        .orElse(false);
  }

  /** The shifts with a period longer than anyone works on end, for each date. */
  List<RosteredShift> tooLong(List<LocalDate> dates) {
    Duration longest = Duration.ofHours(workingTime.longestWork().hours());
    return dates.stream()
        .flatMap(date -> shifts.stream().map(shift -> new RosteredShift(date, shift)))
        .filter(shift ->
            workingTime.periodsOf(shift.shift(), shift.date()).stream()
                .anyMatch(period -> period.length().compareTo(longest) > 0))
        .toList();
  }
}
