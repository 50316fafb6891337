package io.monthend.exchange;

import io.monthend.closing.CloseProgress;
import io.monthend.closing.CloseRun;
import io.monthend.closing.CloseRuns;
import io.monthend.closing.CloseSettings;
import io.monthend.closing.RunTables;
import io.monthend.database.BulkCopy;
import io.monthend.exchange.InputReading.Screening;
import io.monthend.exchange.Row.Fault;
import io.monthend.kernel.PayMonth;
import io.monthend.rulebook.RuleBook;
import io.monthend.rulebook.RuleBookEdition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes a month's input into the facts of a new run: all of it, or nothing and a list of what is
 * wrong.
 */
@Component
class Intake {

  private final DataSource dataSource;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final InputFiles inputFiles;
  private final CloseRuns runs;
  private final RunTables tables;
  private final CloseSettings settings;
  private final CloseProgress progress;

  Intake(
      DataSource dataSource,
      JdbcClient jdbc,
      TransactionTemplate transaction,
      InputFiles inputFiles,
      CloseRuns runs,
      RunTables tables,
      CloseSettings settings,
      CloseProgress progress) {
    this.dataSource = dataSource;
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.inputFiles = inputFiles;
    this.runs = runs;
    this.tables = tables;
    this.settings = settings;
    this.progress = progress;
  }

  /** The hash of an input's rows, whatever their order; empty where some are refused. */
  Optional<String> hash(PayMonth month, MonthInput input, RuleBook rulebook, Rejects rejects)
      throws IOException, SQLException {
    long before = rejects.count();
    progress.begin("compare", 0);
    List<InputFile<?>> files = inputFiles.of(month, rulebook);
    requireEmployees(files, input, rejects);
    String hash =
        new InputReading(files, input, rejects, progress, 1)
            .all((facts, columns) -> BulkCopy.discarded(columns.length));
    progress.end("compare");
    return rejects.count() == before ? Optional.of(hash) : Optional.empty();
  }

  /** Whether a run was made of the very same rows under the same rule book. */
  boolean isOf(CloseRun run, MonthInput input, RuleBookEdition edition, Path folder)
      throws IOException, SQLException {
    if (!run.rulebookHash().equals(edition.hash())) {
      return false;
    }
    try (Rejects unsound = Rejects.in(folder, Rejects.FILE + ".part")) {
      Optional<String> hash = hash(run.month(), input, edition.book(), unsound);
      return hash.isPresent() && hash.get().equals(run.inputHash());
    } finally {
      Files.deleteIfExists(folder.resolve(Rejects.FILE + ".part"));
    }
  }

  /** A new run with the facts of an input; empty where rows are refused: then nothing is kept. */
  Optional<CloseRun> accept(
      PayMonth month, MonthInput input, RuleBookEdition edition, Rejects rejects) {
    CloseRun run =
        transaction.execute(status -> {
          try {
            CloseRun accepted = load(month, input, edition, rejects);
            if (rejects.count() > 0) {
              status.setRollbackOnly();
              return null;
            }
            return accepted;
          } catch (IOException | SQLException e) {
            throw new IntakeFailed(e);
          }
        });
    return Optional.ofNullable(run);
  }

  private CloseRun load(PayMonth month, MonthInput input, RuleBookEdition edition, Rejects rejects)
      throws IOException, SQLException {
    List<InputFile<?>> files = inputFiles.of(month, edition.book());
    InputFile<?> employees = files.getFirst();
    long people = input.has(employees) ? input.countRows(employees) : 0;
    Optional<Long> before = runs.settledBefore(month);
    for (long given : runs.superseded(month)) {
      tables.dropFacts(given);
      if (!before.equals(Optional.of(given))) {
        tables.dropResults(given);
      }
    }
    CloseRun run = runs.begin(month, edition, "", settings.bucketsFor(people), before.orElse(null));
    tables.createFacts(run);
    Connection connection = DataSourceUtils.getConnection(dataSource);
    try {
      progress.begin("import", 0);
      requireEmployees(files, input, rejects);
      InputReading reading =
          new InputReading(
              files, input, rejects, progress, run.buckets(), new Screening(month, edition.book()));
      String hash =
          reading.all((facts, columns) ->
              BulkCopy.into(connection, RunTables.partition(facts.table(), run.id()), columns));
      runs.setInputHash(run.id(), hash);
      tables.attach(run);
      tables.analyzeFacts(run);
      progress.end("import");
      progress.begin("check", 0);
      if (reading.hasEmployees()) {
        reading.check(jdbc, run.id(), month, edition.book(), reading::reject);
      }
      progress.end("check");
      return run;
    } finally {
      DataSourceUtils.releaseConnection(connection, dataSource);
    }
  }

  private static void requireEmployees(
      List<InputFile<?>> files, MonthInput input, Rejects rejects) {
    InputFile<?> employees = files.getFirst();
    if (!input.has(employees)) {
      input.reject(employees, 0, new Fault("", "", input.withoutEmployees()), rejects);
    }
  }

  /** A fault of the machine while files were read; nothing is kept. */
  static final class IntakeFailed extends RuntimeException {
    IntakeFailed(Exception cause) {
      super("The input could not be read: " + cause.getMessage(), cause);
    }
  }
}
