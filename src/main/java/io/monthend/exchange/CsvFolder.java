package io.monthend.exchange;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.monthend.exchange.Row.Fault;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the CSV files of a folder row by row. */
final class CsvFolder implements MonthInput {

  private static final int RECORD_CHARACTERS = 1 << 20;

  private final Path folder;

  CsvFolder(Path folder) {
    this.folder = folder;
  }

  @Override
  public boolean has(InputFile<?> file) {
    return Files.isRegularFile(path(file));
  }

  @Override
  public List<String> strangers(List<InputFile<?>> files) throws IOException {
    Set<String> known = files.stream().map(InputFile::fileName).collect(Collectors.toSet());
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .map(entry -> String.valueOf(entry.getFileName()))
          .filter(name -> name.endsWith(".csv") && !known.contains(name))
          .sorted()
          .toList();
    }
  }

  @Override
  public long countRows(InputFile<?> file) throws IOException {
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

  @Override
  public void read(InputFile<?> file, Rejects rejects, RowSink sink)
      throws IOException, SQLException {
    int line = 0;
    try (BufferedReader text = open(file);
        CsvReader<CsvRecord> records = csv(text)) {
      Iterator<CsvRecord> all = records.iterator();
      Header header = Header.of(file, all.hasNext() ? all.next().getFields() : List.of());
      header.faults().forEach(fault -> reject(file, 1, fault, rejects));
      Row row = header.row();
      while (header.isSound() && all.hasNext()) {
        CsvRecord next = all.next();
        line = Math.toIntExact(next.getStartingLineNumber());
        if (next.getFieldCount() == header.cells()) {
          row.set(line, next.getFields());
          sink.accept(row);
        } else {
          String cells = String.join(",", next.getFields());
          reject(file, line, new Fault("", cells, header.ragged(next.getFieldCount())), rejects);
        }
      }
    } catch (UncheckedIOException e) {
      reject(file, 0, new Fault("", "", afterRow(line) + unreadable(e)), rejects);
    } catch (CsvParseException e) {
      reject(file, 0, new Fault("", "", afterRow(line) + "no CSV: " + e.getMessage()), rejects);
    }
  }

  @Override
  public void reject(InputFile<?> file, int row, Fault fault, Rejects rejects) {
    rejects.add(file.fileName(), row, fault.column(), fault.value(), fault.reason());
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
