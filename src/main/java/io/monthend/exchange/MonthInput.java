package io.monthend.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** Where the rows of a month come from; knows the place of each by the name people find it by. */
sealed interface MonthInput permits CsvFolder, BooksInput {

  /** Takes the rows of a file. */
  @FunctionalInterface
  interface RowSink {
    void accept(Row row) throws SQLException;
  }

  /** The input that lies at a path. */
  static MonthInput at(Path path) {
    return new CsvFolder(path);
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
}
