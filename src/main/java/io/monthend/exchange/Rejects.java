package io.monthend.exchange;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The list of rows that were refused, written as they are found: {@code rejects.csv}. */
final class Rejects implements AutoCloseable {

  static final String FILE = "rejects.csv";

  private static final int VALUE_LENGTH = 200;

  private final CsvWriter writer;
  private long count;

  private Rejects(CsvWriter writer) {
    this.writer = writer;
  }

  /** Begins an empty list in a folder. */
  static Rejects in(Path folder) throws IOException {
    return in(folder, FILE);
  }

  /** Begins an empty list under another name. */
  static Rejects in(Path folder, String name) throws IOException {
    Path file = folder.resolve(name);
    OutputFiles.createOwnerOnly(file);
    Rejects rejects = new Rejects(OutputFiles.csv(Files.newBufferedWriter(file)));
    rejects.writer.writeRecord("file", "row", "column", "value", "reason");
    return rejects;
  }

  /** Adds a row; row 0 is the file as a whole. */
  void add(String file, int row, String column, String value, String reason) {
    count++;
    String shown = value.length() > VALUE_LENGTH ? value.substring(0, VALUE_LENGTH) + "…" : value;
    writer.writeRecord(
        file, row == 0 ? "" : Integer.toString(row), column, OutputFiles.safe(shown), reason);
  }

  long count() {
    return count;
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
