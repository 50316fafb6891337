package io.monthend.evaluation;

import io.monthend.database.BulkCopy;
import io.monthend.database.GroupedCursor;
import io.monthend.kernel.CodePointOrder;
import io.monthend.kernel.PayMonth;
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
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The exams of each run. */
@Component
public class Exams implements Facts<Exam> {

  private static final int DECIMALS = 2;

  private final JdbcClient jdbc;

  Exams(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String table() {
    return "exam";
  }

  @Override
  public List<String> columns() {
    return List.of("date", "score_hundredths");
  }

  @Override
  public void put(BulkCopy row, Exam fact) throws SQLException {
    row.value(fact.date()).value(fact.score().movePointRight(DECIMALS).intValueExact());
  }

  @Override
  public Screen<Exam> screen(Roll roll, PayMonth month, RuleBook rulebook) {
    return roll.known();
  }

  @Override
  public void check(FactCheck check) {
    check.rejectStrangers(table());
  }

  /** Those of a bucket by employee number. */
  public GroupedCursor<Exam> of(Connection connection, Bucket bucket) throws SQLException {
    return GroupedCursor.open(
        connection,
        CodePointOrder::compareTexts,
        Exams::read,
        """
        select employee_no, date, score_hundredths from exam where run_id = ? and bucket = ? order by employee_no
        """,
        bucket.runId(),
        bucket.no());
  }

  /** Those of one person, by date. */
  public List<Exam> of(Bucket bucket, String employeeNo) {
    return jdbc.sql(
            """
            select date, score_hundredths from exam
            where run_id = :run and bucket = :bucket and employee_no = :no
            order by date, row_no
            """)
        .param("run", bucket.runId())
        .param("bucket", bucket.no())
        .param("no", employeeNo)
        .query((row, rowNumber) -> read(row))
        .list();
  }

  private static Exam read(ResultSet row) throws SQLException {
    return new Exam(
        row.getObject("date", LocalDate.class),
        BigDecimal.valueOf(row.getInt("score_hundredths"), DECIMALS));
  }
}
