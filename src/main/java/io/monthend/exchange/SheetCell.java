package io.monthend.exchange;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.apache.poi.ss.formula.ptg.NumberPtg;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;

/**
 * A cell of a sheet that holds something.
 *
 * @param column from 0
 * @param text as the file holds it; of a formula, its last result
 * @param formula what it is worked out by, without its equals sign
 */
record SheetCell(int column, Type type, String text, @Nullable String formula) {

  /** What a cell holds. */
  enum Type {
    TEXT,
    NUMBER,
    /** A number of days shown as a date, counted from the end of 1899. */
    DATE_FROM_1900,
    /** A number of days shown as a date, counted from the beginning of 1904. */
    DATE_FROM_1904,
    /** A date written out. */
    DATE_IN_WORDS,
    TRUTH,
    /** Shown in place of a value that could not be worked out. */
    ERROR
  }

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("uuuu-MM", Locale.ROOT);

  /** Numbers of up to this many characters are written as they are meant. */
  private static final int EXACT_LENGTH = 15;

  private static final int LONGEST_NUMBER = 400;
  private static final int DATE_LENGTH = 10;
  private static final int TIME_LENGTH = 19;

  boolean isBlank() {
    return formula == null && text.isBlank();
  }

  /** The value as a CSV file would write it in a column of that kind. */
  String text(SheetColumn.Kind kind) {
    return switch (type) {
      case TEXT -> kind.isCode() ? withoutLabel(text) : text;
      case NUMBER -> number(text);
      case DATE_FROM_1900 -> date(kind, false);
      case DATE_FROM_1904 -> date(kind, true);
      case DATE_IN_WORDS -> dateInWords(kind);
      case TRUTH -> truth(kind);
      case ERROR -> text;
    };
  }

  private static String withoutLabel(String text) {
    int label = text.indexOf(SheetColumn.LABEL);
    return label < 0 ? text : text.substring(0, label);
  }

  private String truth(SheetColumn.Kind kind) {
    boolean yes = text.equals("1") || text.equals("true");
    if (kind == SheetColumn.Kind.FLAG) {
      return yes ? "Y" : "N";
    }
    return yes ? "TRUE" : "FALSE";
  }

  /** A binary number as the spreadsheet shows it: 0.07, not 7.0000000000000007E-2. */
  static String number(String text) {
    if (text.length() <= EXACT_LENGTH
        && text.chars().noneMatch(unit -> unit == 'E' || unit == 'e')) {
      return text;
    }
    try {
      return text.length() > LONGEST_NUMBER ? text : plain(new NumberPtg(text).toFormulaString());
    } catch (NumberFormatException e) {
      return text;
    }
  }

  private static String plain(String number) {
    BigDecimal value = new BigDecimal(number);
    return value.signum() == 0 ? "0" : value.toPlainString();
  }

  private String date(SheetColumn.Kind kind, boolean from1904) {
    try {
      LocalDateTime time =
          DateUtil.getLocalDateTime(new NumberPtg(text).getValue(), from1904, true);
      return time == null ? text : written(time, kind);
    } catch (NumberFormatException e) {
      return text;
    }
  }

  private String dateInWords(SheetColumn.Kind kind) {
    boolean whole = text.length() >= TIME_LENGTH && text.indexOf('T') == DATE_LENGTH;
    if (!whole) {
      return text;
    }
    String time = text.substring(0, TIME_LENGTH);
    return kind != SheetColumn.Kind.TIME && time.endsWith("T00:00:00")
        ? time.substring(0, DATE_LENGTH)
        : time;
  }

  private static String written(LocalDateTime time, SheetColumn.Kind kind) {
    boolean midnight = time.toLocalTime().equals(LocalTime.MIDNIGHT);
    if (kind == SheetColumn.Kind.MONTH && midnight && time.getDayOfMonth() == 1) {
      return MONTH.format(time);
    }
    return midnight && kind != SheetColumn.Kind.TIME
        ? time.toLocalDate().toString()
        : TIME.format(time);
  }
}
