package io.monthend.exchange;

import io.monthend.exchange.Cell.Unreadable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One row of an input file while it is read: gives each cell as a value and collects what is wrong
 * with it, so that one reading reports every fault.
 */
final class Row {

  /** What is wrong with one cell. */
  record Fault(String column, String value, String reason) {}

  private final List<String> columns;
  private final int[] positions;
  private final List<Fault> faults = new ArrayList<>(2);
  private List<String> cells = List.of();
  private int number;

  /** Columns of the contract, and where each stands in the file; -1 = it is not there. */
  Row(List<String> columns, int[] positions) {
    this.columns = columns;
    this.positions = positions;
  }

  /** Moves on to the next row; cells as they stand in the file. */
  void set(int number, List<String> cells) {
    this.number = number;
    this.cells = cells;
    faults.clear();
  }

  /** The number of the row in its file; the header is 1. */
  int number() {
    return number;
  }

  List<Fault> faults() {
    return List.copyOf(faults);
  }

  boolean isSound() {
    return faults.isEmpty();
  }

  /** The text of a column, trimmed; empty where the file has none. */
  String raw(String column) {
    int position = positions[columns.indexOf(column)];
    return position < 0 ? "" : cells.get(position).strip();
  }

  /** A value that must be there; null only after a fault was noted. */
  <T> @Nullable T required(String column, Function<String, T> reader) {
    if (raw(column).isEmpty()) {
      fault(column, "a value is required");
      return null;
    }
    return optional(column, reader);
  }

  /** A value that may be blank. */
  <T> @Nullable T optional(String column, Function<String, T> reader) {
    String text = raw(column);
    if (text.isEmpty()) {
      return null;
    }
    try {
      return reader.apply(text);
    } catch (Unreadable e) {
      fault(column, String.valueOf(e.getMessage()));
      return null;
    }
  }

  void fault(String column, String reason) {
    faults.add(new Fault(column, raw(column), reason));
  }

  /** Notes what is wrong with a cell before it is read. */
  void fault(Fault fault) {
    faults.add(fault);
  }
}
