package io.monthend.sample;

import java.time.YearMonth;

/** A calendar month by its number, counted from the year 0, with its first and last day. */
record Month(int index, int first, int last) {

  static Month of(YearMonth month) {
    return new Month(
        month.getYear() * 12 + month.getMonthValue() - 1,
        Days.of(month.atDay(1)),
        Days.of(month.atEndOfMonth()));
  }

  static Month at(int index) {
    return of(YearMonth.of(Math.floorDiv(index, 12), Math.floorMod(index, 12) + 1));
  }

  static Month containing(int day) {
    return of(YearMonth.from(Days.date(day)));
  }

  int length() {
    return last - first + 1;
  }

  boolean contains(int day) {
    return day >= first && day <= last;
  }

  YearMonth yearMonth() {
    return YearMonth.from(Days.date(first));
  }

  /** As in {@code 202610}. */
  int digits() {
    return index / 12 * 100 + index % 12 + 1;
  }
}
