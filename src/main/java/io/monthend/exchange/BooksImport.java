package io.monthend.exchange;

import io.monthend.closing.CloseProgress;
import io.monthend.database.BulkCopy;
import io.monthend.database.UnsharedConnection;
import io.monthend.exchange.ImportTables.Counts;
import io.monthend.kernel.PayMonth;
import io.monthend.months.BooksGate;
import io.monthend.people.FactCheck.BadRow;
import io.monthend.rulebook.RuleBook;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/**
 * Takes files into the books: all of their rows, or none and a list of what is wrong. Rows are told
 * apart by their keys: a new key is added, a known one changes, and the same import again changes
 * nothing. A row that a file no longer has stays in the books.
 */
@Component
public class BooksImport {

  static final String ANSWERS = "answers.csv";

  /** How an import ended. */
  public enum Ending {
    IMPORTED,
    /** Only tried out; nothing was kept. */
    PREVIEWED,
    /** Rows were refused; nothing was kept. */
    REJECTED,
    /** There are files that do not say their month, and no month was given. */
    MONTH_NEEDED
  }

  /**
   * What is to be imported.
   *
   * @param input a folder of CSV files or with month.xlsx, or a workbook
   * @param encoding of the CSV files
   * @param month of key figures and bonuses
   * @param output a folder for the answer to each row, or for the rejects
   * @param actor who does it
   */
  public record Order(
      Path input,
      Charset encoding,
      @Nullable PayMonth month,
      boolean dryRun,
      Path output,
      RuleBook rulebook,
      String actor) {}

  /** What became of the rows of a file. */
  public record FileAnswer(String file, long added, long changed, long unchanged) {}

  /**
   * What came of an import.
   *
   * @param files in the order they were read; those that need a month, where it is missing
   * @param closedMonths with rows that are new or changed, though their slips are published
   * @param warnings in words
   */
  public record Outcome(
      Ending ending,
      List<FileAnswer> files,
      long rejected,
      List<String> closedMonths,
      List<String> warnings) {}

  private final DataSource dataSource;
  private final InputFiles inputFiles;
  private final CloseProgress progress;

  BooksImport(DataSource dataSource, InputFiles inputFiles, CloseProgress progress) {
    this.dataSource = dataSource;
    this.inputFiles = inputFiles;
    this.progress = progress;
  }

  /** Imports, or tries it out. A fault is an exception; nothing is kept then. */
  public Outcome run(Order order) throws IOException, SQLException {
    try (MonthInput input = MonthInput.at(order.input(), order.encoding())) {
      return run(order, input);
    }
  }

  private Outcome run(Order order, MonthInput input) throws IOException, SQLException {
    List<InputFile<?>> all = inputFiles.ofImport(order.month(), order.rulebook());
    List<InputFile<?>> files = all.stream().filter(input::has).toList();
    List<FileAnswer> monthless =
        files.stream()
            .filter(file -> order.month() == null && ImportTables.isMonthly(file.facts()))
            .map(file -> new FileAnswer(file.name(), 0, 0, 0))
            .toList();
    if (!monthless.isEmpty()) {
      return new Outcome(Ending.MONTH_NEEDED, monthless, 0, List.of(), List.of());
    }
    OutputFiles.createFolder(order.output());
    // Statements prepared on it find the tables of the import, not those that they hide.
    try (Connection connection = UnsharedConnection.beside(dataSource);
        Rejects rejects = Rejects.in(order.output())) {
      Outcome outcome = new Work(connection, order, input, all, files, rejects).run();
      if (outcome.ending() != Ending.REJECTED) {
        Files.deleteIfExists(order.output().resolve(Rejects.FILE));
      }
      return outcome;
    }
  }

  /** One import, in one transaction. */
  private final class Work {

    private final Connection connection;
    private final Order order;
    private final MonthInput input;
    private final List<InputFile<?>> all;
    private final List<InputFile<?>> files;
    private final Rejects rejects;
    private final JdbcClient jdbc;
    private final ImportTables tables;
    private final BooksGate gate;

    Work(
        Connection connection,
        Order order,
        MonthInput input,
        List<InputFile<?>> all,
        List<InputFile<?>> files,
        Rejects rejects) {
      this.connection = connection;
      this.order = order;
      this.input = input;
      this.all = all;
      this.files = files;
      this.rejects = rejects;
      this.jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
      this.tables = new ImportTables(jdbc);
      this.gate = new BooksGate(jdbc);
    }

