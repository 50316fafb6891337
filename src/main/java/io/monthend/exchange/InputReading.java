package io.monthend.exchange;

import io.monthend.closing.CloseProgress;
import io.monthend.database.BulkCopy;
import io.monthend.exchange.Row.Fault;
import io.monthend.kernel.PayMonth;
import io.monthend.people.Bucket;
import io.monthend.people.FactCheck;
import io.monthend.people.FactCheck.BadRow;
import io.monthend.people.Facts;
import io.monthend.people.Roll;
import io.monthend.people.Screen;
import io.monthend.rulebook.RuleBook;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One reading of an input: every row becomes a fact and is copied, or is refused with its place.
 */
final class InputReading {

  /** Where the facts of a kind are copied to. */
  @FunctionalInterface
  interface Target {
    BulkCopy open(Facts<?> facts, String[] columns) throws SQLException;
  }

  /** Takes the rows that are wrong beside others. */
  @FunctionalInterface
  interface BadRows {
    void accept(InputFile<?> file, BadRow bad);
  }

  /** What the screens of a month need to know; each serves one reading. */
  record Screening(Roll roll, PayMonth month, RuleBook rulebook) {
    Screening(PayMonth month, RuleBook rulebook) {
      this(new Roll(), month, rulebook);
    }

    <T> Screen<T> of(Facts<T> facts) {
      return facts.screen(roll, month, rulebook);
    }
  }

  private final List<InputFile<?>> files;
  private final MonthInput input;
  private final Rejects rejects;
  private final CloseProgress progress;
  private final int buckets;
  private final Set<String> refusedEmployees = new HashSet<>();
  private final List<InputFile<?>> unclear = new ArrayList<>();
  private final @Nullable Screening screening;
  private boolean hasEmployees;

  /** A reading in which every row has to be checked beside the others. */
  InputReading(
      List<InputFile<?>> files,
      MonthInput input,
      Rejects rejects,
      CloseProgress progress,
      int buckets) {
    this(files, input, rejects, progress, buckets, null);
  }

  /**
   * One reading.
   *
   * @param screening screens a month's facts meanwhile, so that only what is not clear has to be
   *     checked
   */
  InputReading(
      List<InputFile<?>> files,
      MonthInput input,
      Rejects rejects,
      CloseProgress progress,
      int buckets,
      @Nullable Screening screening) {
    this.files = files;
    this.input = input;
    this.rejects = rejects;
    this.progress = progress;
    this.buckets = buckets;
    this.screening = screening;
  }

  /** Whether some employee was accepted. */
  boolean hasEmployees() {
    return hasEmployees;
  }

  /** Reads every file; gives the hash of all rows, whatever their order. */
  String all(Target target) throws IOException, SQLException {
    MessageDigest all = RowHash.sha256();
    for (InputFile<?> file : files) {
      RowHash hash = new RowHash();
      if (input.has(file)) {
        one(file, target, hash);
      } else if (screening == null) {
        unclear.add(file);
      }
      all.update(file.name().getBytes(StandardCharsets.UTF_8));
      hash.addTo(all);
    }
    return HexFormat.of().formatHex(all.digest());
  }

  private <T> void one(InputFile<T> file, Target target, RowHash hash)
      throws IOException, SQLException {
    String[] columns =
        Stream.concat(Facts.KEY_COLUMNS.stream(), file.facts().columns().stream())
            .toArray(String[]::new);
    Screen<T> screen = screening == null ? Screen.none() : screening.of(file.facts());
    try (BulkCopy copy = target.open(file.facts(), columns)) {
      input.read(file, rejects, row -> take(file, row, copy, hash, screen));
      copy.end();
    }
    if (!screen.isClear()) {
      unclear.add(file);
    }
  }

  private <T> void take(InputFile<T> file, Row row, BulkCopy copy, RowHash hash, Screen<T> screen)
      throws SQLException {
    boolean isEmployee = file.name().equals(InputFiles.EMPLOYEES);
    String no = row.required("employee_no", InputFiles::employeeNo);
    T fact = no == null ? null : file.parser().apply(row);
    if (no == null || fact == null || !row.isSound()) {
      for (Fault fault : row.faults()) {
        input.reject(file, row.number(), fault, rejects);
      }
      if (isEmployee && no != null) {
        refusedEmployees.add(no);
      }
      return;
    }
    hasEmployees |= isEmployee;
    copy.row().value(Bucket.numberOf(no, buckets)).value(row.number()).mark().value(no);
    file.facts().put(copy, fact);
    hash.add(copy);
    screen.see(no, fact);
    progress.advance(1);
  }

  /**
   * Checks the rows that were copied for a run against each other, but for those that are clear.
   */
  void check(JdbcClient jdbc, long runId, PayMonth month, RuleBook rulebook, BadRows bad) {
    for (InputFile<?> file : unclear) {
      file.facts()
          .check(
              new FactCheck(
                  jdbc, runId, month, rulebook, refusedEmployees, row -> bad.accept(file, row)));
    }
  }

  /** Puts a row that is wrong beside others on the list. */
  void reject(InputFile<?> file, BadRow bad) {
    input.reject(file, bad.rowNo(), new Fault(bad.column(), bad.value(), bad.reason()), rejects);
  }
}
