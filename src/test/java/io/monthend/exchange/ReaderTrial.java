package io.monthend.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.monthend.attendance.Punches;
import io.monthend.closing.CloseProgress;
import io.monthend.conduct.Incidents;
import io.monthend.database.BulkCopy;
import io.monthend.evaluation.Exams;
import io.monthend.evaluation.KeyFigureRecords;
import io.monthend.evaluation.PastEvaluations;
import io.monthend.kernel.PayMonth;
import io.monthend.leave.Leaves;
import io.monthend.leave.OpeningBalances;
import io.monthend.payroll.Bonuses;
import io.monthend.payroll.CashPayments;
import io.monthend.people.Employees;
import io.monthend.roster.Rosters;
import io.monthend.rulebook.RuleBook;
import io.monthend.rulebook.RuleBooks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Reads whatever bytes come, as a close does: each row is taken, or refused with its place, and
 * nothing else may happen. No database is asked.
 */
final class ReaderTrial {

  /** What a reading came to. */
  private record Came(String hash, long rejects, String list) {}

  private static final PayMonth MONTH = PayMonth.of("2026-10");
  private static final RuleBook RULES = RuleBooks.bundled().inEffect(MONTH).orElseThrow().book();

  static final List<InputFile<?>> FILES = files();

  /** Files are written and read for each trial, so best into memory. */
  private static final Path MEMORY = Path.of("/dev/shm");

  private static final CloseProgress NOBODY_WATCHES =
      new CloseProgress() {
        @Override
        public void begin(String step, long total) {}

        @Override
        public void advance(long done) {}

        @Override
        public void end(String step) {}
      };

  private final Path folder;

  ReaderTrial() {
    try {
      var owner =
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
      folder =
          Files.isWritable(MEMORY)
              ? Files.createTempDirectory(MEMORY, "trial", owner)
              : Files.createTempDirectory("trial", owner);
      Files.createDirectory(folder.resolve("input"));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<InputFile<?>> files() {
    try (var context = new AnnotationConfigApplicationContext()) {
      context.registerBean(
          JdbcClient.class, () -> JdbcClient.create(new DriverManagerDataSource("jdbc:none:")));
      context.register(
          Employees.class,
          Rosters.class,
          Punches.class,
          Leaves.class,
          Incidents.class,
          Exams.class,
          KeyFigureRecords.class,
          Bonuses.class,
          CashPayments.class,
          PastEvaluations.class,
          OpeningBalances.class,
          InputFiles.class);
      context.refresh();
      return context.getBean(InputFiles.class).ofImport(MONTH, RULES);
    }
  }

  /** The kind of file that a byte chooses. */
  static InputFile<?> file(byte choice) {
    return FILES.get(Byte.toUnsignedInt(choice) % FILES.size());
  }

  /** Reads a CSV file of one kind, twice; both times the same must come of it. */
  void csv(InputFile<?> file, byte[] content) throws IOException, SQLException {
    Path input = folder.resolve("input");
    Path csv = Files.write(input.resolve(file.fileName()), content);
    twice(input);
    Files.delete(csv);
  }

  /** The same with a workbook. */
  void workbook(byte[] content) throws IOException, SQLException {
    twice(Files.write(folder.resolve("month.xlsx"), content));
  }

  private void twice(Path input) throws IOException, SQLException {
    assertThat(read(input)).isEqualTo(read(input));
  }

  private Came read(Path path) throws IOException, SQLException {
    String hash;
    long count;
    try (MonthInput input = MonthInput.at(path, StandardCharsets.UTF_8);
        Rejects rejects = Rejects.in(folder)) {
      input.strangers(FILES);
      hash =
          new InputReading(FILES, input, rejects, NOBODY_WATCHES, 1)
              .all((facts, columns) -> BulkCopy.discarded(columns.length));
      count = rejects.count();
    }
    return new Came(hash, count, Files.readString(folder.resolve(Rejects.FILE)));
  }
}