    Outcome run() throws IOException, SQLException {
      connection.setAutoCommit(false);
      jdbc.sql("set local work_mem = '128MB'").update();
      String month = order.month() == null ? null : order.month().toString();
      all.forEach(file -> tables.create(file.facts(), month));
      List<String> warnings = warnings();
      InputReading reading = new InputReading(all, input, rejects, progress, 1);
      progress.begin("import", 0);
      reading.all(
          (facts, columns) -> BulkCopy.into(connection, ImportTables.given(facts), columns));
      progress.end("import");
      compare(reading);
      check(reading);
      if (rejects.count() > 0) {
        connection.rollback();
        return new Outcome(Ending.REJECTED, List.of(), rejects.count(), List.of(), warnings);
      }
      return answered(warnings);
    }

    private List<String> warnings() throws IOException {
      return input.strangers(all).stream()
          .map(name ->
              name + " is nothing that can be imported and was not read; is its name right?")
          .toList();
    }

    /** From here on nobody else writes into the books. */
    private void compare(InputReading reading) {
      progress.begin("compare", 0);
      gate.passAlone();
      for (InputFile<?> file : all) {
        tables.number(file.facts(), row -> reading.reject(file, row));
        tables.compare(file.facts());
      }
      progress.end("compare");
    }

    /** What stands in the books already was checked when it came there. */
    private void check(InputReading reading) {
      progress.begin("check", 0);
      all.forEach(file -> tables.addBeside(file.facts()));
      PayMonth month = Objects.requireNonNullElse(order.month(), PayMonth.of(PayMonth.LATEST_DATE));
      reading.check(
          jdbc, 0, month, order.rulebook(), (file, row) -> reading.reject(file, placed(file, row)));
      progress.end("check");
    }

    /** Where a row of the books is wrong beside those of the files, it has no number to tell. */
    private BadRow placed(InputFile<?> file, BadRow bad) {
      String reason = bad.reason().replaceAll("(in )?row -\\d+", "in the books");
      return bad.rowNo() > 0
          ? new BadRow(bad.rowNo(), bad.column(), bad.value(), reason)
          : new BadRow(
              0,
              bad.column(),
              bad.value(),
              reason
                  + "; this row stands in the books ("
                  + tables.describe(file.facts(), bad.rowNo())
                  + "): import it anew together with these");
    }

    private Outcome answered(List<String> warnings) throws IOException, SQLException {
      progress.begin("answer", 0);
      List<FileAnswer> answers = new ArrayList<>();
      List<Counts> counts = new ArrayList<>();
      TreeSet<String> closed = new TreeSet<>();
      for (InputFile<?> file : files) {
        Counts count = tables.counts(file.facts());
        counts.add(count);
        answers.add(new FileAnswer(file.name(), count.added(), count.changed(), count.unchanged()));
        closed.addAll(tables.closedMonths(file.facts()));
      }
      Path part = writeAnswers();
      progress.end("answer");
      if (order.dryRun()) {
        connection.rollback();
      } else {
        keep(counts, closed);
      }
      Files.move(
          part,
          order.output().resolve(ANSWERS),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
      return new Outcome(
          order.dryRun() ? Ending.PREVIEWED : Ending.IMPORTED,
          answers,
          0,
          List.copyOf(closed),
          warnings);
    }

    private void keep(List<Counts> counts, Set<String> closed) throws SQLException {
      progress.begin("write", 0);
      gate.acceptClosedMonths();
      for (int i = 0; i < files.size(); i++) {
        tables.merge(files.get(i).facts(), counts.get(i));
      }
      closed.forEach(month ->
          gate.recordLateFacts(
              PayMonth.of(month), order.actor(), "imported after the slips were published"));
      jdbc.sql(
              """
              insert into books.import (actor, month, added, changed, unchanged)
              values (:actor, nullif(:month, ''), :added, :changed, :unchanged)
              """)
          .params(
              Map.of(
                  "actor", order.actor(),
                  "month", order.month() == null ? "" : order.month().toString(),
                  "added", counts.stream().mapToLong(Counts::added).sum(),
                  "changed", counts.stream().mapToLong(Counts::changed).sum(),
                  "unchanged", counts.stream().mapToLong(Counts::unchanged).sum()))
          .update();
      connection.commit();
      progress.end("write");
    }

    /** The answer to each row, made by the database as it stands in the file. */
    private Path writeAnswers() throws IOException, SQLException {
      Path part = order.output().resolve(ANSWERS + ".part");
      OutputFiles.createOwnerOnly(part);
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16)) {
        out.write("file,row,key,answer,what,note\n".getBytes(StandardCharsets.UTF_8));
        for (InputFile<?> file : files) {
          connection
              .unwrap(PGConnection.class)
              .getCopyAPI()
              .copyOut(ImportTables.answersAsCsv(file), out);
        }
      }
      return part;
    }
  }
}
