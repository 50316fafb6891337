package io.monthend.exchange;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the CSV files of a folder row by row. */
final class CsvFolder {

  private static final int RECORD_CHARACTERS = 1 << 20;

  /** Takes the rows of a file. */
  @FunctionalInterface
  interface RowSink {
    void accept(Row row) throws java.sql.SQLException;
  }

  private final Path folder;

  CsvFolder(Path folder) {
    this.folder = folder;
  }

  boolean has(InputFile<?> file) {
    return Files.isRegularFile(path(file));
  }

  /** Names of files that look like input but are none: most likely misspelt. */
  List<String> strangers(List<InputFile<?>> files) throws IOException {
    Set<String> known = files.stream().map(InputFile::fileName).collect(Collectors.toSet());
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .map(entry -> String.valueOf(entry.getFileName()))
          .filter(name -> name.endsWith(".csv") && !known.contains(name))
          .sorted()
          .toList();
    }
  }

  /** The number of rows, sound or not; 0 where the file cannot be read as CSV. */
  long countRows(InputFile<?> file) throws IOException {
    try (BufferedReader text = open(file);
        CsvReader<CsvRecord> records = csv(text)) {
      long rows = 0;
      for (Iterator<CsvRecord> all = records.iterator(); all.hasNext(); all.next()) {
        rows++;
      }
      return Math.max(0, rows - 1);
    } catch (UncheckedIOException | CsvParseException e) {
      return 0;
    }
  }

  /** Gives every row with the right number of cells to the sink; all else goes to the rejects. */
  void read(InputFile<?> file, Rejects rejects, RowSink sink)
      throws IOException, java.sql.SQLException {
    int line = 0;
    try (BufferedReader text = open(file);
        CsvReader<CsvRecord> records = csv(text)) {
      Iterator<CsvRecord> all = records.iterator();
      Header header = Header.of(file, all.hasNext() ? all.next().getFields() : List.of());
      header
          .faults()
          .forEach(fault ->
              rejects.add(file.fileName(), 1, fault.column(), fault.value(), fault.reason()));
      Row row = header.row();
      while (header.isSound() && all.hasNext()) {
        CsvRecord next = all.next();
        line = Math.toIntExact(next.getStartingLineNumber());
        if (next.getFieldCount() == header.cells()) {
          row.set(line, next.getFields());
          sink.accept(row);
        } else {
          rejects.add(
              file.fileName(),
              line,
              "",
              String.join(",", next.getFields()),
              header.ragged(next.getFieldCount()));
        }
      }
    } catch (UncheckedIOException e) {
      rejects.add(file.fileName(), 0, "", "", afterRow(line) + unreadable(e));
    } catch (CsvParseException e) {
      rejects.add(file.fileName(), 0, "", "", afterRow(line) + "no CSV: " + e.getMessage());
    }
  }

  private static String afterRow(int line) {
    return line == 0 ? "" : "after row " + line + ": ";
  }

  private static String unreadable(UncheckedIOException e) {
    return e.getCause() instanceof CharacterCodingException
        ? "not UTF-8; save the file as UTF-8"
        : "cannot be read: " + e.getMessage();
  }

  private BufferedReader open(InputFile<?> file) throws IOException {
    return Files.newBufferedReader(path(file), StandardCharsets.UTF_8);
  }

  private Path path(InputFile<?> file) {
    return folder.resolve(file.fileName());
  }

  private static CsvReader<CsvRecord> csv(BufferedReader text) {
    return CsvReader.builder()
        .allowUnclosedQuote(false)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .maxBufferSize(RECORD_CHARACTERS)
        .ofCsvRecord(text);
  }
}
