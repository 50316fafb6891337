package io.monthend.evaluation;

import io.monthend.database.BulkCopy;
import io.monthend.database.GroupedCursor;
import io.monthend.kernel.CodePointOrder;
import io.monthend.kernel.PayMonth;
import io.monthend.kernel.Position;
import io.monthend.people.Bucket;
import io.monthend.people.FactCheck;
import io.monthend.people.Facts;
import io.monthend.people.Roll;
import io.monthend.people.Screen;
import io.monthend.rulebook.RuleBook;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The key figures of each run. */
@Component
public class KeyFigureRecords implements Facts<KeyFigures> {

  private static final int DECIMALS = 6;

  private final JdbcClient jdbc;

  KeyFigureRecords(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String table() {
    return "key_figures";
  }

  @Override
  public List<String> columns() {
    return List.of("workload_millionths", "quality_millionths", "complaint_rate_millionths");
  }

  @Override
  public void put(BulkCopy row, KeyFigures fact) throws SQLException {
    row.value(millionths(fact.workload())).value(millionths(fact.quality()));
    if (fact.complaintRate() == null) {
      row.none();
    } else {
      row.value(millionths(fact.complaintRate()));
    }
  }

  @Override
  public Screen<KeyFigures> screen(Roll roll, PayMonth month, RuleBook rulebook) {
    return roll.oneEach();
  }

  @Override
  public void check(FactCheck check) {
    check.rejectStrangers(table());
    check.rejectDuplicates(table(), "employee_no", "employee_no", "employee_no");
  }

  /** Those of a bucket by employee number. */
  public GroupedCursor<KeyFigures> of(Connection connection, Bucket bucket) throws SQLException {
    return GroupedCursor.open(
        connection,
        CodePointOrder::compareTexts,
        KeyFigureRecords::read,
        """
        select employee_no, workload_millionths, quality_millionths, complaint_rate_millionths from key_figures where run_id = ? and bucket = ? order by employee_no
        """,
        bucket.runId(),
        bucket.no());
  }

  /** Those of one person. */
  public Optional<KeyFigures> of(Bucket bucket, String employeeNo) {
    return jdbc.sql(
            """
            select workload_millionths, quality_millionths, complaint_rate_millionths from key_figures
            where run_id = :run and bucket = :bucket and employee_no = :no
            """)
        .param("run", bucket.runId())
        .param("bucket", bucket.no())
        .param("no", employeeNo)
        .query((row, rowNumber) -> read(row))
        .optional();
  }

  /** The best figures of all evaluated people whom the month is due for. */
  public KeyFigures.Best best(long runId, PayMonth month, Set<Position> evaluated) {
    return jdbc.sql(
            """
            select max(k.workload_millionths) as workload, max(k.quality_millionths) as quality
            from key_figures k
            join employee e on e.run_id = :run and e.bucket = k.bucket and e.employee_no = k.employee_no
            where k.run_id = :run and e.position = any (:positions)
              and e.hire_date <= :last and (e.last_day is null or e.last_day >= :first)
            """)
        .param("run", runId)
        .param("positions", evaluated.stream().map(Position::name).toArray(String[]::new))
        .param("first", month.first())
        .param("last", month.last())
        .query((row, rowNumber) ->
            new KeyFigures.Best(
                decimal(row.getBigDecimal("workload")), decimal(row.getBigDecimal("quality"))))
        .single();
  }

  private static @Nullable BigDecimal decimal(@Nullable BigDecimal millionths) {
    return millionths == null ? null : millionths.movePointLeft(DECIMALS);
  }

  private static long millionths(BigDecimal figure) {
    return figure.movePointRight(DECIMALS).longValueExact();
  }

  private static KeyFigures read(ResultSet row) throws SQLException {
    long rate = row.getLong("complaint_rate_millionths");
    BigDecimal complaintRate = row.wasNull() ? null : BigDecimal.valueOf(rate, DECIMALS);
    return new KeyFigures(
        BigDecimal.valueOf(row.getLong("workload_millionths"), DECIMALS),
        BigDecimal.valueOf(row.getLong("quality_millionths"), DECIMALS),
        complaintRate);
  }
}
