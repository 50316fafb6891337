package io.monthend.payroll;

import io.monthend.conduct.Incident;
import io.monthend.kernel.Money;
import io.monthend.kernel.Source;
import io.monthend.rulebook.PayPolicy;
import java.util.ArrayList;
import java.util.List;

/** The loss of the month's pay (G7). */
final class Forfeiture {

  private Forfeiture() {}

  /** The clauses that forfeit, in the order F1, F2, F4, incidents; empty = the pay is kept. */
  static List<String> causes(PayFacts facts) {
    List<String> causes = new ArrayList<>();
    Resignation resignation = Resignation.of(facts);
    if (resignation.isShort()) {
      causes.add("F1");
    }
    if (resignation.isSoonAfterTraining()) {
      causes.add("F2");
    }
    if (isAbsentTooLong(facts)) {
      causes.add("F4");
    }
    facts.incidents().stream()
        .filter(Incident::forfeitsPay)
        .map(Incident::rule)
        .distinct()
        .forEach(causes::add);
    return causes;
  }

  /** F4. */
  static boolean isAbsentTooLong(PayFacts facts) {
    return facts.absentHalves() > facts.rulebook().resignation().absentOver().halves();
  }

  static List<PayLine> lines(PayFacts facts, List<PayLine> above) {
    List<String> causes = causes(facts);
    if (causes.isEmpty()) {
      return List.of();
    }
    Money forfeited = Payslip.sum(above).negate();
    boolean keepsDebt =
        facts.rulebook().pay().forfeiture().choice() == PayPolicy.Forfeiture.NEVER_POSITIVE;
    Money amount = keepsDebt ? forfeited.min(Money.ZERO) : forfeited;
    String rule = "G7+" + String.join("+", causes);
    return List.of(PayRule.line(facts, LineCode.FORFEITURE, amount, rule, Source.MONTH));
  }
}
