package io.monthend.exchange;

import io.monthend.exchange.Row.Fault;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A sheet as the table it holds: the names in its first row, and what stands below each. */
final class SheetTable {

  /** Takes a fault and the row it is in; row 0 is the sheet as a whole. */
  @FunctionalInterface
  interface Faults {
    void add(int row, Fault fault);
  }

  /** No more is listed of what keeps a sheet from being read as it is seen. */
  private static final int MOST_FAULTS = 1_000;

  private final InputFile<?> file;
  private final String sheet;

  /** By the sheet's column, the place among the names; -1 where there is no name. */
  private int[] places = {};

  /** By place: the sheet's column, its name, and what its cells hold. */
  private final List<Integer> columns = new ArrayList<>();

  private final List<String> names = new ArrayList<>();
  private final List<SheetColumn.Kind> kinds = new ArrayList<>();

  private int seen;

  SheetTable(InputFile<?> file, String sheet) {
    this.file = file;
    this.sheet = sheet;
  }

  /** The sheet's own name. */
  String sheet() {
    return sheet;
  }

  /** Where people look for a cell: roster!C5, or as much of it as is known. */
  String place(int row, String column) {
    int place = names.stream().map(SheetNames::column).toList().indexOf(SheetNames.column(column));
    if (row > 0 && place >= 0) {
      return sheet + "!" + SheetColumn.letters(columns.get(place)) + row;
    }
    return row > 0 ? sheet + ", row " + row : sheet;
  }

  /** Gives every row below the names to the sink; what is wrong goes to the row or the faults. */
  void read(SheetReader rows, Faults faults, MonthInput.RowSink sink)
      throws UnreadableWorkbook, SQLException {
    Header header = header(rows);
    header.faults().forEach(fault -> faults.add(1, fault));
    hiddenColumns(rows).forEach(fault -> faults.add(1, fault));
    Row row = header.row();
    String[] texts = new String[names.size()];
    while (header.isSound() && rows.next()) {
      Arrays.fill(texts, "");
      List<Fault> unreadable = take(rows, texts);
      row.set(rows.number(), List.of(texts));
      unreadable.forEach(row::fault);
      sink.accept(row);
    }
    for (String range : rows.merged()) {
      faults.add(
          0, new Fault("", range, "cells " + range + " are merged; unmerge them and fill in each"));
    }
  }

  private Header header(SheetReader rows) throws UnreadableWorkbook {
    if (rows.next()) {
      if (rows.number() > 1 || rows.isHidden()) {
        throw new UnreadableWorkbook(
            "the names of the columns must stand in row 1, for all to see; delete or unhide rows");
      }
      for (SheetCell cell : rows.cells()) {
        addColumn(cell);
      }
    }
    return Header.of(file, names.stream().map(SheetNames::column).toList());
  }

  private void addColumn(SheetCell cell) {
    String name = cell.text(SheetColumn.Kind.TEXT).strip();
    SheetColumn known = SheetNames.bundled().columns().get(SheetNames.column(name));
    int end = places.length;
    places = Arrays.copyOf(places, cell.column() + 1);
    Arrays.fill(places, end, cell.column(), -1);
    places[cell.column()] = names.size();
    columns.add(cell.column());
    names.add(name);
    kinds.add(known == null ? SheetColumn.Kind.TEXT : known.kind());
  }

  private List<Fault> hiddenColumns(SheetReader rows) {
    List<Fault> hidden = new ArrayList<>();
    for (int place = 0; place < names.size(); place++) {
      if (rows.isHidden(columns.get(place))) {
        hidden.add(
            new Fault(
                names.get(place),
                names.get(place),
                "the column is hidden; unhide it so that people see what is read, or delete it"));
      }
    }
    return hidden;
  }

  /** Puts the row's texts in their places; gives what cannot be taken as it is. */
  private List<Fault> take(SheetReader rows, String[] texts) throws UnreadableWorkbook {
    List<Fault> faults = new ArrayList<>(0);
    if (rows.isHidden()) {
      faults.add(
          new Fault(
              "",
              "",
              "the row is hidden, perhaps by a filter; unhide it so that people see what is read, or"
                  + " delete it"));
    }
    for (SheetCell cell : rows.cells()) {
      int place = cell.column() < places.length ? places[cell.column()] : -1;
      if (place < 0) {
        faults.add(strayed(cell, rows.number()));
        break;
      }
      texts[place] = cell.text(kinds.get(place));
      checkValue(cell, SheetNames.column(names.get(place)), texts[place], faults);
    }
    seen += faults.size();
    if (seen > MOST_FAULTS) {
      throw new UnreadableWorkbook(
          "more than "
              + MOST_FAULTS
              + " cells are formulas, errors, hidden or without a column name; the first are listed");
    }
    return faults;
  }

  private static Fault strayed(SheetCell cell, int row) {
    String address = SheetColumn.letters(cell.column()) + row;
    return new Fault(
        "",
        cell.text(),
        "cell " + address + " stands below no column name; clear it, or name the column in row 1");
  }

  private static void checkValue(SheetCell cell, String column, String text, List<Fault> faults) {
    if (cell.type() == SheetCell.Type.ERROR) {
      faults.add(new Fault(column, text, "shows an error in place of a value; type the value"));
    } else if (cell.formula() != null) {
      faults.add(
          new Fault(
              column, "=" + cell.formula(), "a formula; copy the cells and paste them as values"));
    }
  }
}
