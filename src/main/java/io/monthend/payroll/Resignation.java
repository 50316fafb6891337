package io.monthend.payroll;

import io.monthend.kernel.Source;
import io.monthend.people.Employee;
import io.monthend.rulebook.ResignationPolicy;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** What a resignation with its last working day in the month costs (F1 to F3). */
final class Resignation {

  private final Employee employee;
  private final ResignationPolicy policy;

  /** Absent where nobody resigns in the month. */
  private final @Nullable LocalDate lastDay;

  private Resignation(Employee employee, ResignationPolicy policy, @Nullable LocalDate lastDay) {
    this.employee = employee;
    this.policy = policy;
    this.lastDay = lastDay;
  }

  static Resignation of(PayFacts facts) {
    Employee employee = facts.employee();
    return new Resignation(
        employee,
        facts.rulebook().resignation(),
        employee.resignsIn(facts.month()) ? employee.lastDay() : null);
  }

  /** F1: the notice was too short or missing, and this was not waived. */
  boolean isShort() {
    if (lastDay == null || employee.noticeWaived()) {
      return false;
    }
    LocalDate notice = employee.noticeDate();
    return notice == null || ChronoUnit.DAYS.between(notice, lastDay) < policy.notice().days();
  }

  /** F2: the notice came too soon after the training. */
  boolean isSoonAfterTraining() {
    LocalDate trainingEnd = employee.trainingEnd();
    return lastDay != null
        && trainingEnd != null
        && noticeOr(lastDay).isBefore(trainingEnd.plusMonths(policy.afterTraining().months()));
  }

  /** F3: the notice came during the probation. */
  boolean isInProbation() {
    LocalDate probationEnd = employee.probationEnd();
    return lastDay != null && probationEnd != null && !noticeOr(lastDay).isAfter(probationEnd);
  }

  /** The notice, or the last day where there was none. */
  Source source() {
    if (employee.noticeDate() != null) {
      return Source.notice(employee.noticeDate());
    }
    return lastDay == null ? Source.NONE : Source.lastDay(lastDay);
  }

  private LocalDate noticeOr(LocalDate lastDay) {
    return employee.noticeDate() == null ? lastDay : employee.noticeDate();
  }
}
