package io.monthend.sample;

import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;

/**
 * A generated company: so many people in every month, from its first month on. The seed decides
 * everything else.
 */
public record Company(long seed, int employees, YearMonth first) {

  public static final int MOST_EMPLOYEES = 2_000_000;
  public static final YearMonth EARLIEST = YearMonth.of(1970, 1);
  public static final YearMonth LATEST = YearMonth.of(2199, 12);

  private static final int TELL_EVERY = 10_000;

  public Company {
    if (employees < 1 || employees > MOST_EMPLOYEES) {
      throw new IllegalArgumentException(
          "A company has 1 to " + MOST_EMPLOYEES + " employees, not " + employees);
    }
    if (first.isBefore(EARLIEST) || first.isAfter(LATEST)) {
      throw new IllegalArgumentException(
          "A company begins in a month from " + EARLIEST + " to " + LATEST + ", not " + first);
    }
  }

  /** The company of a seed; its evaluations before {@code first} are told as history. */
  public static Company of(long seed, int employees, YearMonth first) {
    return new Company(seed, employees, first);
  }

  /** Writes one month's files into a folder, which is made if need be, and says how many rows. */
  public Written write(YearMonth month, Path folder, Progress progress) throws IOException {
    if (month.isBefore(first) || month.isAfter(LATEST)) {
      throw new IllegalArgumentException(
          "The company has months from " + first + " to " + LATEST + ", not " + month);
    }
    try (MonthFiles files = MonthFiles.create(folder, month.equals(first))) {
      PersonMonth people = new PersonMonth(this, Month.of(month), files);
      for (int seat = 0; seat < employees; seat++) {
        people.write(seat);
        if ((seat + 1) % TELL_EVERY == 0) {
          progress.wrote(month, seat + 1, files.rows());
        }
      }
      return files.written();
    }
  }

  int firstIndex() {
    return first.getYear() * 12 + first.getMonthValue() - 1;
  }
}
