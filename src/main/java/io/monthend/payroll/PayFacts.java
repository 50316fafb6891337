package io.monthend.payroll;

import io.monthend.attendance.AttendanceDay;
import io.monthend.conduct.Incident;
import io.monthend.evaluation.Evaluation;
import io.monthend.kernel.Money;
import io.monthend.kernel.PayMonth;
import io.monthend.leave.LeaveCharge;
import io.monthend.people.Employee;
import io.monthend.rulebook.RuleBook;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All that a pay slip is made of.
 *
 * @param attendance the attendance days of the month
 * @param evaluation absent for positions that are not evaluated
 * @param bonus as set by the general manager; absent = not set
 * @param payments those of the month
 * @param corrections of earlier months
 */
public record PayFacts(
    PayMonth month,
    Employee employee,
    List<LeaveCharge> leave,
    List<AttendanceDay> attendance,
    List<Incident> incidents,
    @Nullable Evaluation evaluation,
    @Nullable Money bonus,
    List<CashPayment> payments,
    List<Correction> corrections,
    RuleBook rulebook) {

  List<Fine> fines() {
    return Fine.of(incidents, leave, rulebook.leave());
  }

  /** What was paid for each date and code. */
  SortedMap<CashPayment.Key, Money> paid() {
    SortedMap<CashPayment.Key, Money> paid = new TreeMap<>(CashPayment.Key.IN_ORDER);
    for (CashPayment payment : payments) {
      paid.merge(payment.key(), payment.amount(), Money::plus);
    }
    return paid;
  }

  /** How much of what was paid for a date and code is matched by its fines (G10). */
  Money matched(Map.Entry<CashPayment.Key, Money> paid) {
    Money fined = Money.ZERO;
    for (Fine fine : fines()) {
      fined = fine.key().equals(paid.getKey()) ? fined.plus(fine.amount()) : fined;
    }
    return fined.min(paid.getValue());
  }

  /** Half days absent, from shifts and incidents (F4). */
  int absentHalves() {
    return attendance.stream().mapToInt(AttendanceDay::absentHalves).sum()
        + incidents.stream().mapToInt(Incident::absenceHalves).sum();
  }

  int standardDays() {
    return rulebook.workingTime().standardDaysOf(month);
  }
}
