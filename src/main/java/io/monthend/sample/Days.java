package io.monthend.sample;

import java.time.LocalDate;

/** Calendar days as whole numbers since 1970-01-01, so that a hot loop makes no date objects. */
final class Days {

  /** No day: the column stays blank. */
  static final int NONE = Integer.MIN_VALUE;

  static final int EARLIEST = 0;
  static final int LATEST = of(LocalDate.of(2199, 12, 31));

  private Days() {}

  static int of(LocalDate date) {
    return Math.toIntExact(date.toEpochDay());
  }

  static LocalDate date(int day) {
    return LocalDate.ofEpochDay(day);
  }

  /** The day, or {@link #NONE} where the contract has no such date. */
  static int orNone(int day) {
    return day >= EARLIEST && day <= LATEST ? day : NONE;
  }

  /** The season of the day shift: 1 May to 30 September is summer. */
  static boolean isSummer(int day) {
    int month = date(day).getMonthValue();
    return month >= 5 && month <= 9;
  }
}
