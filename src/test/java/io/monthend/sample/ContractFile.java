package io.monthend.sample;

import static io.monthend.sample.ContractCatalogue.words;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** A file of the contract with its columns, which looks at the header and hands out the rows. */
record ContractFile(String name, Set<String> required, Set<String> optional) {

  static ContractFile of(String name, String required, String optional) {
    return new ContractFile(name, words(required), optional.isEmpty() ? Set.of() : words(optional));
  }

  void examine(Path folder, List<String> findings, Consumer<ContractRow> check) {
    CsvTable table = CsvTable.read(folder, name);
    header(table.columns(), findings);
    int number = 1;
    for (Map<String, String> cells : table.rows()) {
      number++;
      ContractRow row = new ContractRow(name + " row " + number, cells, findings);
      cells.keySet().forEach(column -> row.length(column, column.equals("note") ? 2000 : 200));
      required.forEach(column -> row.check(row.has(column), column, "missing"));
      check.accept(row);
    }
  }

  private void header(List<String> columns, List<String> findings) {
    if (columns.isEmpty()) {
      return;
    }
    Set<String> known = new HashSet<>(required);
    known.addAll(optional);
    if (!known.containsAll(columns)) {
      findings.add(name + ": unknown column in " + columns);
    }
    if (!columns.containsAll(required)) {
      findings.add(name + ": missing column in " + columns);
    }
    if (new HashSet<>(columns).size() < columns.size()) {
      findings.add(name + ": duplicate column in " + columns);
    }
  }
}
