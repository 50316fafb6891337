package io.monthend.kernel;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/** A calendar month that is paid, 1970-01 to 2199-12. */
public record PayMonth(YearMonth month) implements Comparable<PayMonth> {

  public static final LocalDate EARLIEST_DATE = LocalDate.of(1970, 1, 1);
  public static final LocalDate LATEST_DATE = LocalDate.of(2199, 12, 31);

  public PayMonth {
    if (month.atDay(1).isBefore(EARLIEST_DATE) || month.atDay(1).isAfter(LATEST_DATE)) {
      throw new IllegalArgumentException("Month " + month + " lies outside 1970-01 to 2199-12");
    }
  }

  /** From its notation {@code 2026-10}; anything else is an {@link IllegalArgumentException}. */
  public static PayMonth of(String text) {
    try {
      return new PayMonth(YearMonth.parse(text));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("'" + text + "' is not a month; write it like 2026-10", e);
    }
  }

  public static PayMonth of(LocalDate date) {
    return new PayMonth(YearMonth.from(date));
  }

  public LocalDate first() {
    return month.atDay(1);
  }

  public LocalDate last() {
    return month.atEndOfMonth();
  }

  /** Its calendar days, 28 to 31. */
  public int days() {
    return month.lengthOfMonth();
  }

  public boolean contains(LocalDate date) {
    return date.getYear() == month.getYear() && date.getMonthValue() == month.getMonthValue();
  }

  public PayMonth previous() {
    return new PayMonth(month.minusMonths(1));
  }

  /** 1 in the month of the date itself, 2 in the month after, and so on; 0 or less before it. */
  public long ordinalSince(LocalDate date) {
    return ChronoUnit.MONTHS.between(YearMonth.from(date), month) + 1;
  }

  @Override
  public int compareTo(PayMonth other) {
    return month.compareTo(other.month);
  }

  @Override
  public String toString() {
    return month.toString();
  }
}
