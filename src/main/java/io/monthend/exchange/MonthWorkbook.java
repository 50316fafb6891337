package io.monthend.exchange;

import io.monthend.closing.CloseRun;
import io.monthend.rulebook.Language;
import io.monthend.rulebook.RuleBookEdition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes the results of a run as one workbook for people: totals first, then what somebody should
 * look at, then the rest. Rows go straight from the database into the file.
 */
@Component
class MonthWorkbook {

  static final String FILE = "month.xlsx";

  /** From the file contract: beyond it, attendance is in its CSV file only. */
  static final long MOST_PEOPLE_WITH_ATTENDANCE = 20_000;

  private static final int ROWS_PER_FETCH = 5_000;

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;

  MonthWorkbook(JdbcTemplate jdbc, TransactionTemplate transaction) {
    this.jdbc = new JdbcTemplate(Objects.requireNonNull(jdbc.getDataSource()));
    this.jdbc.setFetchSize(ROWS_PER_FETCH);
    this.transaction = transaction;
  }

  /** Writes the workbook into a folder, whole or not at all. */
  void write(
      CloseRun run, RuleBookEdition edition, Language language, Summary summary, Path folder) {
    transaction.executeWithoutResult(status -> {
      try {
        write(run.id(), new WorkbookWords(edition, language), summary, folder);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
  }

  private void write(long runId, WorkbookWords words, Summary summary, Path folder)
      throws IOException {
    XSSFWorkbook workbook = new XSSFWorkbook();
    describe(workbook.getProperties(), words, summary);
    SheetStyles styles = new SheetStyles(workbook);
    List<TotalsSheet.Entry> entries = entries(runId, words, summary.people());
    new TotalsSheet(workbook, styles, words).fill(summary, Breakdown.of(runId, jdbc), entries);
    List<TotalsSheet.Entry> included =
        entries.stream().filter(entry -> entry.leftOut() == null).toList();
    included.forEach(entry -> entry.sheet().addTo(workbook, Math.toIntExact(entry.rows()), words));
    try (StreamedWorkbook streamed = new StreamedWorkbook(workbook)) {
      for (TotalsSheet.Entry entry : included) {
        streamed
            .getStreamingSheet(words.say(entry.sheet().name()))
            .setRowGenerator(sheet -> fill(runId, entry.sheet(), sheet, styles));
      }
      Replacement.write(folder.resolve(FILE), streamed::writeAvoidingTempFiles);
    }
  }

  /** No time of writing: the same results are the same file. */
  private static void describe(POIXMLProperties properties, WorkbookWords words, Summary summary) {
    POIXMLProperties.CoreProperties core = properties.getCoreProperties();
    core.setCreator("Monthend");
    core.setTitle(words.say(Caption.TITLE, summary.month()));
    core.setCreated(Optional.empty());
    properties.getExtendedProperties().setApplication("Monthend");
  }

  private List<TotalsSheet.Entry> entries(long runId, WorkbookWords words, long people) {
    DataSheets sheets = new DataSheets(words, widest("employee_no", runId), widest("name", runId));
    List<TotalsSheet.Entry> entries = new ArrayList<>();
    for (DataSheet sheet : sheets.inOrder()) {
      long rows = number("select count(*) from " + sheet.table() + " where run_id = ?", runId);
      String csv = sheet.file() + ".csv";
      boolean tooManyPeople =
          sheet.name() == Caption.ATTENDANCE && people > MOST_PEOPLE_WITH_ATTENDANCE;
      String leftOut = null;
      if (tooManyPeople) {
        String most = "%,d".formatted(MOST_PEOPLE_WITH_ATTENDANCE);
        leftOut = words.say(Caption.TOO_MANY_PEOPLE, most, csv);
      } else if (rows > DataSheet.MOST_ROWS) {
        leftOut = words.say(Caption.TOO_MANY_ROWS, csv);
      }
      entries.add(new TotalsSheet.Entry(sheet, rows, leftOut));
    }
    return entries;
  }

  /** How wide the widest text of a column is, in digits; a Chinese character has three bytes. */
  private int widest(String column, long runId) {
    String width =
        "char_length(%1$s) + (octet_length(%1$s) - char_length(%1$s)) / 2".formatted(column);
    return Math.toIntExact(
        number("select coalesce(max(" + width + "), 0) from payslip where run_id = ?", runId));
  }

  private long number(String sql, long runId) {
    return Objects.requireNonNull(jdbc.queryForObject(sql, Long.class, runId));
  }

  private void fill(long runId, DataSheet data, Sheet sheet, SheetStyles styles) {
    data.fillHeader(sheet, styles);
    int[] next = {1};
    jdbc.query(
        data.sql(),
        (RowCallbackHandler)
            row -> data.line().fill(new SheetRow(sheet.createRow(next[0]++), styles), row),
        runId);
  }
}
