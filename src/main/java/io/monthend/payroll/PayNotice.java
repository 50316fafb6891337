package io.monthend.payroll;

import io.monthend.kernel.Money;
import io.monthend.kernel.Source;
import io.monthend.rulebook.PayPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Something about a pay slip that a person should look at before it is approved. */
public record PayNotice(Kind kind, Source source) {

  /** The kinds; their names are those of the file contract. */
  public enum Kind {
    PAY_FORFEITED,
    ABSENT_TOO_LONG,
    NEGATIVE_NET,
    DEDUCTION_OVER_LIMIT,
    BELOW_MINIMUM_WAGE,
    BONUS_NOT_SET,
    UNMATCHED_PAYMENT
  }

  static List<PayNotice> of(PayFacts facts, List<PayLine> lines) {
    List<PayNotice> notices = new ArrayList<>();
    List<String> causes = Forfeiture.causes(facts);
    if (!causes.isEmpty()) {
      notices.add(new PayNotice(Kind.PAY_FORFEITED, new Source(String.join("+", causes))));
    }
    if (Forfeiture.isAbsentTooLong(facts)) {
      notices.add(new PayNotice(Kind.ABSENT_TOO_LONG, Source.NONE));
    }
    notices.addAll(ofNet(lines));
    addLimits(facts, lines, notices);
    if (lines.stream().anyMatch(line -> line.source().equals(Source.BONUS_MINIMUM))) {
      notices.add(new PayNotice(Kind.BONUS_NOT_SET, Source.NONE));
    }
    for (Map.Entry<CashPayment.Key, Money> paid : facts.paid().entrySet()) {
      if (facts.matched(paid).compareTo(paid.getValue()) < 0) {
        notices.add(new PayNotice(Kind.UNMATCHED_PAYMENT, paid.getKey().source()));
      }
    }
    return notices;
  }

  /** Whether the employee owes what the lines come to. */
  static List<PayNotice> ofNet(List<PayLine> lines) {
    return Payslip.sum(lines).signum() < 0
        ? List.of(new PayNotice(Kind.NEGATIVE_NET, Source.NONE))
        : List.of();
  }

  private static void addLimits(PayFacts facts, List<PayLine> lines, List<PayNotice> notices) {
    PayPolicy policy = facts.rulebook().pay();
    if (policy.guard().choice() != PayPolicy.Guard.WARN) {
      return;
    }
    Guard guard = Guard.of(lines, policy);
    if (guard.isOverLimit()) {
      notices.add(new PayNotice(Kind.DEDUCTION_OVER_LIMIT, Source.NONE));
    }
    if (guard.isBelowMinimum()) {
      notices.add(new PayNotice(Kind.BELOW_MINIMUM_WAGE, Source.NONE));
    }
  }
}
