package io.monthend.exchange;

import io.monthend.kernel.Money;
import io.monthend.kernel.PayMonth;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text of one cell as a value; what it cannot be is an {@link Unreadable} that says what
 * is expected.
 */
final class Cell {

  static final int TEXT_LENGTH = 200;
  static final int NOTE_LENGTH = 2_000;
  static final int EMPLOYEE_NO_LENGTH = 32;
  static final BigDecimal MOST = BigDecimal.valueOf(10_000_000);

  private static final int NUMBER_LENGTH = 24;

  /** A text that is not the value it should be. */
  static final class Unreadable extends RuntimeException {
    Unreadable(String reason) {
      super(reason, null, false, false);
    }
  }

  private Cell() {}

  static String text(String text, int length) {
    if (text.codePointCount(0, text.length()) > length) {
      throw new Unreadable("longer than " + length + " characters; shorten it");
    }
    if (text.chars().anyMatch(unit -> unit == 0 || unit == 0xFFFD)) {
      throw new Unreadable("holds a character that is none; save the file as UTF-8");
    }
    return text;
  }

  static LocalDate date(String text) {
    try {
      LocalDate date = text.length() == 10 ? date10(text) : null;
      if (date != null
          && !date.isBefore(PayMonth.EARLIEST_DATE)
          && !date.isAfter(PayMonth.LATEST_DATE)) {
        return date;
      }
    } catch (DateTimeException e) {
      throw new Unreadable("no such date; write it like 2026-10-01");
    }
    throw new Unreadable("not a date from 1970 to 2199; write it like 2026-10-01");
  }

  private static @Nullable LocalDate date10(String text) {
    if (text.charAt(4) != '-' || text.charAt(7) != '-') {
      return null;
    }
    int year = digits(text, 0, 4);
    int month = digits(text, 5, 7);
    int day = digits(text, 8, 10);
    return year < 0 || month < 0 || day < 0 ? null : LocalDate.of(year, month, day);
  }

  /** The number that the characters write, or -1. */
  private static int digits(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = 10 * number + digit;
    }
    return number;
  }

  static LocalDateTime time(String text) {
    boolean formed =
        text.length() == 19
            && text.charAt(10) == 'T'
            && text.charAt(13) == ':'
            && text.charAt(16) == ':';
    if (formed) {
      int hour = digits(text, 11, 13);
      int minute = digits(text, 14, 16);
      int second = digits(text, 17, 19);
      if (hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60) {
        return date(text.substring(0, 10)).atTime(LocalTime.of(hour, minute, second));
      }
    }
    throw new Unreadable("not a local time; write it like 2026-10-01T09:00:59");
  }

  static PayMonth month(String text) {
    try {
      if (text.length() == 7) {
        return PayMonth.of(text);
      }
    } catch (IllegalArgumentException e) {
      throw new Unreadable("not a month from 1970-01 to 2199-12; write it like 2026-10");
    }
    throw new Unreadable("not a month; write it like 2026-10");
  }

  /** An amount from 0 to 10,000,000 with at most two decimals. */
  static Money money(String text) {
    return Money.of(decimal(text, MOST, 2));
  }

  /** A number from 0 to a limit, in plain notation. */
  static BigDecimal decimal(String text, BigDecimal most, int decimals) {
    if (text.length() > NUMBER_LENGTH || !isPlainNumber(text)) {
      throw new Unreadable("not a number; write it like 3500.00");
    }
    BigDecimal number = new BigDecimal(text);
    if (number.signum() < 0 || number.compareTo(most) > 0) {
      throw new Unreadable("outside 0 to " + most.toPlainString());
    }
    if (number.stripTrailingZeros().scale() > decimals) {
      throw new Unreadable("more than " + decimals + " decimals");
    }
    return number.stripTrailingZeros();
  }

  private static boolean isPlainNumber(String text) {
    int start = text.startsWith("-") ? 1 : 0;
    int point = text.indexOf('.');
    int end = text.length();
    if (point == start || point == end - 1 || start == end) {
      return false;
    }
    for (int i = start; i < end; i++) {
      boolean digit = text.charAt(i) >= '0' && text.charAt(i) <= '9';
      if (!digit && i != point) {
        return false;
      }
    }
    return true;
  }

  static int integer(String text, int least, int most) {
    if (!text.matches("[+-]?\\d{1,9}")) {
      throw new Unreadable("not a whole number");
    }
    int number = Integer.parseInt(text);
    if (number < least || number > most) {
      throw new Unreadable("outside " + least + " to " + most);
    }
    return number;
  }

  static boolean flag(String text) {
    return switch (text) {
      case "Y" -> true;
      case "N" -> false;
      default -> throw new Unreadable("neither Y nor N");
    };
  }

  static <E extends Enum<E>> E code(String text, Map<String, E> codes) {
    E code = codes.get(text);
    if (code == null) {
      throw new Unreadable(
          "unknown code; use one of "
              + codes.keySet().stream().sorted().collect(Collectors.joining(", ")));
    }
    return code;
  }

  static <E extends Enum<E>> Map<String, E> codes(Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .collect(Collectors.toUnmodifiableMap(Enum::name, constant -> constant));
  }
}
