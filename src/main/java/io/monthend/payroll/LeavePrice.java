package io.monthend.payroll;

import static java.math.RoundingMode.HALF_UP;

import io.monthend.kernel.PayMonth;
import io.monthend.leave.Leave;
import io.monthend.leave.LeaveCharge;
import io.monthend.leave.LeaveCost;
import io.monthend.people.Employee;
import io.monthend.roster.RosteredShift;
import io.monthend.rulebook.RuleBook;
import io.monthend.rulebook.RuleBookEdition;
import io.monthend.rulebook.RuleBooks;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What a leave would take from the pay slips of its months: the lines it makes there (G2, G9), less
 * those that the person's other leaves make without it.
 */
@Component
class LeavePrice implements LeaveCost {

  private final RuleBooks editions = RuleBooks.bundled();

  @Override
  public Cost of(Employee employee, Leave leave, List<Leave> approved, List<RosteredShift> roster) {
    List<Leave> all = new ArrayList<>(approved);
    all.add(leave);
    Cost cost = Cost.NOTHING;
    PayMonth last = PayMonth.of(leave.to());
    for (PayMonth month = PayMonth.of(leave.from());
        month.compareTo(last) <= 0;
        month = PayMonth.of(month.last().plusDays(1))) {
      cost =
          cost.plus(inMonth(employee, month, all, roster))
              .minus(inMonth(employee, month, approved, roster));
    }
    return cost;
  }

  private Cost inMonth(
      Employee employee, PayMonth month, List<Leave> leaves, List<RosteredShift> roster) {
    RuleBook rules =
        editions
            .inEffect(month)
            .map(RuleBookEdition::book)
            .orElseThrow(() -> new IllegalStateException("No rule book is in effect in " + month));
    long standardHalves = 2L * rules.workingTime().standardDaysBetween(month.first(), month.last());
    Cost cost = Cost.NOTHING;
    for (LeaveCharge charge : LeaveCharge.of(month, leaves, roster, rules.leave())) {
      int dates = charge.finedDates().size();
      cost =
          cost.plus(
              new Cost(
                  employee.baseSalary().share(charge.halves(), standardHalves, HALF_UP),
                  rules.leave().fine().cny().times(dates),
                  charge.halves(),
                  dates));
    }
    return new Cost(
        cost.unpaid().min(employee.baseSalary()),
        cost.fine(),
        cost.unpaidHalves(),
        cost.finedDates());
  }
}
