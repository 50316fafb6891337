package io.monthend.kernel;

import static java.math.RoundingMode.HALF_EVEN;
import static java.math.RoundingMode.HALF_UP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTests {

  private static final Money LARGEST = new Money(Long.MAX_VALUE);
  private static final Money LOWEST = new Money(Long.MIN_VALUE);

  @ParameterizedTest
  @CsvSource({
    "0, 0.00",
    "30, 30.00",
    "12.5, 12.50",
    "0.01, 0.01",
    "-0.01, -0.01",
    "-3500, -3500.00",
    "1E+3, 1000.00",
    "10000000.99, 10000000.99",
    "92233720368547758.07, 92233720368547758.07"
  })
  void anAmountIsWrittenWithTwoDecimalsAndNoGrouping(String given, String written) {
    assertThat(Money.of(given)).hasToString(written);
    assertThat(Money.of(written)).isEqualTo(Money.of(given));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.001",
        "-0.005",
        "1.999",
        "92233720368547758.08",
        "-92233720368547758.09",
        "1E+17"
      })
  void anAmountFinerThanACentOrTooLargeIsAFault(String amount) {
    assertOverflow(() -> Money.of(amount));
  }

  @ParameterizedTest
  @CsvSource({
    "5400, 17, 31, 2961.29",
    "5400, 1, 54, 100.00",
    "0.01, 1, 2, 0.01",
    "0.01, 49, 100, 0.00",
    "-0.01, 1, 2, -0.01",
    "-0.03, 1, 2, -0.02",
    "0.03, 1, 2, 0.02",
    "100, 0, 31, 0.00",
    "100, -1, 3, -33.33"
  })
  void aShareIsRoundedOnceAndHalvesGoAwayFromZero(
      String amount, long numerator, long denominator, String share) {
    assertThat(Money.of(amount).share(numerator, denominator, HALF_UP)).hasToString(share);
  }

  @Test
  void theRoundingModeIsTheCallersChoice() {
    assertThat(Money.of("0.05").share(1, 2, HALF_EVEN)).hasToString("0.02");
    assertThat(Money.of("0.05").share(1, 2, HALF_UP)).hasToString("0.03");
    assertThat(Money.of("0.05").share(1, 2, RoundingMode.DOWN)).hasToString("0.02");
  }

  @Test
  void aShareByFractionsIsExactBeforeItIsRounded() {
    assertThat(Money.of("5000.03").share(new BigDecimal("20"), new BigDecimal("100"), HALF_UP))
        .hasToString("1000.01");
    assertThat(Money.of("0.03").share(new BigDecimal("16.6666"), BigDecimal.ONE, HALF_UP))
        .hasToString("0.50");
  }

  @Test
  void aShareOfTheLargestAmountDoesNotOverflowOnItsWay() {
    assertThat(LARGEST.share(31, 31, HALF_UP)).isEqualTo(LARGEST);
    assertOverflow(() -> LARGEST.share(32, 31, HALF_UP));
    assertOverflow(() -> LARGEST.share(1, 0, HALF_UP));
  }

  @Test
  void aSumTooLargeIsAFaultAndNeverAWrongFigure() {
    Money cent = new Money(1);
    assertThat(new Money(Long.MAX_VALUE - 1).plus(cent)).isEqualTo(LARGEST);
    assertOverflow(() -> LARGEST.plus(cent));
    assertOverflow(() -> LOWEST.minus(cent));
    assertOverflow(LOWEST::negate);
    assertOverflow(() -> LARGEST.times(2));
    assertOverflow(() -> LOWEST.times(-1));
  }

  @Test
  void amountsAreAddedComparedAndTurned() {
    Money fine = Money.of("30");
    Money reward = Money.of("50");
    assertThat(fine.plus(reward)).isEqualTo(Money.of("80"));
    assertThat(fine.minus(reward)).isEqualTo(Money.of("-20"));
    assertThat(fine.times(3)).isEqualTo(Money.of("90"));
    assertThat(fine.negate().negate()).isEqualTo(fine);
    assertThat(fine.min(reward)).isEqualTo(fine);
    assertThat(fine.max(reward)).isEqualTo(reward);
    assertThat(fine).isLessThan(reward);
    assertThat(fine.negate().signum()).isNegative();
    assertThat(Money.ZERO.isZero()).isTrue();
    assertThat(Money.of("0.00")).isEqualTo(Money.ZERO);
  }

  private static void assertOverflow(ThrowingCallable call) {
    assertThatExceptionOfType(ArithmeticException.class).isThrownBy(call);
  }
}
