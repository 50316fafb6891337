package io.monthend.payroll;

import static org.assertj.core.api.Assertions.assertThat;

import io.monthend.kernel.Money;
import io.monthend.kernel.Source;
import org.junit.jupiter.api.Test;

class IssuedPayslipTests {

  @Test
  void aLineNamesEachClauseItRestsOn() {
    assertThat(lineUnder("G7+F1+F4").clauses()).containsExactly("G7", "F1", "F4");
    assertThat(lineUnder("G1").clauses()).containsExactly("G1");
  }

  private static IssuedPayslip.Line lineUnder(String rule) {
    return new IssuedPayslip.Line(LineCode.BASE, Money.ZERO, rule, Source.MONTH);
  }
}
