package io.monthend.leave;

import io.monthend.kernel.PayMonth;
import io.monthend.roster.RosterBook;
import io.monthend.roster.RosteredShift;
import io.monthend.rulebook.WorkingTime;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The shifts a leave is counted on: the roster's, and where a month has none yet every day but its
 * Sundays (A1).
 */
@Component
class LeaveDays {

  /**
   * Shifts of whole months.
   *
   * @param isKnown whether every month has a roster
   */
  record Shifts(List<RosteredShift> shifts, boolean isKnown) {

    Shifts {
      shifts = List.copyOf(shifts);
    }

    /** The half shifts of these that a leave takes. */
    int halves(Leave leave) {
      return shifts.stream().mapToInt(shift -> leave.halvesOn(shift.date())).sum();
    }
  }

  /** Half days as days: {@code 2.5}. */
  static String inDays(int halves) {
    return (halves < 0 ? "-" : "") + Math.abs(halves) / 2 + (halves % 2 == 0 ? "" : ".5");
  }

  private final RosterBook rosters;

  LeaveDays(RosterBook rosters) {
    this.rosters = rosters;
  }

  /** All shifts of somebody in the months that the dates touch. */
  Shifts shifts(String employeeNo, LocalDate from, LocalDate to, WorkingTime workingTime) {
    List<RosteredShift> shifts = new ArrayList<>();
    boolean isKnown = true;
    String anyShift = workingTime.shifts().keySet().stream().sorted().findFirst().orElseThrow();
    for (LocalDate first = PayMonth.of(from).first();
        !first.isAfter(to);
        first = first.plusMonths(1)) {
      List<RosteredShift> rostered = rosters.shifts(employeeNo, first, PayMonth.of(first).last());
      isKnown &= !rostered.isEmpty();
      shifts.addAll(rostered.isEmpty() ? assumed(first, anyShift) : rostered);
    }
    return new Shifts(shifts, isKnown);
  }

  private static List<RosteredShift> assumed(LocalDate first, String shift) {
    return first
        .datesUntil(first.plusMonths(1))
        .filter(date -> date.getDayOfWeek() != DayOfWeek.SUNDAY)
        .map(date -> new RosteredShift(date, shift))
        .toList();
  }
}
