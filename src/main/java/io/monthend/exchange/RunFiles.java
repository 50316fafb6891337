package io.monthend.exchange;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.monthend.closing.CloseRun;
import io.monthend.closing.CloseRuns;
import io.monthend.closing.MonthFiles;
import io.monthend.kernel.PayMonth;
import io.monthend.rulebook.Language;
import io.monthend.rulebook.RuleBookEdition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/** The books into a run and a run into files, for months that people close by review. */
@Component
class RunFiles implements MonthFiles {

  private final DataSource dataSource;
  private final Intake intake;
  private final CloseRuns runs;
  private final OutputFiles output;
  private final MonthWorkbook workbook;
  private final ResultSettings settings;
  private final ReentrantLock writing = new ReentrantLock();

  RunFiles(
      DataSource dataSource,
      Intake intake,
      CloseRuns runs,
      OutputFiles output,
      MonthWorkbook workbook,
      ResultSettings settings) {
    this.dataSource = dataSource;
    this.intake = intake;
    this.runs = runs;
    this.output = output;
    this.workbook = workbook;
    this.settings = settings;
  }

  @Override
  public Frozen freeze(PayMonth month, RuleBookEdition edition) throws IOException, SQLException {
    Path folder = folder(month);
    OutputFiles.createFolder(folder);
    try (BooksInput books = BooksInput.open(dataSource.getConnection(), month, edition.book());
        Rejects rejects = Rejects.in(folder)) {
      CloseRun live = runs.live(month).orElse(null);
      if (live != null
          && live.state() == CloseRun.State.SETTLING
          && intake.isOf(live, books, edition, folder)) {
        return new Frozen.Ready(live);
      }
      Optional<CloseRun> run = intake.accept(month, books, edition, rejects);
      if (run.isEmpty()) {
        return new Frozen.Refused(rejects.count());
      }
      Files.deleteIfExists(rejects(month));
      return new Frozen.Ready(run.get());
    }
  }

  /** Written once and the same everywhere: another node, or an emptied folder, writes it again. */
  @Override
  public Path results(CloseRun run) throws IOException {
    Path folder = folder(run.month()).resolve("attempt-" + run.attempt());
    writing.lock();
    try {
      if (!Files.exists(folder.resolve(MonthWorkbook.FILE))) {
        RuleBookEdition edition = runs.edition(run);
        OutputFiles.createFolder(folder);
        Summary summary = output.write(run, edition, folder, runs.digest(run.id()).orElseThrow());
        workbook.write(run, edition, Language.of(settings.language()), summary, folder);
      }
    } finally {
      writing.unlock();
    }
    return folder;
  }

  @Override
  public Path rejects(PayMonth month) {
    return folder(month).resolve(Rejects.FILE);
  }

  @Override
  public List<Refusal> refusals(PayMonth month, int most) throws IOException {
    Path list = rejects(month);
    if (!Files.exists(list)) {
      return List.of();
    }
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(list)) {
      return rows.stream()
          .limit(most)
          .map(row ->
              new Refusal(
                  row.getField("file"),
                  row.getField("row"),
                  row.getField("column"),
                  row.getField("value"),
                  row.getField("reason")))
          .toList();
    }
  }

  private Path folder(PayMonth month) {
    return settings.folder().resolve(month.toString());
  }
}
