package io.monthend.explanation;

import io.monthend.attendance.AttendanceDays;
import io.monthend.closing.CloseRun;
import io.monthend.closing.ReviewItems;
import io.monthend.conduct.Incidents;
import io.monthend.conduct.RecordedIncident;
import io.monthend.evaluation.Evaluations;
import io.monthend.evaluation.Exams;
import io.monthend.evaluation.KeyFigureRecords;
import io.monthend.kernel.PayMonth;
import io.monthend.leave.Leaves;
import io.monthend.payroll.CashPayments;
import io.monthend.payroll.IssuedPayslip;
import io.monthend.people.Bucket;
import io.monthend.people.Employee;
import io.monthend.roster.Rosters;
import io.monthend.rulebook.RuleBook;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Brings together what is on file about a person's month: one query a table. */
@Component
class Dossiers {

  private final Rosters rosters;
  private final Leaves leaves;
  private final Incidents incidents;
  private final Exams exams;
  private final KeyFigureRecords keyFigures;
  private final CashPayments payments;
  private final AttendanceDays attendance;
  private final Evaluations evaluations;
  private final ReviewItems reviewItems;

  Dossiers(
      Rosters rosters,
      Leaves leaves,
      Incidents incidents,
      Exams exams,
      KeyFigureRecords keyFigures,
      CashPayments payments,
      AttendanceDays attendance,
      Evaluations evaluations,
      ReviewItems reviewItems) {
    this.rosters = rosters;
    this.leaves = leaves;
    this.incidents = incidents;
    this.exams = exams;
    this.keyFigures = keyFigures;
    this.payments = payments;
    this.attendance = attendance;
    this.evaluations = evaluations;
    this.reviewItems = reviewItems;
  }

  /** The file of somebody whom the run has a pay slip of. */
  Dossier of(CloseRun run, RuleBook rulebook, Employee employee, IssuedPayslip payslip) {
    String no = employee.employeeNo();
    PayMonth month = run.month();
    Bucket bucket = Bucket.of(run.id(), no, run.buckets());
    return new Dossier(
        month,
        rulebook,
        employee,
        rosters.of(bucket, no),
        leaves.of(bucket, no),
        incidents(bucket, no, month, rulebook),
        exams.of(bucket, no).stream().filter(exam -> month.contains(exam.date())).toList(),
        keyFigures.of(bucket, no).orElse(null),
        payments.of(bucket, no).stream().filter(payment -> month.contains(payment.date())).toList(),
        attendance.of(run.id(), no),
        evaluations.find(run.id(), no).orElse(null),
        evaluations.standing(run.id(), no).orElse(null),
        payslip,
        reviewItems.of(run.id(), no));
  }

  private List<RecordedIncident> incidents(
      Bucket bucket, String no, PayMonth month, RuleBook rulebook) {
    return Stream.concat(
            incidents
                .earlierOf(bucket, no, month, rulebook.incidents().codesCountedOverEmployment())
                .stream(),
            incidents.of(bucket, no).stream())
        .sorted(Comparator.comparing(RecordedIncident::date))
        .toList();
  }
}
