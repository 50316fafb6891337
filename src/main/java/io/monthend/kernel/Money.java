package io.monthend.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An amount in CNY, whole cents, of either sign.
 *
 * <p>Sums are exact; an amount too large for 64 bits is an {@link ArithmeticException}, never a
 * wrong figure.
 */
public record Money(long cents) implements Comparable<Money> {

  public static final Money ZERO = new Money(0);

  private static final int DECIMALS = 2;

  /** An amount with at most two decimals; more is an {@link ArithmeticException}. */
  public static Money of(BigDecimal amount) {
    return new Money(amount.movePointRight(DECIMALS).longValueExact());
  }

  /** As {@link #of(BigDecimal)}, from its decimal notation. */
  public static Money of(String amount) {
    return of(new BigDecimal(amount));
  }

  public Money plus(Money other) {
    return new Money(Math.addExact(cents, other.cents));
  }

  public Money minus(Money other) {
    return new Money(Math.subtractExact(cents, other.cents));
  }

  public Money negate() {
    return new Money(Math.negateExact(cents));
  }

  public Money times(long factor) {
    return new Money(Math.multiplyExact(cents, factor));
  }

  /** This amount × numerator ÷ denominator, rounded once; the denominator is positive. */
  public Money share(BigDecimal numerator, BigDecimal denominator, RoundingMode rounding) {
    return new Money(
        BigDecimal.valueOf(cents)
            .multiply(numerator)
            .divide(denominator, 0, rounding)
            .longValueExact());
  }

  /** As {@link #share(BigDecimal, BigDecimal, RoundingMode)}, of whole numbers. */
  public Money share(long numerator, long denominator, RoundingMode rounding) {
    return share(BigDecimal.valueOf(numerator), BigDecimal.valueOf(denominator), rounding);
  }

  public Money min(Money other) {
    return cents <= other.cents ? this : other;
  }

  public Money max(Money other) {
    return cents >= other.cents ? this : other;
  }

  /** -1, 0 or 1. */
  public int signum() {
    return Long.signum(cents);
  }

  public boolean isZero() {
    return cents == 0;
  }

  public BigDecimal toBigDecimal() {
    return BigDecimal.valueOf(cents, DECIMALS);
  }

  @Override
  public int compareTo(Money other) {
    return Long.compare(cents, other.cents);
  }

  /** With two decimals and no grouping: {@code 3500.00}. */
  @Override
  public String toString() {
    return toBigDecimal().toPlainString();
  }
}
