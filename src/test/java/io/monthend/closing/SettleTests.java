package io.monthend.closing;

import static org.assertj.core.api.Assertions.assertThat;

import io.monthend.closing.Settlement.Blocked;
import io.monthend.closing.Settlement.Settled;
import io.monthend.conduct.RecordedIncident;
import io.monthend.evaluation.KeyFigures;
import io.monthend.kernel.Money;
import io.monthend.kernel.PayMonth;
import io.monthend.kernel.Position;
import io.monthend.kernel.Source;
import io.monthend.payroll.Correction;
import io.monthend.payroll.LineCode;
import io.monthend.people.Employee;
import io.monthend.rulebook.RuleBooks;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of a month that the rules cannot settle. */
class SettleTests {

  private static final PayMonth OCTOBER = PayMonth.of("2026-10");

  @Test
  void anAmountTooLargeToBeExactBlocksThePersonWithAReason() {
    assertThat(settle(Long.MAX_VALUE))
        .isInstanceOfSatisfying(
            Blocked.class,
            blocked ->
                assertThat(blocked.problem())
                    .contains("cannot be worked out", "correct the salary", "customer-service-1"));
  }

  @Test
  void theLargestAmountThatIsExactIsSettled() {
    assertThat(settle(Long.MAX_VALUE - Money.of("50").cents())).isInstanceOf(Settled.class);
  }

  @Test
  void aCorrectionStandsOutsideTheLimitOnDeductions() {
    Correction owed =
        new Correction(
            OCTOBER.previous(),
            LineCode.REWARD,
            "G5+D:REPORTED_MISCONDUCT",
            Source.incident("I0"),
            Money.of("-6000.00"));
    assertThat(settle(Money.of("5400.00").cents(), owed))
        .isInstanceOfSatisfying(
            Settled.class,
            settled -> {
              assertThat(settled.payslip().net()).isEqualTo(Money.of("-550.00"));
              assertThat(settled.payslip().lines().getLast().source().text())
                  .isEqualTo("2026-09:REWARD:incident:I0");
              assertThat(settled.reviewItems())
                  .extracting(ReviewItem::kind)
                  .contains(ReviewItem.Kind.NEGATIVE_NET)
                  .doesNotContain(ReviewItem.Kind.DEDUCTION_OVER_LIMIT);
            });
  }

  /** A month with the salary and a pay reward of 50 on top. */
  private static Settlement settle(long salaryCents, Correction... corrections) {
    RecordedIncident reward =
        new RecordedIncident(
            "I1", LocalDate.of(2026, 10, 5), "REPORTED_MISCONDUCT", null, null, null, null);
    Employee supervisor =
        new Employee(
            "E1",
            "A worker",
            "One",
            Position.SUPERVISOR,
            LocalDate.of(2024, 3, 1),
            null,
            null,
            new Money(salaryCents),
            null,
            null,
            null,
            false);
    PersonMonth person =
        new PersonMonth(
            supervisor,
            List.of(),
            List.of(),
            List.of(),
            List.of(reward),
            List.of(),
            null,
            null,
            List.of(),
            List.of(corrections));
    return new Settle(
            OCTOBER,
            RuleBooks.bundled().inEffect(OCTOBER).orElseThrow().book(),
            new KeyFigures.Best(null, null))
        .settle(person);
  }
}
