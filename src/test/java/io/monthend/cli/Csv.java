package io.monthend.cli;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Reads CSV files for comparison. */
final class Csv {

  private Csv() {}

  static List<List<String>> read(Path file) throws IOException {
    try (CsvReader<CsvRecord> records = CsvReader.builder().ofCsvRecord(file)) {
      return records.stream().map(CsvRecord::getFields).toList();
    }
  }

  /** The lines of a file, with only the columns that another header has. */
  static String columns(Path file, List<String> header) throws IOException {
    List<List<String>> rows = read(file);
    int[] positions = header.stream().mapToInt(rows.getFirst()::indexOf).toArray();
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      List<String> cells =
          Stream.of(positions).flatMapToInt(java.util.Arrays::stream).mapToObj(row::get).toList();
      text.append(String.join(",", cells)).append('\n');
    }
    return text.toString();
  }

  static List<Path> in(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".csv")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
