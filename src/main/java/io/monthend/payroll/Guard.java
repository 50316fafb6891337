package io.monthend.payroll;

import static java.math.RoundingMode.HALF_UP;

import io.monthend.kernel.Money;
import io.monthend.kernel.Source;
import io.monthend.rulebook.PayPolicy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * How a pay slip stands against the legal limits (G11); corrections stand outside.
 *
 * @param gross what the deductions are measured by
 * @param deductions 0 or more as a rule
 * @param net the sum of these lines
 */
record Guard(Money gross, Money deductions, Money net, PayPolicy policy) {

  static Guard of(List<PayLine> slip, PayPolicy policy) {
    List<PayLine> lines = slip.stream().filter(line -> line.code() != LineCode.CORRECTION).toList();
    Money gross = Money.ZERO;
    Money deductions = Money.ZERO;
    for (PayLine line : lines) {
      boolean offsets =
          line.code() == LineCode.FINE_PAID
              || (line.code() == LineCode.FORFEITURE && line.amount().signum() > 0);
      boolean deducts =
          offsets || (line.amount().signum() < 0 && line.code() != LineCode.LEAVE_UNPAID);
      if (deducts) {
        deductions = deductions.minus(line.amount());
      } else {
        gross = gross.plus(line.amount());
      }
    }
    return new Guard(gross, deductions, Payslip.sum(lines), policy);
  }

  /** Whether the deductions exceed their share of the gross. */
  boolean isOverLimit() {
    BigDecimal hundredfold = BigDecimal.valueOf(deductions.cents()).movePointRight(2);
    BigDecimal allowed =
        BigDecimal.valueOf(gross.cents()).multiply(policy.deductionLimit().percent());
    return hundredfold.compareTo(allowed) > 0;
  }

  /** Whether the net lies below the minimum wage, where one is set. */
  boolean isBelowMinimum() {
    Money minimum = policy.minimumWage().cny();
    return minimum != null && net.compareTo(minimum) < 0;
  }

  /** Under {@code cap}: what is given back, first to the limit, then to the minimum wage. */
  static List<PayLine> lines(PayFacts facts, List<PayLine> above) {
    PayPolicy policy = facts.rulebook().pay();
    if (policy.guard().choice() != PayPolicy.Guard.CAP) {
      return List.of();
    }
    Guard guard = of(above, policy);
    Money allowed =
        guard.gross.share(policy.deductionLimit().percent(), BigDecimal.valueOf(100), HALF_UP);
    Money back = guard.deductions.minus(allowed).max(Money.ZERO);
    List<PayLine> lines = new ArrayList<>(2);
    lines.add(PayRule.line(facts, LineCode.STATUTORY_GUARD, back, "G11", Source.DEDUCTION_LIMIT));
    Money minimum = policy.minimumWage().cny();
    if (minimum != null) {
      Money missing = minimum.minus(guard.net.plus(back)).max(Money.ZERO);
      Money more = missing.min(guard.deductions.minus(back).max(Money.ZERO));
      lines.add(PayRule.line(facts, LineCode.STATUTORY_GUARD, more, "G11", Source.MINIMUM_WAGE));
    }
    return lines;
  }
}
