package io.monthend.exchange;

import io.monthend.closing.CloseProgress;
import io.monthend.closing.CloseRun;
import io.monthend.closing.CloseRuns;
import io.monthend.closing.CloseSettings;
import io.monthend.closing.RunTables;
import io.monthend.database.BulkCopy;
import io.monthend.exchange.Row.Fault;
import io.monthend.kernel.PayMonth;
import io.monthend.people.Bucket;
import io.monthend.people.FactCheck;
import io.monthend.people.Facts;
import io.monthend.people.Roll;
import io.monthend.people.Screen;
import io.monthend.rulebook.RuleBook;
import io.monthend.rulebook.RuleBookEdition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
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
    Reading reading = new Reading(month, rulebook, input, rejects, null);
    String hash = reading.all(null);
    progress.end("compare");
    return rejects.count() == before ? Optional.of(hash) : Optional.empty();
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
    progress.begin("import", 0);
    List<InputFile<?>> files = inputFiles.of(month, edition.book());
    InputFile<?> employees = files.getFirst();
    long people = input.has(employees) ? input.countRows(employees) : 0;
    runs.superseded(month).forEach(tables::drop);
    CloseRun run = runs.begin(month, edition, "", settings.bucketsFor(people));
    tables.createFacts(run);
    Connection connection = DataSourceUtils.getConnection(dataSource);
    try {
      Reading reading = new Reading(month, edition.book(), input, rejects, run);
      runs.setInputHash(run.id(), reading.all(connection));
      tables.attach(run);
      tables.analyzeFacts(run);
      progress.end("import");
      progress.begin("check", 0);
      if (reading.hasEmployees) {
        reading.check();
      }
      progress.end("check");
      return run;
    } finally {
      DataSourceUtils.releaseConnection(connection, dataSource);
    }
  }

  /** One reading of an input. */
  private final class Reading {

    private final PayMonth month;
    private final RuleBook rulebook;
    private final MonthInput input;
    private final Rejects rejects;
    private final @Nullable CloseRun run;
    private final List<InputFile<?>> files;
    private final Set<String> refusedEmployees = new HashSet<>();
    private final List<InputFile<?>> unclear = new ArrayList<>();
    private final Roll roll = new Roll();
    private boolean hasEmployees;

    Reading(
        PayMonth month,
        RuleBook rulebook,
        MonthInput input,
        Rejects rejects,
        @Nullable CloseRun run) {
      this.month = month;
      this.rulebook = rulebook;
      this.input = input;
      this.rejects = rejects;
      this.run = run;
      this.files = inputFiles.of(month, rulebook);
    }

    /**
     * Reads every file, into the run's tables where there is a connection; gives the hash of all
     * rows.
     */
    String all(@Nullable Connection connection) throws IOException, SQLException {
      MessageDigest all = RowHash.sha256();
      for (InputFile<?> file : files) {
        RowHash hash = new RowHash();
        if (input.has(file)) {
          one(file, connection, hash);
        } else if (file.name().equals(InputFiles.EMPLOYEES)) {
          input.reject(
              file, 0, new Fault("", "", "the file is missing; it must be there"), rejects);
        }
        all.update(file.name().getBytes(StandardCharsets.UTF_8));
        hash.addTo(all);
      }
      return HexFormat.of().formatHex(all.digest());
    }

    private <T> void one(InputFile<T> file, @Nullable Connection connection, RowHash hash)
        throws IOException, SQLException {
      Screen<T> screen = run == null ? Screen.none() : file.facts().screen(roll, month, rulebook);
      try (BulkCopy copy = open(file, connection)) {
        input.read(file, rejects, row -> take(file, row, copy, hash, screen));
        copy.end();
      }
      if (!screen.isClear()) {
        unclear.add(file);
      }
    }

    private BulkCopy open(InputFile<?> file, @Nullable Connection connection) throws SQLException {
      String[] columns =
          Stream.concat(Facts.KEY_COLUMNS.stream(), file.facts().columns().stream())
              .toArray(String[]::new);
      if (connection == null || run == null) {
        return BulkCopy.discarded(columns.length);
      }
      String table = RunTables.partition(file.facts().table(), run.id());
      return BulkCopy.into(connection, table, columns);
    }

    private <T> void take(InputFile<T> file, Row row, BulkCopy copy, RowHash hash, Screen<T> screen)
        throws SQLException {
      boolean isEmployee = file.name().equals(InputFiles.EMPLOYEES);
      String no = row.required("employee_no", InputFiles::employeeNo);
      T fact = no == null ? null : file.parser().apply(row);
      if (no == null || fact == null || !row.isSound()) {
        reject(file, row);
        if (isEmployee && no != null) {
          refusedEmployees.add(no);
        }
        return;
      }
      hasEmployees |= isEmployee;
      copy.row()
          .value(run == null ? 0 : Bucket.numberOf(no, run.buckets()))
          .value(row.number())
          .mark()
          .value(no);
      file.facts().put(copy, fact);
      hash.add(copy);
      screen.see(no, fact);
      progress.advance(1);
    }

    private void reject(InputFile<?> file, Row row) {
      for (Fault fault : row.faults()) {
        input.reject(file, row.number(), fault, rejects);
      }
    }

    /** Checks the rows against each other, where the screens do not tell that all is well. */
    void check() {
      for (InputFile<?> file : unclear) {
        file.facts()
            .check(
                new FactCheck(
                    jdbc,
                    Objects.requireNonNull(run).id(),
                    month,
                    rulebook,
                    refusedEmployees,
                    bad ->
                        input.reject(
                            file,
                            bad.rowNo(),
                            new Fault(bad.column(), bad.value(), bad.reason()),
                            rejects)));
      }
    }
  }

  /** A fault of the machine while files were read; nothing is kept. */
  static final class IntakeFailed extends RuntimeException {
    IntakeFailed(Exception cause) {
      super("The input could not be read: " + cause.getMessage(), cause);
    }
  }
}
