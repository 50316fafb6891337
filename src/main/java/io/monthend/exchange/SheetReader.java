package io.monthend.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads a sheet row by row, passing over rows in which nothing stands. */
final class SheetReader implements AutoCloseable {

  private static final int MOST_ROWS = 1 << 20;
  private static final int MOST_COLUMNS = 1 << 14;
  private static final int ROW_CHARACTERS = 1 << 20;
  private static final int MOST_MERGED_SHOWN = 20;

  private final WorkbookXml xml;
  private final SharedStrings strings;
  private final CellFormats formats;
  private final SheetCell.Type dates;

  private final List<SheetCell> cells = new ArrayList<>();
  private final Set<Integer> hiddenColumns = new TreeSet<>();
  private final List<String> merged = new ArrayList<>();
  private final StringBuilder value = new StringBuilder();
  private final StringBuilder formula = new StringBuilder();
  private int number;
  private int column;
  private int characters;
  private boolean hidden;

  SheetReader(InputStream sheet, SharedStrings strings, CellFormats formats, SheetCell.Type dates)
      throws UnreadableWorkbook {
    this.xml = new WorkbookXml(sheet);
    this.strings = strings;
    this.formats = formats;
    this.dates = dates;
  }

  /** Moves on to the next row with something in it; false after the last. */
  boolean next() throws UnreadableWorkbook {
    while (xml.next()) {
      if (xml.isStart("row")) {
        readRow();
        if (!cells.isEmpty()) {
          return true;
        }
      } else if (xml.isStart("col") && xml.isSet("hidden")) {
        hide(
            CellFormats.number(xml.attribute("min")) - 1,
            CellFormats.number(xml.attribute("max")) - 1);
      } else if (xml.isStart("mergeCell") && merged.size() < MOST_MERGED_SHOWN) {
        merged.add(xml.attribute("ref", "?"));
      }
    }
    return false;
  }

  /** The number that the spreadsheet shows beside the row. */
  int number() {
    return number;
  }

  boolean isHidden() {
    return hidden;
  }

  /** Those that hold something, from left to right. */
  List<SheetCell> cells() {
    return cells;
  }

  /** From 0; known before the first row. */
  boolean isHidden(int column) {
    return hiddenColumns.contains(column);
  }

  /** Ranges such as A1:B2, the first few; known after the last row. */
  List<String> merged() {
    return List.copyOf(merged);
  }

  private void hide(int first, int last) {
    for (int each = Math.max(0, first); each <= Math.min(last, MOST_COLUMNS - 1); each++) {
      hiddenColumns.add(each);
    }
  }

  private void readRow() throws UnreadableWorkbook {
    cells.clear();
    column = -1;
    characters = 0;
    hidden = xml.isSet("hidden");
    String given = xml.attribute("r");
    int next = given == null ? number + 1 : CellFormats.number(given);
    if (next <= number || next > MOST_ROWS) {
      throw new UnreadableWorkbook(
          "row " + given + " stands after row " + number + "; open the file and save it anew");
    }
    number = next;
    while (xml.next() && !xml.isEnd("row")) {
      if (xml.isStart("c")) {
        SheetCell cell = readCell();
        if (!cell.isBlank()) {
          cells.add(cell);
        }
      }
    }
  }

  private SheetCell readCell() throws UnreadableWorkbook {
    column = columnOf(xml.attribute("r"));
    String kind = xml.attribute("t", "n");
    CellFormats.Format format = formats.get(CellFormats.number(xml.attribute("s")));
    value.setLength(0);
    formula.setLength(0);
    boolean worked = false;
    String inline = "";
    while (xml.next() && !xml.isEnd("c")) {
      if (xml.isStart("is")) {
        inline = SharedStrings.text(xml, "is");
      } else if (xml.isStart("v")) {
        collect("v", value);
      } else if (xml.isStart("f")) {
        worked = true;
        collect("f", formula);
      }
    }
    SheetCell cell = cell(kind, format, inline, worked ? formula.toString() : null);
    characters += cell.text().length() + formula.length();
    if (characters > ROW_CHARACTERS) {
      throw new UnreadableWorkbook(
          "row " + number + " is longer than " + ROW_CHARACTERS + " characters; shorten it");
    }
    return cell;
  }

  private void collect(String element, StringBuilder to) throws UnreadableWorkbook {
    while (xml.next() && !xml.isEnd(element)) {
      xml.appendText(to);
    }
  }

  private SheetCell cell(
      String kind, CellFormats.Format format, String inline, @Nullable String worked)
      throws UnreadableWorkbook {
    String text = value.toString();
    return switch (kind) {
      case "s" ->
          new SheetCell(column, SheetCell.Type.TEXT, text.isEmpty() ? "" : shared(text), worked);
      case "inlineStr" -> new SheetCell(column, SheetCell.Type.TEXT, inline, worked);
      case "str" ->
          new SheetCell(column, SheetCell.Type.TEXT, SharedStrings.unescaped(text), worked);
      case "b" -> new SheetCell(column, SheetCell.Type.TRUTH, text.strip(), worked);
      case "e" -> new SheetCell(column, SheetCell.Type.ERROR, text.isBlank() ? "#?" : text, worked);
      case "d" -> new SheetCell(column, SheetCell.Type.DATE_IN_WORDS, text.strip(), worked);
      default -> numeric(format, text.strip(), worked);
    };
  }

  private SheetCell numeric(CellFormats.Format format, String text, @Nullable String worked) {
    if (format.date() && !text.isEmpty()) {
      return new SheetCell(column, dates, text, worked);
    }
    boolean whole = CellFormats.number(text) >= 0;
    String shown = whole ? "0".repeat(Math.max(0, format.zeros() - text.length())) + text : text;
    return new SheetCell(column, SheetCell.Type.NUMBER, shown, worked);
  }

  private String shared(String number) throws UnreadableWorkbook {
    String text = strings.get(CellFormats.number(number.strip()));
    if (text == null) {
      throw new UnreadableWorkbook(
          "cell "
              + SheetColumn.letters(column)
              + this.number
              + " refers to a text that is not there; open the file and save it anew");
    }
    return text;
  }

  /** The column of an address such as AB12; without one the next. */
  private int columnOf(@Nullable String address) throws UnreadableWorkbook {
    int found = address == null ? column + 1 : SheetColumn.number(address);
    if (found <= column || found >= MOST_COLUMNS) {
      throw new UnreadableWorkbook(
          "cell "
              + address
              + " in row "
              + number
              + " is out of place; open the file and save it anew");
    }
    return found;
  }

  @Override
  public void close() throws IOException {
    xml.close();
  }
}
