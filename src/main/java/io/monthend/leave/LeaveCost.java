package io.monthend.leave;

import io.monthend.kernel.Money;
import io.monthend.people.Employee;
import io.monthend.roster.RosteredShift;
import java.util.List;

/** What a leave costs the person who takes it; answered where pay is worked out. */
public interface LeaveCost {

  /**
   * The price of a leave.
   *
   * @param unpaid what is not paid for the time, 0 or more
   * @param fine 0 or more
   * @param unpaidHalves the half shifts that are not paid
   * @param finedDates on how many dates the fine falls due
   */
  record Cost(Money unpaid, Money fine, int unpaidHalves, int finedDates) {

    public static final Cost NOTHING = new Cost(Money.ZERO, Money.ZERO, 0, 0);

    public Cost plus(Cost other) {
      return new Cost(
          unpaid.plus(other.unpaid),
          fine.plus(other.fine),
          unpaidHalves + other.unpaidHalves,
          finedDates + other.finedDates);
    }

    public Cost minus(Cost other) {
      return new Cost(
          unpaid.minus(other.unpaid),
          fine.minus(other.fine),
          unpaidHalves - other.unpaidHalves,
          finedDates - other.finedDates);
    }
  }

  /**
   * What the leave adds to the leaves a person has already.
   *
   * @param approved the person's other leaves in the months it touches
   * @param roster the person's shifts of those months
   */
  Cost of(Employee employee, Leave leave, List<Leave> approved, List<RosteredShift> roster);
}
