package io.monthend.exchange;

import io.monthend.people.Facts;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One file of the contract's input.
 *
 * @param name without its ending; also the name of the sheet
 * @param columns all it may have
 * @param required those whose header must be there
 * @param facts where its rows are kept
 * @param parser makes a row a fact; null where the row has a fault
 */
record InputFile<T>(
    String name,
    List<String> columns,
    List<String> required,
    Facts<T> facts,
    Function<Row, @Nullable T> parser) {

  String fileName() {
    return name + ".csv";
  }

  /** Columns as a text: those that end with * are required. */
  static <T> InputFile<T> of(
      String name, String columns, Facts<T> facts, Function<Row, @Nullable T> parser) {
    List<String> marked = List.of(columns.split(" ", -1));
    return new InputFile<>(
        name,
        marked.stream().map(column -> column.replace("*", "")).toList(),
        marked.stream()
            .filter(column -> column.endsWith("*"))
            .map(column -> column.replace("*", ""))
            .toList(),
        facts,
        parser);
  }
}
