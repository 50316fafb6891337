package io.monthend.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.monthend.kernel.PayMonth;
import org.junit.jupiter.api.Test;

class RuleBookTests {

  @Test
  void theBundledEditionIsInEffectFromTheFirstMonthThereIs() {
    assertThat(RuleBooks.bundled().inEffect(PayMonth.of("1970-01")))
        .map(edition -> edition.book().edition())
        .contains("customer-service-1");
  }
}
