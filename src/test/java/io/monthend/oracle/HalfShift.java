package io.monthend.oracle;

import java.time.LocalDate;

/** One half of one date: AM is the first half of its shift, PM the second (B5). */
record HalfShift(LocalDate date, boolean first) {

  boolean isBefore(HalfShift other) {
    return date.isBefore(other.date) || (date.equals(other.date) && first && !other.first);
  }
}
