package io.monthend.payroll;

import io.monthend.kernel.Money;
import io.monthend.kernel.Source;
import java.time.LocalDate;
import java.util.Comparator;

/**
 * One line of a pay slip.
 *
 * @param amount signed, as it changes the net
 * @param rule the clauses, as the file contract writes them: {@code G9+D:CHATTING}
 * @param date orders the lines of one code
 */
public record PayLine(LineCode code, Money amount, String rule, Source source, LocalDate date) {

  static final Comparator<PayLine> BY_DATE =
      Comparator.comparing(PayLine::date).thenComparing(PayLine::source);
}
