package io.monthend.closing;

import io.monthend.conduct.RecordedIncident;
import io.monthend.evaluation.Exam;
import io.monthend.evaluation.KeyFigures;
import io.monthend.kernel.Money;
import io.monthend.leave.Leave;
import io.monthend.payroll.CashPayment;
import io.monthend.payroll.Correction;
import io.monthend.people.Employee;
import io.monthend.roster.RosteredShift;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * All facts about one person that a month's settlement depends on.
 *
 * @param roster by date, with the neighbours outside the month
 * @param punches at whole minutes, ascending, with the neighbours outside the month
 * @param leaves the approved ones
 * @param incidents with those before the month that count over the employment
 * @param exams those of the month
 * @param bonus as set by the general manager
 * @param payments those of the month
 * @param corrections of earlier months
 */
record PersonMonth(
    Employee employee,
    List<RosteredShift> roster,
    List<LocalDateTime> punches,
    List<Leave> leaves,
    List<RecordedIncident> incidents,
    List<Exam> exams,
    @Nullable KeyFigures keyFigures,
    @Nullable Money bonus,
    List<CashPayment> payments,
    List<Correction> corrections) {

  PersonMonth {
    roster = List.copyOf(roster);
    punches = List.copyOf(punches);
    leaves = List.copyOf(leaves);
    incidents = List.copyOf(incidents);
    exams = List.copyOf(exams);
    payments = List.copyOf(payments);
    corrections = List.copyOf(corrections);
  }

  /** The same month without what it carries of others, and with other leave. */
  PersonMonth alone(UnaryOperator<Leave> leave) {
    return new PersonMonth(
        employee,
        roster,
        punches,
        leaves.stream().map(leave).toList(),
        incidents,
        exams,
        keyFigures,
        bonus,
        payments,
        List.of());
  }
}
