package io.monthend.rulebook;

import io.monthend.kernel.Money;
import java.math.BigDecimal;

/** How far a number of the rule book may go. */
final class Limits {

  /** The largest amount the file contract knows. */
  private static final Money MOST_MONEY = Money.of("10000000");

  private Limits() {}

  /** Refuses a number below 0 or above the most there can be. */
  static void requireUpTo(int most, String unit, int value) {
    if (value < 0 || value > most) {
      throw new IllegalArgumentException("%s is %s; give 0 to %s".formatted(unit, value, most));
    }
  }

  /** Refuses an amount with a sign, or one no company pays a person. */
  static void requirePayable(String unit, Money amount) {
    if (amount.signum() < 0 || amount.compareTo(MOST_MONEY) > 0) {
      throw new IllegalArgumentException(
          "%s is %s; give 0 to %s".formatted(unit, amount, MOST_MONEY));
    }
  }

  /** Refuses a fraction finer than anybody means. */
  static void requireDecimals(int most, String unit, BigDecimal value) {
    if (value.stripTrailingZeros().scale() > most) {
      throw new IllegalArgumentException(
          "%s has more than %s decimals; round it".formatted(unit, most));
    }
  }
}
