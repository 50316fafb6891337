package io.monthend.oracle;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;

/** One input row by column name; a column that is not there reads as blank. */
record Row(Map<String, String> cells) {

  String text(String column) {
    return cells.getOrDefault(column, "");
  }

  boolean has(String column) {
    return !text(column).isEmpty();
  }

  LocalDate date(String column) {
    return LocalDate.parse(text(column));
  }

  boolean dateLiesIn(YearMonth month) {
    return YearMonth.from(date("date")).equals(month);
  }

  BigDecimal number(String column) {
    return new BigDecimal(text(column));
  }

  int whole(String column, int whereBlank) {
    return has(column) ? number(column).intValueExact() : whereBlank;
  }
}
