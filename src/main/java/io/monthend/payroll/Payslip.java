package io.monthend.payroll;

import io.monthend.kernel.Money;
import java.util.ArrayList;
import java.util.List;

/**
 * A person's pay slip of a month.
 *
 * @param lines in the order of section G, within a code by date, then source; none of 0.00 but
 *     {@code BASE}
 * @param net their sum; below zero the employee owes it
 * @param notices what people should look at before it is approved
 */
public record Payslip(List<PayLine> lines, Money net, List<PayNotice> notices) {

  public Payslip {
    lines = List.copyOf(lines);
    notices = List.copyOf(notices);
    if (!sum(lines).equals(net)) {
      throw new IllegalArgumentException("The lines of a pay slip do not sum to its net");
    }
  }

  public static Payslip of(PayFacts facts) {
    List<PayLine> lines = new ArrayList<>();
    for (PayRule rule : PayRule.IN_ORDER) {
      rule.lines(facts, List.copyOf(lines)).stream()
          .filter(line -> !line.amount().isZero() || line.code() == LineCode.BASE)
          .sorted(PayLine.BY_DATE)
          .forEach(lines::add);
    }
    return new Payslip(lines, sum(lines), PayNotice.of(facts, lines));
  }

  /** The slip of somebody who is no longer employed, for what is still owed either way (G13). */
  public static Payslip ofCorrections(List<Correction> corrections) {
    List<PayLine> lines =
        corrections.stream().map(Correction::line).sorted(PayLine.BY_DATE).toList();
    return new Payslip(lines, sum(lines), PayNotice.ofNet(lines));
  }

  static Money sum(List<PayLine> lines) {
    Money sum = Money.ZERO;
    for (PayLine line : lines) {
      sum = sum.plus(line.amount());
    }
    return sum;
  }
}
