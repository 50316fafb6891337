package io.monthend.sample;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One row under examination: reads typed values and notes every value that is not one. */
final class ContractRow {

  private static final LocalDate EARLIEST = LocalDate.of(1970, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,9}(\\.[0-9]{1,9})?");
  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Pattern TIME = Pattern.compile(DATE + "T[0-9]{2}:[0-9]{2}:[0-9]{2}");
  private static final Pattern MONTH = Pattern.compile("[0-9]{4}-[0-9]{2}");

  private final String place;
  private final Map<String, String> cells;
  private final List<String> findings;

  ContractRow(String place, Map<String, String> cells, List<String> findings) {
    this.place = place;
    this.cells = cells;
    this.findings = findings;
  }

  String text(String column) {
    return cells.getOrDefault(column, "");
  }

  boolean has(String column) {
    return !text(column).isEmpty();
  }

  void length(String column, int most) {
    check(text(column).codePointCount(0, text(column).length()) <= most, column, "too long");
  }

  void oneOf(String column, Set<String> allowed) {
    check(!has(column) || allowed.contains(text(column)), column, "unknown code");
  }

  @Nullable LocalDate date(String column) {
    LocalDate date = parsed(column, DATE, LocalDate::parse);
    return date != null && inRange(column, date) ? date : null;
  }

  @Nullable LocalDateTime time(String column) {
    LocalDateTime time = parsed(column, TIME, LocalDateTime::parse);
    return time != null && inRange(column, time.toLocalDate()) ? time : null;
  }

  @Nullable YearMonth month(String column) {
    return parsed(column, MONTH, YearMonth::parse);
  }

  @Nullable BigDecimal number(String column, String lowest, String highest, int decimals) {
    BigDecimal number = parsed(column, NUMBER, BigDecimal::new);
    if (number == null) {
      return null;
    }
    boolean fits =
        number.compareTo(new BigDecimal(lowest)) >= 0
            && number.compareTo(new BigDecimal(highest)) <= 0
            && number.scale() <= decimals;
    check(fits, column, "out of range");
    return number;
  }

  void check(boolean holds, String column, String otherwise) {
    if (!holds) {
      findings.add(place + " " + column + " '" + text(column) + "': " + otherwise);
    }
  }

  private boolean inRange(String column, LocalDate date) {
    boolean in = !date.isBefore(EARLIEST) && !date.isAfter(LATEST);
    check(in, column, "out of range");
    return in;
  }

  private <T> @Nullable T parsed(String column, Pattern form, Function<String, T> parser) {
    if (!has(column)) {
      return null;
    }
    if (form.matcher(text(column)).matches()) {
      try {
        return parser.apply(text(column));
      } catch (DateTimeException e) {
        check(false, column, "unreadable");
        return null;
      }
    }
    check(false, column, "unreadable");
    return null;
  }
}
