package io.monthend.oracle;

import java.math.BigDecimal;
import java.time.LocalDate;

/** One line of a pay slip; the date only orders the lines of one code. */
record PayLine(String code, LocalDate date, BigDecimal amount, String rule, String source) {

  static int compare(PayLine a, PayLine b) {
    int byDate = a.date.compareTo(b.date);
    return byDate != 0 ? byDate : Text.compare(a.source, b.source);
  }
}
