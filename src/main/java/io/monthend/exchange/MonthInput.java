package io.monthend.exchange;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** Where the rows of a month come from; knows the place of each by the name people find it by. */
sealed interface MonthInput extends AutoCloseable
    permits CsvFolder, Workbook, RefusedInput, BooksInput {

  /** Takes the rows of a file. */
  @FunctionalInterface
  interface RowSink {
    void accept(Row row) throws SQLException;
  }

  /** The workbook that a folder may hold in place of CSV files. */
  String WORKBOOK = "month.xlsx";

  /**
   * The input that lies at a path: a workbook, or a folder with one or with CSV files.
   *
   * @param encoding of the CSV files
   */
  static MonthInput at(Path path, Charset encoding) throws IOException {
    if (!Files.isDirectory(path)) {
      return workbook(path);
    }
    Path workbook = path.resolve(WORKBOOK);
    CsvFolder folder = new CsvFolder(path, encoding);
    if (!Files.isRegularFile(workbook)) {
      return folder;
    }
    List<String> beside = folder.names();
    return beside.isEmpty()
        ? workbook(workbook)
        : new RefusedInput(
            WORKBOOK,
            "beside it lie " + String.join(", ", beside) + "; keep the workbook or the CSV files");
  }

  private static MonthInput workbook(Path path) throws IOException {
    try {
      return Workbook.open(path);
    } catch (UnreadableWorkbook e) {
      return new RefusedInput(String.valueOf(path.getFileName()), e.reason());
    }
  }

  boolean has(InputFile<?> file);

  /** What to say where there is no file of employees. */
  default String withoutEmployees() {
    return "the file is missing; it must be there";
  }

  /** Names of what looks like input but is none: most likely misspelt. */
  List<String> strangers(List<InputFile<?>> files) throws IOException;

  /** The number of rows, sound or not; 0 where the file cannot be read. */
  long countRows(InputFile<?> file) throws IOException;

  /** Gives every row with the right number of cells to the sink; all else goes to the rejects. */
  void read(InputFile<?> file, Rejects rejects, RowSink sink) throws IOException, SQLException;

  /** Puts a fault on the list, with its place; row 0 is the file as a whole. */
  void reject(InputFile<?> file, int row, Row.Fault fault, Rejects rejects);

  @Override
  default void close() throws IOException, SQLException {
    // Most hold nothing open between two readings.
  }
}
