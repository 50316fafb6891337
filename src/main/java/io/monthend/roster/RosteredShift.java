package io.monthend.roster;

import io.monthend.rulebook.WorkingTime;
import io.monthend.rulebook.WorkingTime.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One shift of one person, on the date it starts (A3).
 *
 * @param shift the code of the shift in the rule book
 */
public record RosteredShift(LocalDate date, String shift) {

  /** The clock times of this shift; empty where the rule book has no hours for it on that date. */
  public Optional<ShiftTimes> times(WorkingTime workingTime) {
    List<Period> periods = workingTime.periodsOf(shift, date);
    return periods.isEmpty() ? Optional.empty() : Optional.of(ShiftTimes.of(date, shift, periods));
  }
}
