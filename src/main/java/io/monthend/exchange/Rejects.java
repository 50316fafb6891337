package io.monthend.exchange;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The list of rows that were refused: {@code rejects.csv}, by file in the order they are read, then
 * by row. Beyond a limit it is no longer sorted, but nothing is left out.
 */
final class Rejects implements AutoCloseable {

  static final String FILE = "rejects.csv";

  private static final int MOST_SORTED = 100_000;
  private static final int VALUE_LENGTH = 200;

  private record Reject(
      int part, String file, int row, String column, String value, String reason) {}

  private final CsvWriter writer;
  private final List<String> parts = new ArrayList<>();
  private final List<Reject> unwritten = new ArrayList<>();
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
    add(file, file, row, column, value, reason);
  }

  /** Adds a row of a part of a file; the parts are listed one after another. */
  void add(String file, String part, int row, String column, String value, String reason) {
    if (!parts.contains(part)) {
      parts.add(part);
    }
    String shown = value.length() > VALUE_LENGTH ? value.substring(0, VALUE_LENGTH) + "…" : value;
    unwritten.add(new Reject(parts.indexOf(part), file, row, column, shown, reason));
    count++;
    if (unwritten.size() == MOST_SORTED) {
      writeSorted();
    }
  }

  private void writeSorted() {
    unwritten.sort(Comparator.comparingInt(Reject::part).thenComparingInt(Reject::row));
    for (Reject reject : unwritten) {
      writer.writeRecord(
          reject.file(),
          reject.row() == 0 ? "" : Integer.toString(reject.row()),
          OutputFiles.safe(reject.column()),
          OutputFiles.safe(reject.value()),
          OutputFiles.safe(reject.reason()));
    }
    unwritten.clear();
  }

  long count() {
    return count;
  }

  @Override
  public void close() throws IOException {
    writeSorted();
    writer.close();
  }
}
