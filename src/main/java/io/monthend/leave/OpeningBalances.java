package io.monthend.leave;

import io.monthend.database.BulkCopy;
import io.monthend.people.BookTable;
import io.monthend.people.BookTable.Repeats;
import io.monthend.people.FactCheck;
import io.monthend.people.Facts;
import io.monthend.rulebook.LeaveType;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The balances in the books with which each person began (C5); no close needs them. */
@Component
public class OpeningBalances implements Facts<OpeningBalance> {

  private final JdbcClient jdbc;

  OpeningBalances(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String table() {
    return "opening_balance";
  }

  @Override
  public List<String> columns() {
    return List.of("type", "as_of", "half_days");
  }

  @Override
  public void put(BulkCopy row, OpeningBalance fact) throws SQLException {
    row.value(fact.type().name()).value(fact.asOf()).value(fact.halfDays());
  }

  @Override
  public void check(FactCheck check) {
    check.rejectStrangers(table());
    check.rejectDuplicates(table(), "as_of", "employee_no, type, as_of", "as_of::text");
  }

  @Override
  public BookTable books() {
    return new BookTable(
        List.of("employee_no", "type", "as_of"), Repeats.REFUSED, null, null, "", null);
  }

  /** The balance that counts for a person on a date: the latest one from before that date. */
  public Optional<OpeningBalance> latest(String employeeNo, LeaveType type, LocalDate date) {
    return jdbc.sql(
            """
            select as_of, half_days from books.opening_balance
            where employee_no = :no and type = :type and as_of < :date
            order by as_of desc limit 1
            """)
        .param("no", employeeNo)
        .param("type", type.name())
        .param("date", date)
        .query((row, rowNumber) ->
            new OpeningBalance(
                type, row.getObject("as_of", LocalDate.class), row.getInt("half_days")))
        .optional();
  }
}
