package io.monthend.closing;

import io.monthend.attendance.Punches;
import io.monthend.conduct.Incidents;
import io.monthend.conduct.RecordedIncident;
import io.monthend.database.GroupedCursor;
import io.monthend.evaluation.Exam;
import io.monthend.evaluation.Exams;
import io.monthend.evaluation.KeyFigureRecords;
import io.monthend.evaluation.KeyFigures;
import io.monthend.kernel.Money;
import io.monthend.kernel.PayMonth;
import io.monthend.leave.Leave;
import io.monthend.leave.LeaveRequest;
import io.monthend.leave.Leaves;
import io.monthend.payroll.Bonuses;
import io.monthend.payroll.CashPayment;
import io.monthend.payroll.CashPayments;
import io.monthend.payroll.Correction;
import io.monthend.people.Bucket;
import io.monthend.people.Employee;
import io.monthend.people.Employees;
import io.monthend.roster.RosteredShift;
import io.monthend.roster.Rosters;
import io.monthend.rulebook.RuleBook;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Brings the facts of each person of a bucket together: one ordered query a table, merged by
 * employee number.
 */
@Component
class PersonMonths {

  private final DataSource dataSource;
  private final Employees employees;
  private final Rosters rosters;
  private final Punches punches;
  private final Leaves leaves;
  private final Incidents incidents;
  private final Exams exams;
  private final KeyFigureRecords keyFigures;
  private final Bonuses bonuses;
  private final CashPayments payments;
  private final Corrections corrections;

  PersonMonths(
      DataSource dataSource,
      Employees employees,
      Rosters rosters,
      Punches punches,
      Leaves leaves,
      Incidents incidents,
      Exams exams,
      KeyFigureRecords keyFigures,
      Bonuses bonuses,
      CashPayments payments,
      Corrections corrections) {
    this.dataSource = dataSource;
    this.employees = employees;
    this.rosters = rosters;
    this.punches = punches;
    this.leaves = leaves;
    this.incidents = incidents;
    this.exams = exams;
    this.keyFigures = keyFigures;
    this.bonuses = bonuses;
    this.payments = payments;
    this.corrections = corrections;
  }

  /** The people of a bucket who have no settlement yet, by employee number; close it after use. */
  Merged unsettled(Bucket bucket, PayMonth month, RuleBook rulebook, Basis basis)
      throws SQLException {
    return merged(bucket, month, rulebook, basis, employees::unsettled);
  }

  /** One person's month; empty if the run does not know the person. */
  Optional<PersonMonth> of(Bucket bucket, PayMonth month, RuleBook rulebook, String employeeNo)
      throws SQLException {
    Basis unread = new Basis("", new KeyFigures.Best(null, null));
    try (Merged one =
        merged(
            bucket,
            month,
            rulebook,
            unread,
            (connection, of) -> employees.one(connection, of, employeeNo))) {
      return Optional.ofNullable(one.next()).map(Based::value);
    }
  }

  /** Whose months are read. */
  @FunctionalInterface
  private interface People {
    GroupedCursor<Employee> of(Connection connection, Bucket bucket) throws SQLException;
  }

  private Merged merged(
      Bucket bucket, PayMonth month, RuleBook rulebook, Basis basis, People people)
      throws SQLException {
    Connection connection = dataSource.getConnection();
    try {
      connection.setAutoCommit(false);
      return new Merged(connection, bucket, month, rulebook, basis, people);
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /** A merge of cursors on one connection. */
  final class Merged implements AutoCloseable {

    private final Connection connection;
    private final PayMonth month;
    private final Basis basis;
    private final GroupedCursor<Employee> people;
    private final GroupedCursor<List<RosteredShift>> shifts;
    private final GroupedCursor<List<LocalDateTime>> times;
    private final GroupedCursor<LeaveRequest> requests;
    private final GroupedCursor<RecordedIncident> recorded;
    private final GroupedCursor<RecordedIncident> earlier;
    private final GroupedCursor<Exam> results;
    private final GroupedCursor<KeyFigures> figures;
    private final GroupedCursor<Money> bonus;
    private final GroupedCursor<CashPayment> paid;
    private final GroupedCursor<Correction> corrected;

    private Merged(
        Connection connection,
        Bucket bucket,
        PayMonth month,
        RuleBook rulebook,
        Basis basis,
        People whose)
        throws SQLException {
      this.connection = connection;
      this.month = month;
      this.basis = basis;
      people = whose.of(connection, bucket);
      shifts = rosters.of(connection, bucket);
      times = punches.of(connection, bucket);
      requests = leaves.of(connection, bucket);
      recorded = incidents.of(connection, bucket);
      earlier =
          incidents.earlierOf(
              connection, bucket, month, rulebook.incidents().codesCountedOverEmployment());
      results = exams.of(connection, bucket);
      figures = keyFigures.of(connection, bucket);
      bonus = bonuses.of(connection, bucket);
      paid = payments.of(connection, bucket);
      corrected = corrections.of(connection, bucket);
    }

    /** The next person's month; null at the end. */
    @Nullable Based<PersonMonth> next() throws SQLException {
      String no = people.nextKey();
      if (no == null) {
        return null;
      }
      List<Employee> employee = people.take(no);
      List<RosteredShift> roster = firstOf(shifts.take(no), List.of());
      List<LocalDateTime> at = firstOf(times.take(no), List.of());
      List<LeaveRequest> asked = requests.take(no);
      List<RecordedIncident> ofEarlier = earlier.take(no);
      List<RecordedIncident> ofMonth = recorded.take(no);
      List<Exam> sat = results.take(no);
      List<KeyFigures> figure = figures.take(no);
      List<Money> set = bonus.take(no);
      List<CashPayment> cash = paid.take(no);
      List<Correction> ofOthers = corrected.take(no);
      basis
          .add(employees, employee)
          .add(rosters, roster)
          .add(punches, at)
          .add(leaves, asked)
          .add(incidents, ofEarlier)
          .add(incidents, ofMonth)
          .add(exams, sat)
          .add(keyFigures, figure)
          .add(bonuses, set)
          .add(payments, cash)
          .addCorrections(ofOthers);
      PersonMonth person =
          new PersonMonth(
              employee.getFirst(),
              roster,
              at,
              approved(asked),
              Stream.concat(ofEarlier.stream(), ofMonth.stream()).toList(),
              sat.stream().filter(exam -> month.contains(exam.date())).toList(),
              firstOrNull(figure),
              firstOrNull(set),
              cash.stream().filter(payment -> month.contains(payment.date())).toList(),
              ofOthers);
      return new Based<>(person, basis.take());
    }

    private static List<Leave> approved(List<LeaveRequest> requests) {
      List<Leave> approved = new ArrayList<>(requests.size());
      for (LeaveRequest request : requests) {
        if (request.approved()) {
          approved.add(request.leave());
        }
      }
      return approved;
    }

    private static <T> T firstOf(List<T> rows, T otherwise) {
      return rows.isEmpty() ? otherwise : rows.getFirst();
    }

    private static <T> @Nullable T firstOrNull(List<T> rows) {
      return rows.isEmpty() ? null : rows.getFirst();
    }

    /** Ends the reading; its connection goes back clean. */
    @Override
    public void close() throws SQLException {
      try (connection) {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    }
  }
}
