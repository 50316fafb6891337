package io.monthend.people;

import io.monthend.kernel.Money;
import io.monthend.kernel.PayMonth;
import io.monthend.kernel.Position;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A person and the terms of the employment, as they stand for one month.
 *
 * @param baseSalary a month's, above 0
 * @param lastDay the last working day, not before the hire date
 * @param noticeWaived whether F1 was waived
 */
public record Employee(
    String employeeNo,
    String name,
    String team,
    Position position,
    LocalDate hireDate,
    @Nullable LocalDate trainingEnd,
    @Nullable LocalDate probationEnd,
    Money baseSalary,
    @Nullable LocalDate noticeDate,
    @Nullable LocalDate lastDay,
    @Nullable Leaving leaving,
    boolean noticeWaived) {

  public Employee {
    if (baseSalary.signum() <= 0) {
      throw new IllegalArgumentException("The base salary must be above 0");
    }
    if (lastDay != null && lastDay.isBefore(hireDate)) {
      throw new IllegalArgumentException("The last day " + lastDay + " lies before " + hireDate);
    }
  }

  public boolean isEmployedOn(LocalDate date) {
    return !date.isBefore(hireDate) && (lastDay == null || !date.isAfter(lastDay));
  }

  /** Whether the employment touches the month. */
  public boolean isEmployedIn(PayMonth month) {
    return !hireDate.isAfter(month.last()) && (lastDay == null || !lastDay.isBefore(month.first()));
  }

  /** The first day employed in a month that the employment touches. */
  public LocalDate firstDayIn(PayMonth month) {
    return hireDate.isAfter(month.first()) ? hireDate : month.first();
  }

  /** The last day employed in a month that the employment touches. */
  public LocalDate lastDayIn(PayMonth month) {
    return lastDay != null && lastDay.isBefore(month.last()) ? lastDay : month.last();
  }

  /** The calendar days employed in a month that the employment touches (G1). */
  public int daysIn(PayMonth month) {
    return (int) ChronoUnit.DAYS.between(firstDayIn(month), lastDayIn(month)) + 1;
  }

  /** Whether the person resigned with a last working day in the month (F1 to F3). */
  public boolean resignsIn(PayMonth month) {
    return lastDay != null
        && month.contains(lastDay)
        && (leaving == null || leaving == Leaving.RESIGNED);
  }
}
