package io.monthend.closing;

import io.monthend.database.GroupedCursor;
import io.monthend.kernel.CodePointOrder;
import io.monthend.kernel.Money;
import io.monthend.kernel.PayMonth;
import io.monthend.kernel.Source;
import io.monthend.payroll.Correction;
import io.monthend.payroll.LineCode;
import io.monthend.people.Bucket;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the slips of each run carry of earlier months (G13). */
@Component
class Corrections {

  private static final int SPACE = 1_299_144_811;

  private final JdbcClient jdbc;

  Corrections(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** No other run works out what is owed until the transaction ends, so that none gives it too. */
  void hold() {
    jdbc.sql("select pg_advisory_xact_lock(:space, 2)")
        .param("space", SPACE)
        .query((row, rowNumber) -> true)
        .single();
  }

  /** Adds what a run carries for one person. */
  void add(Bucket bucket, String employeeNo, long ofRun, Correction correction) {
    jdbc.sql(
            """
            insert into correction (run_id, bucket, employee_no, of_month, of_run, code, rule, source, amount_cents)
            values (:run, :bucket, :no, :month, :ofRun, :code, :rule, :source, :amount)
            """)
        .param("run", bucket.runId())
        .param("bucket", bucket.no())
        .param("no", employeeNo)
        .param("month", correction.month().toString())
        .param("ofRun", ofRun)
        .param("code", correction.code().name())
        .param("rule", correction.rule())
        .param("source", correction.source().text())
        .param("amount", correction.amount().cents())
        .update();
  }

  /** What the slips of other months carry of a person's month, or will if they are approved. */
  List<Correction> given(long besideRun, String employeeNo, PayMonth month) {
    return jdbc.sql(
            """
            select c.* from correction c join close_run r on r.id = c.run_id
            where c.employee_no = :no and c.of_month = :month and c.run_id <> :run
              and r.state in ('settling', 'settled', 'blocked', 'published')
              and r.month <> (select month from close_run where id = :run)
            """)
        .param("no", employeeNo)
        .param("month", month.toString())
        .param("run", besideRun)
        .query((row, rowNumber) -> read(row))
        .list();
  }

  /** Those of a bucket by employee number. */
  GroupedCursor<Correction> of(Connection connection, Bucket bucket) throws SQLException {
    return GroupedCursor.open(
        connection,
        CodePointOrder::compareTexts,
        Corrections::read,
        """
        select employee_no, of_month, code, rule, source, amount_cents from correction
        where run_id = ? and bucket = ? order by employee_no, of_month, code, source
        """,
        bucket.runId(),
        bucket.no());
  }

  /** How many people have a slip in a run for nothing but corrections. */
  long slipsAlone(CloseRun run) {
    return jdbc.sql(
            """
            select count(distinct e.employee_no) from employee e
            join correction c on c.run_id = e.run_id and c.employee_no = e.employee_no
            where e.run_id = :run and not (hire_date <= :last and (last_day is null or last_day >= :first))
            """)
        .param("run", run.id())
        .param("first", run.month().first())
        .param("last", run.month().last())
        .query(Long.class)
        .single();
  }

  private static Correction read(ResultSet row) throws SQLException {
    return new Correction(
        PayMonth.of(row.getString("of_month")),
        LineCode.valueOf(row.getString("code")),
        row.getString("rule"),
        new Source(row.getString("source")),
        new Money(row.getLong("amount_cents")));
  }
}
