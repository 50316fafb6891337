package io.monthend.payroll;

import io.monthend.kernel.Money;
import io.monthend.kernel.Source;
import java.util.List;

/**
 * A pay slip as a run has settled it.
 *
 * @param lines in their order
 * @param net their sum
 */
public record IssuedPayslip(Money net, List<Line> lines) {

  public IssuedPayslip {
    lines = List.copyOf(lines);
  }

  /** One line; as {@link PayLine}, without the date that only orders. */
  public record Line(LineCode code, Money amount, String rule, Source source) {

    /** The ids of the clauses it rests on. */
    public List<String> clauses() {
      return List.of(rule.split("\\+", -1));
    }
  }
}
