package io.monthend.explanation;

import io.monthend.attendance.Attendance;
import io.monthend.attendance.AttendanceDay;
import io.monthend.closing.ReviewItem;
import io.monthend.conduct.Conduct;
import io.monthend.conduct.Incident;
import io.monthend.conduct.RecordedIncident;
import io.monthend.evaluation.Evaluation;
import io.monthend.evaluation.Exam;
import io.monthend.evaluation.KeyFigures;
import io.monthend.evaluation.Standing;
import io.monthend.kernel.Money;
import io.monthend.kernel.PayMonth;
import io.monthend.kernel.Source;
import io.monthend.leave.Leave;
import io.monthend.leave.LeaveCharge;
import io.monthend.leave.LeaveRequest;
import io.monthend.payroll.CashPayment;
import io.monthend.payroll.IssuedPayslip;
import io.monthend.people.Employee;
import io.monthend.roster.RosteredShift;
import io.monthend.rulebook.RuleBook;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is on file about one person's month: the facts it was closed with, and what came of them.
 *
 * @param roster by date, also outside the month
 * @param leaves as asked for, approved or not
 * @param incidents by date; those before the month count over the employment
 * @param exams those of the month
 * @param payments those of the month
 * @param attendance one day for each rostered shift of the month, by date
 * @param evaluation absent for a position that is not evaluated
 * @param standing absent where the person is not ranked
 */
record Dossier(
    PayMonth month,
    RuleBook rulebook,
    Employee employee,
    List<RosteredShift> roster,
    List<LeaveRequest> leaves,
    List<RecordedIncident> incidents,
    List<Exam> exams,
    @Nullable KeyFigures keyFigures,
    List<CashPayment> payments,
    List<AttendanceDay> attendance,
    @Nullable Evaluation evaluation,
    @Nullable Standing standing,
    IssuedPayslip payslip,
    List<ReviewItem> reviewItems) {

  /** The approved leaves. */
  List<Leave> approved() {
    return leaves.stream().filter(LeaveRequest::approved).map(LeaveRequest::leave).toList();
  }

  /** What the leaves cost, from the same facts the close had. */
  List<LeaveCharge> leaveCharges() {
    return LeaveCharge.of(month, approved(), roster, rulebook.leave());
  }

  /**
   * The incidents as judged, in the order that counts for ladders: from the same facts, by the same
   * function the close used.
   */
  List<Incident> judged() {
    List<Incident> examResults =
        exams.stream().map(exam -> exam.incident(rulebook)).flatMap(Optional::stream).toList();
    return Conduct.of(
        month, incidents, new Attendance(attendance, List.of()), examResults, rulebook);
  }

  /** What was paid in cash under one source. */
  Money paid(Source source) {
    return payments.stream()
        .filter(payment -> Source.payment(payment.date(), payment.code()).equals(source))
        .map(CashPayment::amount)
        .reduce(Money.ZERO, Money::plus);
  }
}
