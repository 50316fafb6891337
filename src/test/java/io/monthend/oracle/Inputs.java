package io.monthend.oracle;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The rows of every input file of one month, as they stand there. */
record Inputs(Map<String, List<Row>> files) {

  private static final List<String> NAMES =
      List.of(
          "employees",
          "roster",
          "punches",
          "leaves",
          "incidents",
          "exams",
          "kpis",
          "bonuses",
          "fine_payments",
          "history");

  static Inputs read(Path folder) {
    Map<String, List<Row>> files = new TreeMap<>();
    for (String name : NAMES) {
      files.put(name, readFile(folder.resolve(name + ".csv")));
    }
    return new Inputs(files);
  }

  List<Row> rows(String file) {
    return files.getOrDefault(file, List.of());
  }

  /** Looked up from the beginning every time. */
  List<Row> rows(String file, String employeeNo) {
    List<Row> found = new ArrayList<>();
    for (Row row : rows(file)) {
      if (row.text("employee_no").equals(employeeNo)) {
        found.add(row);
      }
    }
    return found;
  }

  private static List<Row> readFile(Path file) {
    List<Row> rows = new ArrayList<>();
    if (!Files.exists(file)) {
      return rows;
    }
    try (CsvReader<NamedCsvRecord> csv =
        CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(file)) {
      for (NamedCsvRecord record : csv) {
        rows.add(new Row(record.getFieldsAsMap()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }
}
