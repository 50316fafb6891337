package io.monthend.payroll;

import io.monthend.database.BulkCopy;
import io.monthend.database.GroupedCursor;
import io.monthend.kernel.CodePointOrder;
import io.monthend.kernel.Money;
import io.monthend.kernel.Position;
import io.monthend.people.BookTable;
import io.monthend.people.Bucket;
import io.monthend.people.FactCheck;
import io.monthend.people.Facts;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The bonuses set for each run (G6). */
@Component
public class Bonuses implements Facts<Money> {

  private static final String WRONG_POSITION =
      """
      select b.row_no, b.employee_no as value,
        'a bonus is for ' || :names || ', and this person is ' || e.position as reason
      from bonus b
      join employee e on e.run_id = :run and e.bucket = b.bucket and e.employee_no = b.employee_no
      where b.run_id = :run and e.position <> all (:positions)
      order by b.row_no
      """;

  @Override
  public String table() {
    return "bonus";
  }

  @Override
  public List<String> columns() {
    return List.of("amount_cents");
  }

  @Override
  public void put(BulkCopy row, Money fact) throws SQLException {
    row.value(fact.cents());
  }

  @Override
  public void check(FactCheck check) {
    check.rejectStrangers(table());
    check.rejectDuplicates(table(), "employee_no", "employee_no", "employee_no");
    String[] positions =
        check.rulebook().pay().bonus().positions().stream()
            .map(Position::name)
            .sorted()
            .toArray(String[]::new);
    check.reject(
        "employee_no",
        WRONG_POSITION,
        Map.of("positions", positions, "names", String.join(", ", positions)));
  }

  @Override
  public BookTable books() {
    return BookTable.onceAMonth(table());
  }

  /** Those of a bucket by employee number. */
  public GroupedCursor<Money> of(Connection connection, Bucket bucket) throws SQLException {
    return GroupedCursor.open(
        connection,
        CodePointOrder::compareTexts,
        Bonuses::read,
        """
        select employee_no, amount_cents from bonus where run_id = ? and bucket = ? order by employee_no
        """,
        bucket.runId(),
        bucket.no());
  }

  private static Money read(ResultSet row) throws SQLException {
    return new Money(row.getLong("amount_cents"));
  }
}
