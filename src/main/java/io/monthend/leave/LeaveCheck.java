package io.monthend.leave;

import io.monthend.kernel.PayMonth;
import io.monthend.months.BooksGate;
import io.monthend.people.Employee;
import io.monthend.people.StaffBook;
import io.monthend.rulebook.LeavePolicy;
import io.monthend.rulebook.LeavePolicy.Fined;
import io.monthend.rulebook.RuleBook;
import io.monthend.rulebook.RuleBookEdition;
import io.monthend.rulebook.RuleBooks;
import io.monthend.tasks.Message;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What stands against a leave, and what it would mean: the same when asked for and when decided.
 */
@Component
class LeaveCheck {

  private static final int LONGEST_REASON = 1_000;
  private static final int LONGEST_DAYS = 366;

  private final StaffBook staff;
  private final LeaveBook book;
  private final LeaveDays days;
  private final LeaveBalances balances;
  private final BooksGate gate;
  private final LeaveCost cost;
  private final RuleBooks editions = RuleBooks.bundled();

  LeaveCheck(
      StaffBook staff,
      LeaveBook book,
      LeaveDays days,
      LeaveBalances balances,
      BooksGate gate,
      LeaveCost cost) {
    this.staff = staff;
    this.book = book;
    this.days = days;
    this.balances = balances;
    this.gate = gate;
    this.cost = cost;
  }

  /** The rules for a leave: those of the month it begins in. */
  RuleBook rulesOn(LocalDate date) {
    return editions
        .inEffect(PayMonth.of(date))
        .map(RuleBookEdition::book)
        .orElseThrow(() -> new IllegalStateException("No rule book is in effect on " + date));
  }

  /** What the leave would mean for somebody; problems that make the rest pointless come alone. */
  LeavePreview preview(String employeeNo, LeaveForm form, boolean hasCertificate) {
    return preview(employeeNo, form, "preview", hasCertificate);
  }

  /** What a leave that was asked for means, whether it stands in the books already or not. */
  LeavePreview preview(LeaveApplication application) {
    return preview(
        application.employeeNo(),
        application.form(),
        application.leaveNo(),
        application.hasCertificate());
  }

  private LeavePreview preview(
      String employeeNo, LeaveForm form, String leaveNo, boolean hasCertificate) {
    Employee employee = staff.find(employeeNo).orElse(null);
    List<Message> wrong = faults(employee, form);
    if (employee == null || !wrong.isEmpty()) {
      return LeavePreview.pointless(wrong);
    }
    RuleBook rules = rulesOn(form.from());
    Leave leave = form.under(leaveNo, hasCertificate);
    LeaveDays.Shifts shifts = days.shifts(employeeNo, form.from(), form.to(), rules.workingTime());
    int halves = shifts.halves(leave);
    List<Leave> booked =
        book.approved(employeeNo, PayMonth.of(form.from()).first(), PayMonth.of(form.to()).last());
    List<Leave> approved =
        booked.stream().filter(other -> !other.leaveNo().equals(leaveNo)).toList();
    boolean isBooked = approved.size() < booked.size();
    Integer after = balanceAfter(employee, form, isBooked ? 0 : halves, rules);
    return new LeavePreview(
        halves,
        shifts.isKnown(),
        cost.of(employee, leave, approved, shifts.shifts()),
        after,
        needsCertificate(leave, shifts, rules.leave()),
        problems(leave, form.reason(), halves, after, approved));
  }

  private List<Message> faults(@Nullable Employee employee, LeaveForm form) {
    if (employee == null) {
      return List.of(Message.of("leave.not-employed"));
    }
    List<Message> faults = new ArrayList<>();
    if (form.to().isBefore(form.from())
        || (form.to().equals(form.from()) && form.toHalf().compareTo(form.fromHalf()) < 0)) {
      faults.add(Message.of("leave.ends-before-it-begins"));
    } else if (form.from().plusDays(LONGEST_DAYS).isBefore(form.to())) {
      faults.add(Message.of("leave.too-long", String.valueOf(LONGEST_DAYS)));
    }
    if (!employee.isEmployedOn(form.from()) || !employee.isEmployedOn(form.to())) {
      faults.add(Message.of("leave.not-employed"));
    }
    return faults;
  }

  private @Nullable Integer balanceAfter(
      Employee employee, LeaveForm form, int halves, RuleBook rules) {
    return rules.leave().termsOf(form.type()).balance()
        ? balances.halfDays(employee, form.type(), form.from(), rules) - halves
        : null;
  }

  private List<Message> problems(
      Leave leave, String reason, int halves, @Nullable Integer after, List<Leave> approved) {
    List<Message> problems = new ArrayList<>();
    if (reason.isBlank() || reason.length() > LONGEST_REASON) {
      problems.add(Message.of("leave.reason-length", String.valueOf(LONGEST_REASON)));
    }
    if (halves == 0) {
      problems.add(Message.of("leave.nothing-rostered"));
    }
    approved.stream()
        .filter(leave::overlaps)
        .map(other ->
            Message.of(
                "leave.overlaps", other.leaveNo(), other.from().toString(), other.to().toString()))
        .forEach(problems::add);
    if (after != null && after < 0) {
      problems.add(
          Message.of(
              "leave.balance-too-small",
              LeaveDays.inDays(after + halves),
              LeaveDays.inDays(halves)));
    }
    gate.closedBetween(leave.from(), leave.to()).stream()
        .map(month -> Message.of("leave.month-closed", month.toString()))
        .forEach(problems::add);
    return problems;
  }

  private static boolean needsCertificate(
      Leave leave, LeaveDays.Shifts shifts, LeavePolicy policy) {
    return policy.termsOf(leave.type()).fined() == Fined.WITHOUT_CERTIFICATE
        && !leave.certificate()
        && shifts.halves(leave) >= policy.certificateFrom().halves();
  }
}
