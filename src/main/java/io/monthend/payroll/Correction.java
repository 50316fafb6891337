package io.monthend.payroll;

import io.monthend.kernel.Money;
import io.monthend.kernel.PayMonth;
import io.monthend.kernel.Source;

/**
 * What a late fact changes in one line of an earlier month's published slip (G13).
 *
 * @param month whose slip it corrects
 * @param code of the line there
 * @param rule the clauses of that line
 * @param source of that line
 * @param amount what is given (+) or taken back (−)
 */
public record Correction(PayMonth month, LineCode code, String rule, Source source, Money amount) {

  /** The same line with another amount. */
  public Correction of(Money other) {
    return new Correction(month, code, rule, source, other);
  }

  PayLine line() {
    return new PayLine(
        LineCode.CORRECTION,
        amount,
        "G13+" + rule,
        Source.corrected(month, code.name(), source),
        month.last());
  }
}
