package io.monthend.exchange;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/** Jazzer's way to the reader of workbooks; see src/docs/fuzzing.md. */
public final class WorkbookFuzzer {

  private static final ReaderTrial TRIAL = new ReaderTrial();

  /** What the pieces of an input become; an empty one is left as it is in a good workbook. */
  private static final List<String> PARTS =
      List.of(
          "xl/worksheets/sheet1.xml",
          "xl/sharedStrings.xml",
          "xl/styles.xml",
          "xl/workbook.xml",
          "xl/_rels/workbook.xml.rels",
          "[Content_Types].xml");

  private WorkbookFuzzer() {}

  /**
   * A whole workbook, or: a byte that chooses the kind of sheet, and the parts of a workbook with a
   * zero between two. A fuzzer cannot change anything inside an archive without damaging it.
   */
  public static void fuzzerTestOneInput(byte[] data) throws IOException, SQLException {
    if (data.length > 1 && data[0] == 'P' && data[1] == 'K') {
      TRIAL.workbook(data);
    } else if (data.length > 0) {
      TRIAL.workbook(packed(data));
    }
  }

  private static byte[] packed(byte[] data) throws IOException {
    TestWorkbook workbook = new TestWorkbook().sheet(ReaderTrial.file(data[0]).name(), "");
    int part = 0;
    for (int from = 1; from < data.length && part < PARTS.size(); part++) {
      int to = from;
      while (to < data.length && data[to] != 0) {
        to++;
      }
      byte[] content = Arrays.copyOfRange(data, from, to);
      if (content.length > 0) {
        workbook.part(PARTS.get(part), out -> out.write(content));
      }
      from = to + 1;
    }
    Path file = Files.createTempFile("fuzz", ".xlsx");
    try {
      return Files.readAllBytes(workbook.write(file));
    } finally {
      Files.delete(file);
    }
  }

  /** The other way round: an input of the parts of a workbook with one sheet. */
  static byte[] input(int kind, String... parts) {
    byte[] text = String.join("\0", parts).getBytes(StandardCharsets.UTF_8);
    byte[] input = new byte[1 + text.length];
    input[0] = (byte) kind;
    System.arraycopy(text, 0, input, 1, text.length);
    return input;
  }
}
