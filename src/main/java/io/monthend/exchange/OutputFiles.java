package io.monthend.exchange;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.monthend.closing.CloseRun;
import io.monthend.closing.SlipDigest;
import io.monthend.kernel.Money;
import io.monthend.rulebook.Labels;
import io.monthend.rulebook.Language;
import io.monthend.rulebook.RuleBookEdition;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes the results of a run in the files of the contract, and takes the digest over two of them.
 */
@Component
class OutputFiles implements SlipDigest {

  private static final int ROWS_PER_FETCH = 5_000;

  /** One line of a file, from a row of its query. */
  @FunctionalInterface
  private interface Line {
    List<String> cells(ResultSet row) throws SQLException;
  }

  /**
   * A file of the contract: its header, the query of its rows in their order, and how a row is
   * written.
   */
  private record OutputFile(String name, List<String> columns, String sql, Line line) {}

  private static final OutputFile PAYSLIPS =
      new OutputFile(
          "payslips.csv",
          List.of(
              "employee_no", "name", "position", "base_salary", "score", "grade", "rank", "net"),
          """
          select p.employee_no, p.name, p.position, p.base_salary_cents, e.score, e.grade, s.rank, p.net_cents
          from payslip p
          left join evaluation e on e.run_id = p.run_id and e.employee_no = p.employee_no
          left join standing s on s.run_id = p.run_id and s.employee_no = p.employee_no
          where p.run_id = ?
          order by p.employee_no
          """,
          row ->
              List.of(
                  safe(row.getString(1)),
                  safe(row.getString(2)),
                  row.getString(3),
                  money(row.getLong(4)),
                  orEmpty(row.getString(5)),
                  orEmpty(row.getString(6)),
                  orEmpty(row.getString(7)),
                  money(row.getLong(8))));

  private static final OutputFile PAYSLIP_LINES =
      new OutputFile(
          "payslip_lines.csv",
          List.of("employee_no", "seq", "code", "amount", "rule", "source"),
          """
          select employee_no, seq, code, amount_cents, rule, source
          from payslip_line where run_id = ? order by employee_no, seq
          """,
          row ->
              List.of(
                  safe(row.getString(1)),
                  row.getString(2),
                  row.getString(3),
                  money(row.getLong(4)),
                  row.getString(5),
                  safe(row.getString(6))));

  private static final OutputFile EVALUATION_LINES =
      new OutputFile(
          "evaluation_lines.csv",
          List.of("employee_no", "seq", "code", "points", "source"),
          """
          select employee_no, seq, code, points, source
          from evaluation_line where run_id = ? order by employee_no, seq
          """,
          row ->
              List.of(
                  safe(row.getString(1)),
                  row.getString(2),
                  row.getString(3),
                  row.getString(4),
                  safe(row.getString(5))));

  private static final OutputFile ATTENDANCE =
      new OutputFile(
          "attendance.csv",
          List.of(
              "employee_no",
              "date",
              "shift",
              "in",
              "out",
              "late_minutes",
              "early_minutes",
              "leave_days",
              "absent_days",
              "missing"),
          """
          select employee_no, date, shift, in_at, out_at, late_minutes, early_minutes, leave_halves, absent_halves,
            missing
          from attendance_day where run_id = ? order by employee_no, date
          """,
          row ->
              List.of(
                  safe(row.getString(1)),
                  row.getString(2),
                  row.getString(3),
                  time(row.getString(4)),
                  time(row.getString(5)),
                  row.getString(6),
                  row.getString(7),
                  days(row.getInt(8)),
                  days(row.getInt(9)),
                  orEmpty(row.getString(10))));

  private static final OutputFile EXCEPTIONS =
      new OutputFile(
          "exceptions.csv",
          List.of("employee_no", "kind", "source", "note"),
          """
          select employee_no, kind, source, note
          from review_item where run_id = ? order by employee_no, kind, source, note collate "C"
          """,
          row ->
              List.of(
                  safe(row.getString(1)),
                  row.getString(2),
                  safe(row.getString(3)),
                  safe(row.getString(4))));

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;

  OutputFiles(JdbcTemplate jdbc, TransactionTemplate transaction) {
    this.jdbc = new JdbcTemplate(java.util.Objects.requireNonNull(jdbc.getDataSource()));
    this.jdbc.setFetchSize(ROWS_PER_FETCH);
    this.transaction = transaction;
  }

