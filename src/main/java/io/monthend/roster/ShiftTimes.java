package io.monthend.roster;

import io.monthend.rulebook.WorkingTime.Period;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/**
 * The clock times of a rostered shift: its first half ends at the break and its second begins after
 * it; without a break both meet at the midpoint (B5).
 */
public record ShiftTimes(
    LocalDate date,
    String shift,
    LocalDateTime start,
    LocalDateTime firstHalfEnd,
    LocalDateTime secondHalfStart,
    LocalDateTime end) {

  static ShiftTimes of(LocalDate date, String shift, List<Period> periods) {
    Period first = periods.getFirst();
    LocalDateTime start = date.atTime(first.from());
    LocalDateTime firstEnd = start.plus(first.length());
    if (periods.size() == 1) {
      LocalDateTime middle = start.plusMinutes(first.length().toMinutes() / 2);
      return new ShiftTimes(date, shift, start, middle, middle, firstEnd);
    }
    Period second = periods.get(1);
    Duration pause = Duration.between(first.to(), second.from());
    LocalDateTime secondStart = firstEnd.plus(pause);
    return new ShiftTimes(
        date, shift, start, firstEnd, secondStart, secondStart.plus(second.length()));
  }

  /** Whether the other shift, which starts later, leaves a rest between the two (A6). */
  boolean leavesRestBefore(ShiftTimes next) {
    return end.isBefore(next.start);
  }
}
