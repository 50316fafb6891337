package io.monthend.payroll;

import io.monthend.database.BulkCopy;
import io.monthend.database.GroupedCursor;
import io.monthend.kernel.CodePointOrder;
import io.monthend.kernel.Money;
import io.monthend.kernel.PayMonth;
import io.monthend.people.Bucket;
import io.monthend.people.FactCheck;
import io.monthend.people.Facts;
import io.monthend.people.Roll;
import io.monthend.people.Screen;
import io.monthend.rulebook.RuleBook;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The cash payments of each run (G10). */
@Component
public class CashPayments implements Facts<CashPayment> {

  private final JdbcClient jdbc;

  CashPayments(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String table() {
    return "cash_payment";
  }

  @Override
  public List<String> columns() {
    return List.of("date", "code", "amount_cents");
  }

  @Override
  public void put(BulkCopy row, CashPayment fact) throws SQLException {
    row.value(fact.date()).value(fact.code()).value(fact.amount().cents());
  }

  @Override
  public Screen<CashPayment> screen(Roll roll, PayMonth month, RuleBook rulebook) {
    return roll.known();
  }

  @Override
  public void check(FactCheck check) {
    check.rejectStrangers(table());
  }

  /** Those of a bucket by employee number. */
  public GroupedCursor<CashPayment> of(Connection connection, Bucket bucket) throws SQLException {
    return GroupedCursor.open(
        connection,
        CodePointOrder::compareTexts,
        CashPayments::read,
        """
        select employee_no, date, code, amount_cents from cash_payment where run_id = ? and bucket = ? order by employee_no
        """,
        bucket.runId(),
        bucket.no());
  }

  /** Those of one person, by date. */
  public List<CashPayment> of(Bucket bucket, String employeeNo) {
    return jdbc.sql(
            """
            select date, code, amount_cents from cash_payment
            where run_id = :run and bucket = :bucket and employee_no = :no
            order by date, row_no
            """)
        .param("run", bucket.runId())
        .param("bucket", bucket.no())
        .param("no", employeeNo)
        .query((row, rowNumber) -> read(row))
        .list();
  }

  private static CashPayment read(ResultSet row) throws SQLException {
    return new CashPayment(
        row.getObject("date", LocalDate.class),
        row.getString("code"),
        new Money(row.getLong("amount_cents")));
  }
}