  /** Writes all files of a run into a folder, each whole or not at all, and gives its summary. */
  Summary write(CloseRun run, RuleBookEdition edition, Path folder, String digest)
      throws IOException {
    transaction.executeWithoutResult(status -> {
      write(run.id(), PAYSLIPS, folder);
      writeLines(run.id(), edition, folder);
      List.of(EVALUATION_LINES, ATTENDANCE, EXCEPTIONS)
          .forEach(file -> write(run.id(), file, folder));
    });
    Summary summary = Summary.of(run, edition, jdbc, digest);
    byte[] json = summary.toJson().getBytes(StandardCharsets.UTF_8);
    Replacement.write(folder.resolve("summary.json"), out -> out.write(json));
    return summary;
  }

  @Override
  public String of(long runId) {
    MessageDigest digest = RowHash.sha256();
    try (DigestOutputStream bytes =
        new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
      writeDigested(runId, bytes, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Writes the two files of the digest as it sees them: the lines without their notes. */
  void writeDigested(long runId, OutputStream slips, OutputStream lines) throws IOException {
    writeDigested(runId, PAYSLIPS, slips);
    writeDigested(runId, PAYSLIP_LINES, lines);
  }

  private void writeDigested(long runId, OutputFile file, OutputStream bytes) throws IOException {
    writeTo(bytes, file.columns(), runId, file, file.line());
  }

  private void writeTo(
      OutputStream bytes, List<String> columns, long runId, OutputFile file, Line line)
      throws IOException {
    Writer text = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
    CsvWriter csv = csv(text);
    csv.writeRecord(columns);
    rows(runId, file, row -> csv.writeRecord(line.cells(row)));
    csv.flush();
  }

  private void write(long runId, OutputFile file, Path folder) {
    writeFile(folder, file.name(), file.columns(), runId, file, file.line());
  }

  /** The lines with a note in words, which the digest leaves out. */
  private void writeLines(long runId, RuleBookEdition edition, Path folder) {
    Labels labels = edition.book().labels();
    List<String> columns =
        Stream.concat(PAYSLIP_LINES.columns().stream(), Stream.of("note")).toList();
    Line line =
        row ->
            Stream.concat(
                    PAYSLIP_LINES.line().cells(row).stream(),
                    Stream.of(note(row.getString(3), row.getString(5), labels)))
                .toList();
    writeFile(folder, PAYSLIP_LINES.name(), columns, runId, PAYSLIP_LINES, line);
  }

  private static String note(String code, String rule, Labels labels) {
    String line = label(labels.lines(), code);
    int item = rule.indexOf("+D:");
    return item < 0 ? line : line + "：" + label(labels.incidents(), rule.substring(item + 3));
  }

  private static String label(Map<String, Labels.Text> texts, String code) {
    Labels.Text text = texts.get(code);
    return text == null ? code : text.in(Language.ZH_HANT);
  }

  private void writeFile(
      Path folder, String name, List<String> columns, long runId, OutputFile file, Line line) {
    try {
      Replacement.write(folder.resolve(name), bytes -> writeTo(bytes, columns, runId, file, line));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void rows(long runId, OutputFile file, RowCallbackHandler handler) {
    jdbc.query(file.sql(), handler, runId);
  }

  /** Makes a folder that only its owner can read, unless it is there. */
  static void createFolder(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    Files.createDirectories(folder.toAbsolutePath().normalize());
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
  }

  /** Makes an empty file that only its owner reads. */
  static void createOwnerOnly(Path file) throws IOException {
    Files.deleteIfExists(file);
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } else {
      Files.createFile(file);
    }
  }

  static CsvWriter csv(Writer writer) {
    return CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(writer);
  }

  /** Text that no spreadsheet takes for a formula. */
  static String safe(String text) {
    return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }

  static String money(long cents) {
    return new Money(cents).toString();
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static String days(int halves) {
    return halves / 2 + (halves % 2 == 0 ? ".0" : ".5");
  }

  /** From PostgreSQL's ISO form to that of the contract. */
  private static String time(@Nullable String timestamp) {
    return timestamp == null ? "" : timestamp.replace(' ', 'T');
  }
}
