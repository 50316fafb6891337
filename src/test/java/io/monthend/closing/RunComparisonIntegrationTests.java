package io.monthend.closing;

import static org.assertj.core.api.Assertions.assertThat;

import io.monthend.ServedApplication;
import io.monthend.closing.RunComparison.Comparison;
import io.monthend.closing.RunComparison.Pay;
import io.monthend.kernel.Money;
import io.monthend.kernel.PayMonth;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The demo's months beside each other. */
class RunComparisonIntegrationTests {

  private static RunComparison comparison;
  private static CloseRuns runs;

  @BeforeAll
  static void start() throws Exception {
    comparison = ServedApplication.shared().get(RunComparison.class);
    runs = ServedApplication.shared().get(CloseRuns.class);
  }

  private static CloseRun run(String month) {
    return runs.live(PayMonth.of(month)).orElseThrow();
  }

  @Test
  void theLinesComeToTheNetAndTheMonthBeforeIsTheMonthBefore() {
    Pay october = comparison.pay(run("2026-10"));
    Pay september = comparison.pay(run("2026-09"));
    assertThat(october.net().before()).isEqualTo(september.net().now());
    assertThat(
            october.lines().stream()
                .map(line -> line.amounts().now())
                .reduce(Money.ZERO, Money::plus))
        .isEqualTo(october.net().now());
    assertThat(october.net().difference())
        .isEqualTo(october.net().now().minus(september.net().now()));
  }

  @Test
  void whoJoinedAndLeftMakesTheDifferenceInPeople() {
    Comparison october = comparison.people(run("2026-10")).orElseThrow();
    assertThat(october.before()).isEqualTo(PayMonth.of("2026-09"));
    assertThat(october.people().difference()).isEqualTo(october.joined() - october.left());
    assertThat(october.people().now()).isEqualTo(22);
    assertThat(october.grades().stream().mapToLong(grade -> grade.people().now()).sum())
        .isLessThanOrEqualTo(october.people().now())
        .isPositive();
  }

  @Test
  void thoseWhosePayChangesMostComeFirst() {
    assertThat(comparison.changes(run("2026-10")))
        .hasSize(10)
        .isSortedAccordingTo((one, other) ->
            Long.compare(Math.abs(other.difference().cents()), Math.abs(one.difference().cents())))
        .allMatch(change -> !change.difference().isZero());
  }

  @Test
  void theFirstMonthOfAllStandsBesideNothing() {
    assertThat(comparison.people(run("2026-08"))).isEmpty();
    assertThat(comparison.changes(run("2026-08"))).isEmpty();
    assertThat(comparison.pay(run("2026-08")).net().before()).isEqualTo(Money.ZERO);
  }
}
