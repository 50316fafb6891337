package io.monthend.leave;

import io.monthend.kernel.PayMonth;
import io.monthend.roster.RosteredShift;
import io.monthend.rulebook.LeavePolicy;
import io.monthend.rulebook.LeavePolicy.FinePer;
import io.monthend.rulebook.LeavePolicy.Terms;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a leave that costs something covers of a month.
 *
 * @param halves the rostered half shifts of the month it takes unpaid; 0 for a paid leave
 * @param finedDates the dates of the month it carries the fine for (C3), ascending
 * @param rule the clause of its terms
 */
public record LeaveCharge(Leave leave, int halves, List<LocalDate> finedDates, String rule) {

  public LeaveCharge {
    finedDates = List.copyOf(finedDates);
  }

  /**
   * The charges of a person's approved leaves, by beginning; leaves that cost nothing are left out.
   */
  public static List<LeaveCharge> of(
      PayMonth month, List<Leave> leaves, List<RosteredShift> roster, LeavePolicy policy) {
    Set<LocalDate> finedAlready = new HashSet<>();
    return leaves.stream()
        .sorted(Leave.BY_BEGINNING)
        .map(leave -> charge(month, leave, roster, policy, finedAlready))
        .filter(charge -> charge.halves > 0 || !charge.finedDates.isEmpty())
        .toList();
  }

  private static LeaveCharge charge(
      PayMonth month,
      Leave leave,
      List<RosteredShift> roster,
      LeavePolicy policy,
      Set<LocalDate> finedAlready) {
    Terms terms = policy.termsOf(leave.type());
    List<LocalDate> touched =
        roster.stream()
            .map(RosteredShift::date)
            .filter(date -> month.contains(date) && leave.halvesOn(date) > 0)
            .sorted()
            .toList();
    int halves = terms.paid() ? 0 : touched.stream().mapToInt(leave::halvesOn).sum();
    List<LocalDate> finedDates =
        isFined(leave, terms, roster, policy)
            ? touched.stream()
                .filter(
                    date -> finedAlready.add(date) || policy.finePer().choice() == FinePer.LEAVE)
                .toList()
            : List.of();
    return new LeaveCharge(leave, halves, finedDates, terms.rule());
  }

  private static boolean isFined(
      Leave leave, Terms terms, List<RosteredShift> roster, LeavePolicy policy) {
    return switch (terms.fined()) {
      case NEVER -> false;
      case ALWAYS -> true;
      case WITHOUT_CERTIFICATE -> !leave.certificate() && isLong(leave, roster, policy);
    };
  }

  /**
   * Whether the whole leave, over all of the known roster, is long enough to need a certificate
   * (C4).
   */
  private static boolean isLong(Leave leave, List<RosteredShift> roster, LeavePolicy policy) {
    int halves = roster.stream().mapToInt(shift -> leave.halvesOn(shift.date())).sum();
    return halves >= policy.certificateFrom().halves();
  }
}
