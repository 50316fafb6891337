package io.monthend.closing;

import io.monthend.closing.Settlement.Settled;
import io.monthend.kernel.Money;
import io.monthend.kernel.PayMonth;
import io.monthend.kernel.Source;
import io.monthend.payroll.Correction;
import io.monthend.payroll.LineCode;
import io.monthend.payroll.PayLine;
import io.monthend.people.Bucket;
import io.monthend.people.Employees;
import io.monthend.rulebook.RuleBook;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What came to be known after a month was published, and what it changes (G13). Today that is the
 * certificate of a sick leave (C4): whoever the books have one of now, and the published month has
 * not.
 *
 * <p>A person's month is settled as it was and as it would have been; what differs, less what other
 * slips give of it already, goes on the slip of the run. So nothing is given twice, and what a
 * month that is reopened counts itself is taken back.
 */
@Component
class LateFacts {

  private static final Logger LOG = LoggerFactory.getLogger(LateFacts.class);

  private static final String OWED =
      """
      select m.month, m.published_run, l.employee_no
      from pay_month m
      join leave l on l.run_id = m.published_run and l.type = 'SICK' and l.approved and not l.certificate
      join books.leave b on b.leave_no = l.leave_no and b.employee_no = l.employee_no and b.certificate
      where m.month < :month
      union
      select m.month, m.published_run, c.employee_no
      from correction c join pay_month m on m.month = c.of_month
      where m.month < :month and m.published_run <> c.of_run
      order by 1, 3
      """;

  private static final String CERTIFIED =
      """
      select l.leave_no from leave l
      join books.leave b on b.leave_no = l.leave_no and b.employee_no = l.employee_no and b.certificate
      where l.run_id = :run and l.employee_no = :no and l.type = 'SICK'
      """;

  /** A published month of a person that may have to be corrected. */
  private record Owed(PayMonth month, long run, String employeeNo) {}

  /** A line of a slip, whatever it comes to. */
  private record Key(LineCode code, Source source) {
    static final Comparator<Key> IN_ORDER =
        Comparator.comparing(Key::code).thenComparing(Key::source);
  }

  private final JdbcClient jdbc;
  private final CloseRuns runs;
  private final PersonMonths months;
  private final Corrections corrections;
  private final Employees employees;

  LateFacts(
      JdbcClient jdbc,
      CloseRuns runs,
      PersonMonths months,
      Corrections corrections,
      Employees employees) {
    this.jdbc = jdbc;
    this.runs = runs;
    this.months = months;
    this.corrections = corrections;
    this.employees = employees;
  }

  /** Works out what the slips of a run carry of earlier months; in one transaction. */
  void correct(CloseRun run) throws SQLException {
    corrections.hold();
    List<Owed> owed =
        jdbc.sql(OWED)
            .param("month", run.month().toString())
            .query((row, rowNumber) ->
                new Owed(
                    PayMonth.of(row.getString("month")),
                    row.getLong("published_run"),
                    row.getString("employee_no")))
            .list();
    for (Owed of : owed) {
      Map<Key, Correction> open = differences(of);
      if (open.isEmpty()) {
        continue;
      }
      corrections
          .given(run.id(), of.employeeNo(), of.month())
          .forEach(given -> add(open, given, given.amount().negate()));
      if (open.values().stream().anyMatch(it -> !it.amount().isZero()) && hasSlip(run, of)) {
        Bucket bucket = Bucket.of(run.id(), of.employeeNo(), run.buckets());
        open.values().stream()
            .filter(correction -> !correction.amount().isZero())
            .forEach(correction -> corrections.add(bucket, of.employeeNo(), of.run(), correction));
      }
    }
  }

  /** Who has left is added; who is neither here nor has left waits for a month they are in. */
  private boolean hasSlip(CloseRun run, Owed of) {
    return employees.find(run.id(), of.employeeNo()).isPresent()
        || employees.addLeaver(
            Bucket.of(run.id(), of.employeeNo(), run.buckets()),
            of.employeeNo(),
            run.month().first());
  }

  /**
   * Line by line, what the late facts add to the month's slip and take from it; nothing at all
   * where the rules cannot settle the month, which is for people to correct.
   */
  private Map<Key, Correction> differences(Owed of) throws SQLException {
    CloseRun run = runs.get(of.run());
    RuleBook rulebook = runs.edition(run).book();
    PersonMonth person =
        months
            .of(
                Bucket.of(run.id(), of.employeeNo(), run.buckets()),
                run.month(),
                rulebook,
                of.employeeNo())
            .orElseThrow(
                () -> new IllegalStateException(of.employeeNo() + " is not in run " + run.id()));
    Set<String> certified = certified(of);
    Settle settle = new Settle(run.month(), rulebook, runs.best(run.id()));
    Map<Key, Correction> differences = new TreeMap<>(Key.IN_ORDER);
    Settlement after =
        settle.settle(
            person.alone(leave -> certified.contains(leave.leaveNo()) ? leave.certified() : leave));
    Settlement before = settle.settle(person.alone(leave -> leave));
    if (after instanceof Settled now && before instanceof Settled then) {
      now.payslip().lines().forEach(line -> add(differences, of.month(), line, line.amount()));
      then.payslip()
          .lines()
          .forEach(line -> add(differences, of.month(), line, line.amount().negate()));
    } else {
      LOG.warn(
          "{} of {} cannot be settled with what came late; reopen the month or correct it by hand",
          of.month(),
          of.employeeNo());
    }
    return differences;
  }

  private Set<String> certified(Owed of) {
    return jdbc
        .sql(CERTIFIED)
        .param("run", of.run())
        .param("no", of.employeeNo())
        .query((row, rowNumber) -> row.getString(1))
        .list()
        .stream()
        .collect(Collectors.toUnmodifiableSet());
  }

  private static void add(Map<Key, Correction> to, PayMonth month, PayLine line, Money amount) {
    add(to, new Correction(month, line.code(), line.rule(), line.source(), amount), amount);
  }

  private static void add(Map<Key, Correction> to, Correction correction, Money amount) {
    to.merge(
        new Key(correction.code(), correction.source()),
        correction.of(amount),
        (one, other) -> one.of(one.amount().plus(other.amount())));
  }
}
