package io.monthend.exchange;

import io.monthend.exchange.Row.Fault;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The header row of an input file.
 *
 * @param cells how many cells a row has
 * @param row reads the rows below it
 */
record Header(int cells, Row row, List<Fault> faults) {

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  static Header of(InputFile<?> file, List<String> cells) {
    List<String> names =
        cells.stream().map(cell -> cell.replace(BYTE_ORDER_MARK, "").strip()).toList();
    List<Fault> faults = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!file.columns().contains(name)) {
        faults.add(
            new Fault(
                name,
                name,
                "unknown column; the columns are " + String.join(", ", file.columns())));
      } else if (!seen.add(name)) {
        faults.add(new Fault(name, name, "stands twice; remove one"));
      }
    }
    for (String name : file.required()) {
      if (!seen.contains(name)) {
        faults.add(new Fault(name, "", "the column is missing; add it"));
      }
    }
    int[] positions = file.columns().stream().mapToInt(names::indexOf).toArray();
    return new Header(names.size(), new Row(file.columns(), positions), List.copyOf(faults));
  }

  boolean isSound() {
    return faults.isEmpty();
  }

  /** What to say of a row with another number of cells. */
  String ragged(int found) {
    return "has " + found + " cells, the header has " + cells + "; check commas and quotes";
  }
}
