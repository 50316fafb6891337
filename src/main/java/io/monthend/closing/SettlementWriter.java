package io.monthend.closing;

import io.monthend.attendance.AttendanceDay;
import io.monthend.closing.Settlement.Settled;
import io.monthend.database.BulkCopy;
import io.monthend.evaluation.Evaluation;
import io.monthend.evaluation.EvaluationLine;
import io.monthend.payroll.PayLine;
import io.monthend.people.Bucket;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.jdbc.datasource.DataSourceUtils;

/** Writes all that belongs to the people of a chunk in the chunk's transaction, table by table. */
final class SettlementWriter implements ItemWriter<Based<Settlement>> {

  /** Writes the rows of one table. */
  @FunctionalInterface
  private interface Rows {
    void write(BulkCopy copy) throws SQLException;
  }

  private final Bucket bucket;
  private final CloseRuns runs;
  private final DataSource dataSource;
  private final CloseProgress progress;

  SettlementWriter(Bucket bucket, CloseRuns runs, DataSource dataSource, CloseProgress progress) {
    this.bucket = bucket;
    this.runs = runs;
    this.dataSource = dataSource;
    this.progress = progress;
  }

  @Override
  public void write(Chunk<? extends Based<Settlement>> chunk) throws SQLException {
    runs.requireOwnership(bucket.runId());
    Connection connection = DataSourceUtils.getConnection(dataSource);
    try {
      letOthersBeFirstOnTheDisk(connection);
      writeSettlements(connection, chunk);
      List<Settled> settled =
          chunk.getItems().stream()
              .map(Based::value)
              .filter(Settled.class::isInstance)
              .map(Settled.class::cast)
              .toList();
      writeAttendance(connection, settled);
      writeEvaluations(connection, settled);
      writePayslips(connection, settled);
      writeReviewItems(connection, chunk);
    } finally {
      DataSourceUtils.releaseConnection(connection, dataSource);
    }
    progress.advance(chunk.size());
  }

  /**
   * A chunk that is lost with the database server is settled again by the restart, and whatever is
   * committed for good later, the hand-in above all, takes the chunks before it to the disk.
   */
  private static void letOthersBeFirstOnTheDisk(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("set local synchronous_commit to off");
    }
  }

  private void writeSettlements(Connection connection, Chunk<? extends Based<Settlement>> chunk)
      throws SQLException {
    copy(
        connection,
        "settlement",
        rows -> {
          for (Based<Settlement> settled : chunk) {
            row(rows, settled.value())
                .value((short) bucket.no())
                .value(settled.value().outcome())
                .value(settled.basis());
          }
        },
        "bucket",
        "outcome",
        "basis");
  }

  private void writeAttendance(Connection connection, List<Settled> settled) throws SQLException {
    copy(
        connection,
        "attendance_day",
        rows -> {
          for (Settled person : settled) {
            for (AttendanceDay day : person.attendance().days()) {
              row(rows, person)
                  .value(day.date())
                  .value(day.shift())
                  .value(day.in())
                  .value(day.out())
                  .value(day.lateMinutes())
                  .value(day.earlyMinutes())
                  .value((short) day.leaveHalves())
                  .value((short) day.absentHalves())
                  .value(day.missing() == null ? null : day.missing().name());
            }
          }
        },
        "date",
        "shift",
        "in_at",
        "out_at",
        "late_minutes",
        "early_minutes",
        "leave_halves",
        "absent_halves",
        "missing");
  }

  private void writeEvaluations(Connection connection, List<Settled> settled) throws SQLException {
    copy(
        connection,
        "evaluation",
        rows -> {
          for (Settled person : settled) {
            Evaluation evaluation = person.evaluation();
            if (evaluation != null) {
              row(rows, person)
                  .value(evaluation.score())
                  .value(evaluation.grade())
                  .value(person.isRanked());
            }
          }
        },
        "score",
        "grade",
        "is_ranked");
    copy(
        connection,
        "evaluation_line",
        rows -> {
          for (Settled person : settled) {
            Evaluation evaluation = person.evaluation();
            int seq = 0;
            for (EvaluationLine line :
                evaluation == null ? List.<EvaluationLine>of() : evaluation.lines()) {
              row(rows, person)
                  .value(++seq)
                  .value(line.date())
                  .value(line.code())
                  .value(line.points())
                  .value(line.source().text());
            }
          }
        },
        "seq",
        "date",
        "code",
        "points",
        "source");
  }

  private void writePayslips(Connection connection, List<Settled> settled) throws SQLException {
    copy(
        connection,
        "payslip",
        rows -> {
          for (Settled person : settled) {
            row(rows, person)
                .value(person.employee().name())
                .value(person.employee().position().name())
                .value(person.employee().baseSalary().cents())
                .value(person.payslip().net().cents());
          }
        },
        "name",
        "position",
        "base_salary_cents",
        "net_cents");
    copy(
        connection,
        "payslip_line",
        rows -> {
          for (Settled person : settled) {
            int seq = 0;
            for (PayLine line : person.payslip().lines()) {
              row(rows, person)
                  .value(++seq)
                  .value(line.code().name())
                  .value(line.amount().cents())
                  .value(line.rule())
                  .value(line.source().text());
            }
          }
        },
        "seq",
        "code",
        "amount_cents",
        "rule",
        "source");
  }

  private void writeReviewItems(Connection connection, Chunk<? extends Based<Settlement>> chunk)
      throws SQLException {
    copy(
        connection,
        "review_item",
        rows -> {
          for (Based<Settlement> settled : chunk) {
            for (ReviewItem item : settled.value().reviewItems()) {
              row(rows, settled.value())
                  .value(item.kind().name())
                  .value(item.source().text())
                  .value(item.note());
            }
          }
        },
        "kind",
        "source",
        "note");
  }

  private BulkCopy row(BulkCopy rows, Settlement settlement) throws SQLException {
    return rows.row().value(bucket.runId()).value(settlement.employee().employeeNo());
  }

  private static void copy(Connection connection, String table, Rows rows, String... columns)
      throws SQLException {
    String[] all = new String[columns.length + 2];
    all[0] = "run_id";
    all[1] = "employee_no";
    System.arraycopy(columns, 0, all, 2, columns.length);
    try (BulkCopy copy = BulkCopy.into(connection, table, all)) {
      rows.write(copy);
      copy.end();
    }
  }
}
