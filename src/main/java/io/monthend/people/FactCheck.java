package io.monthend.people;

import io.monthend.kernel.PayMonth;
import io.monthend.rulebook.RuleBook;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks for rows of a run that cannot be accepted, by queries over the whole set. */
public final class FactCheck {

  /**
   * A row that cannot be accepted.
   *
   * @param rowNo of the input
   * @param reason what is wrong and what to do
   */
  public record BadRow(int rowNo, String column, String value, String reason) {}

  private final JdbcClient jdbc;
  private final long runId;
  private final PayMonth month;
  private final RuleBook rulebook;
  private final Set<String> refusedEmployees;
  private final Consumer<BadRow> sink;

  /**
   * A check of one run.
   *
   * @param refusedEmployees people whose own row was refused; rows about them are not strangers'
   */
  public FactCheck(
      JdbcClient jdbc,
      long runId,
      PayMonth month,
      RuleBook rulebook,
      Set<String> refusedEmployees,
      Consumer<BadRow> sink) {
    this.jdbc = jdbc;
    this.runId = runId;
    this.month = month;
    this.rulebook = rulebook;
    this.refusedEmployees = Set.copyOf(refusedEmployees);
    this.sink = sink;
  }

  public PayMonth month() {
    return month;
  }

  public RuleBook rulebook() {
    return rulebook;
  }

  /**
   * Reports what a query finds.
   *
   * @param sql selects {@code row_no}, {@code value} and {@code reason}; {@code :run} is the run
   */
  public void reject(String column, String sql, Map<String, ?> parameters) {
    jdbc.sql(sql)
        .param("run", runId)
        .params(parameters)
        .query((RowCallbackHandler) row -> sink.accept(badRow(column, row)));
  }

  private static BadRow badRow(String column, ResultSet row) throws SQLException {
    return new BadRow(
        row.getInt("row_no"), column, row.getString("value"), row.getString("reason"));
  }

  /** As {@link #reject(String, String, Map)}, without further parameters. */
  public void reject(String column, String sql) {
    reject(column, sql, Map.of());
  }

  /** The dates a query finds; {@code :run} is the run. */
  public List<LocalDate> dates(String sql) {
    return jdbc.sql(sql)
        .param("run", runId)
        .query((row, rowNumber) -> row.getObject(1, LocalDate.class))
        .list();
  }

  /** Reports every row but the first of each key; table and columns are names of the schema. */
  public void rejectDuplicates(String table, String column, String keyColumns, String keyText) {
    reject(
        column,
        """
        select row_no, %s as value, 'duplicate of row ' || first_row || '; keep one of them' as reason
        from (
          select *, first_value(row_no) over (partition by %s order by row_no) as first_row
          from %s where run_id = :run
        ) keyed
        where row_no > first_row
        order by row_no
        """
            .formatted(keyText, keyColumns, table));
  }

  /** Reports every row of a person whom the employees do not have. */
  public void rejectStrangers(String table) {
    reject(
        "employee_no",
        """
        select row_no, employee_no as value,
          'unknown employee; add the person to the employees or correct the number' as reason
        from %s fact
        where run_id = :run
          and employee_no <> all (:refused)
          and not exists (
            select from employee
            where employee.run_id = :run and employee.bucket = fact.bucket
              and employee.employee_no = fact.employee_no)
        order by row_no
        """
            .formatted(table),
        Map.of("refused", refusedEmployees.toArray(String[]::new)));
  }
}
