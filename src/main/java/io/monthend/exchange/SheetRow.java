package io.monthend.exchange;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.jspecify.annotations.Nullable;

/** Fills a row of a sheet from left to right; figures and dates stay figures and dates. */
final class SheetRow {

  /** The height of the default letters. */
  static final short POINTS = 11;

  private static final int LINE_POINTS = 15;
  private static final int MOST_LINES = 20;
  private static final int MOST_CHARACTERS = 32_000;
  private static final String FORMULA_SIGNS = "=+-@\t\r";

  private final Row row;
  private final SheetStyles styles;
  private int column;

  SheetRow(Row row, SheetStyles styles) {
    this.row = row;
    this.styles = styles;
  }

  /** Text of any origin: it is never taken for a formula, also not once somebody edits it. */
  SheetRow text(@Nullable String text) {
    return text == null
        ? skip()
        : styled(text, isFormulaLike(text) ? styles.quotedText : styles.text);
  }

  /** Text that goes on below in a column so wide; the row becomes as high as it needs. */
  SheetRow wrapped(@Nullable String text, int width) {
    if (text == null || text.isEmpty()) {
      return skip();
    }
    int lines = Math.min(MOST_LINES, lines(text, width));
    row.setHeightInPoints(Math.max(lines * LINE_POINTS, height()));
    return styled(text, isFormulaLike(text) ? styles.quotedWrapped : styles.wrapped);
  }

  private int height() {
    return Math.max(LINE_POINTS, row.getHeight() / 20);
  }

  SheetRow whole(long number) {
    cell(styles.whole).setCellValue(Math.toIntExact(number));
    return this;
  }

  /** A number of which 0 is nothing to look at. */
  SheetRow minutes(int number) {
    cell(styles.wholeOrBlank).setCellValue(number);
    return this;
  }

  SheetRow wholeOrNone(@Nullable Integer number) {
    return number == null ? skip() : whole(number);
  }

  /** An amount: the nearest number a spreadsheet has, which shows both decimals exactly. */
  SheetRow money(long cents) {
    return money(cents, styles.money);
  }

  SheetRow money(long cents, CellStyle style) {
    cell(style).setCellValue(cents / 100.0);
    return this;
  }

  SheetRow date(LocalDate date) {
    cell(styles.date).setCellValue(date);
    return this;
  }

  SheetRow timeOrNone(@Nullable LocalDateTime time) {
    if (time == null) {
      return skip();
    }
    cell(styles.time).setCellValue(time);
    return this;
  }

  SheetRow days(int halves) {
    cell(styles.days).setCellValue(halves / 2.0);
    return this;
  }

  SheetRow styled(String text, CellStyle style) {
    boolean fits = text.length() <= MOST_CHARACTERS;
    cell(style).setCellValue(fits ? text : text.substring(0, MOST_CHARACTERS) + "…");
    return this;
  }

  SheetRow skip() {
    column++;
    return this;
  }

  private Cell cell(CellStyle style) {
    Cell cell = row.createCell(column++);
    cell.setCellStyle(style);
    return cell;
  }

  private static boolean isFormulaLike(String text) {
    return !text.isEmpty() && FORMULA_SIGNS.indexOf(text.charAt(0)) >= 0;
  }

  /** How many lines a text takes in a column so wide. */
  static int lines(String text, int width) {
    int sure = width * 9 / 10; // letters differ, and words are not cut
    return text.lines().mapToInt(line -> 1 + Math.max(0, width(line) - 1) / sure).sum();
  }

  /** How wide a text is, in digits: a Chinese character is two. */
  static int width(String text) {
    return text.codePoints().map(character -> character < 0x1100 ? 1 : 2).sum();
  }
}
