package io.monthend.exchange;

import io.monthend.closing.CloseProgress;
import io.monthend.closing.CloseRun;
import io.monthend.closing.CloseRuns;
import io.monthend.closing.MonthClose;
import io.monthend.kernel.PayMonth;
import io.monthend.months.MonthLock;
import io.monthend.rulebook.RuleBookEdition;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.stereotype.Component;

/** Closes a month from its input to a folder of files; whoever calls it is the reviewer. */
@Component
public class FolderClose {

  /** How a close ended. */
  public enum Ending {
    CLOSED,
    /** Closed before with equal input; the same files were written again. */
    ALREADY_CLOSED,
    /** Rows were refused; nothing was kept. */
    REJECTED,
    /** Closed before with other input. */
    CLOSED_DIFFERENTLY,
    /** Some people could not be settled; nothing is published. */
    BLOCKED,
    /** Another process is closing the month. */
    BUSY
  }

  /**
   * What came of a close.
   *
   * @param people with a pay slip
   * @param exceptions things to look at
   * @param rejected rows refused
   * @param settled how many people were settled, taken over, blocked
   * @param digest of the pay slips, where there are any
   * @param warnings in words
   */
  public record Outcome(
      Ending ending,
      long people,
      long exceptions,
      long rejected,
      MonthClose.People settled,
      @Nullable String digest,
      List<String> warnings) {

    private static Outcome without(Ending ending, long rejected, List<String> warnings) {
      return new Outcome(ending, 0, 0, rejected, new MonthClose.People(0, 0, 0), null, warnings);
    }
  }

  private final DataSource dataSource;
  private final Intake intake;
  private final InputFiles inputFiles;
  private final OutputFiles output;
  private final MonthWorkbook workbook;
  private final CloseRuns runs;
  private final MonthClose close;
  private final CloseProgress progress;

  FolderClose(
      DataSource dataSource,
      Intake intake,
      InputFiles inputFiles,
      OutputFiles output,
      MonthWorkbook workbook,
      CloseRuns runs,
      MonthClose close,
      CloseProgress progress) {
    this.dataSource = dataSource;
    this.intake = intake;
    this.inputFiles = inputFiles;
    this.output = output;
    this.workbook = workbook;
    this.runs = runs;
    this.close = close;
    this.progress = progress;
  }

  /** As the other one, of CSV files in UTF-8 or a workbook. */
  public Outcome close(
      PayMonth month, Path input, ResultFolder results, RuleBookEdition edition, String actor)
      throws IOException, SQLException, JobExecutionException {
    return close(month, input, StandardCharsets.UTF_8, results, edition, actor);
  }

  /**
   * Closes, resumes or repeats the close of a month. A fault is an exception; the same call goes on
   * after it.
   *
   * @param input a folder of CSV files or with month.xlsx, or a workbook
   * @param encoding of the CSV files
   */
  public Outcome close(
      PayMonth month,
      Path input,
      Charset encoding,
      ResultFolder results,
      RuleBookEdition edition,
      String actor)
      throws IOException, SQLException, JobExecutionException {
    try (MonthInput rows = MonthInput.at(input, encoding)) {
      return close(month, rows, results, edition, actor);
    }
  }

  /** As {@link #close}, from the books as they stand now. */
  public Outcome closeBooks(
      PayMonth month, ResultFolder results, RuleBookEdition edition, String actor)
      throws IOException, SQLException, JobExecutionException {
    try (BooksInput books = BooksInput.open(dataSource.getConnection(), month, edition.book())) {
      return close(month, books, results, edition, actor);
    }
  }

  Outcome close(
      PayMonth month, MonthInput input, ResultFolder results, RuleBookEdition edition, String actor)
      throws IOException, SQLException, JobExecutionException {
    Path outputFolder = results.path();
    OutputFiles.createFolder(outputFolder);
    Optional<MonthLock> lock = close.lock(month);
    if (lock.isEmpty()) {
      return Outcome.without(Ending.BUSY, 0, List.of());
    }
    try (MonthLock _ = lock.get();
        Rejects rejects = Rejects.in(outputFolder)) {
      Outcome outcome = closeLocked(month, input, results, edition, actor, rejects);
      if (outcome.ending() != Ending.REJECTED) {
        Files.deleteIfExists(outputFolder.resolve(Rejects.FILE));
      }
      return outcome;
    }
  }

  private Outcome closeLocked(
      PayMonth month,
      MonthInput input,
      ResultFolder results,
      RuleBookEdition edition,
      String actor,
      Rejects rejects)
      throws IOException, SQLException, JobExecutionException {
    CloseRun live = runs.live(month).orElse(null);
    boolean same = live != null && intake.isOf(live, input, edition, results.path());
    if (live != null && live.state() == CloseRun.State.PUBLISHED) {
      return same
          ? finished(Ending.ALREADY_CLOSED, live, edition, results, List.of())
          : Outcome.without(Ending.CLOSED_DIFFERENTLY, 0, List.of());
    }
    List<String> warnings = strangers(month, input, edition);
    Optional<CloseRun> run =
        live != null && same && live.state() == CloseRun.State.SETTLING
            ? Optional.of(live)
            : intake.accept(month, input, edition, rejects);
    if (run.isEmpty()) {
      return Outcome.without(Ending.REJECTED, rejects.count(), warnings);
    }
    close.settle(run.get());
    boolean published = close.publish(run.get(), actor);
    return finished(
        published ? Ending.CLOSED : Ending.BLOCKED, run.get(), edition, results, warnings);
  }

  private List<String> strangers(PayMonth month, MonthInput input, RuleBookEdition edition)
      throws IOException {
    return input.strangers(inputFiles.of(month, edition.book())).stream()
        .map(name ->
            name
                + " is no file of the contract, nor a sheet of it, and was not read; is its name right?")
        .toList();
  }

  private Outcome finished(
      Ending ending,
      CloseRun run,
      RuleBookEdition edition,
      ResultFolder results,
      List<String> warnings)
      throws IOException {
    progress.begin("write", 0);
    String digest = runs.digest(run.id()).orElseThrow();
    Summary summary = output.write(run, edition, results.path(), digest);
    progress.end("write");
    writeWorkbook(run, edition, results, summary);
    return new Outcome(
        ending, summary.people(), summary.exceptions(), 0, close.people(run), digest, warnings);
  }

  /** Where no workbook is wanted, none of an earlier close may pass for this one's. */
  private void writeWorkbook(
      CloseRun run, RuleBookEdition edition, ResultFolder results, Summary summary)
      throws IOException {
    if (results.workbook() == null) {
      Files.deleteIfExists(results.path().resolve(MonthWorkbook.FILE));
      return;
    }
    progress.begin("workbook", 0);
    workbook.write(run, edition, results.workbook(), summary, results.path());
    progress.end("workbook");
  }
}
