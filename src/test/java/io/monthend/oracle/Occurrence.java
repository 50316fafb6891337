package io.monthend.oracle;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One incident of the month with all it costs or brings.
 *
 * @param points as they change the score
 * @param money as it changes the pay: a fine is negative, a pay reward positive
 * @param damage to be made good
 * @param review whether it flags a dismissal review
 */
record Occurrence(
    LocalDate date,
    String code,
    Kind kind,
    int points,
    BigDecimal money,
    BigDecimal damage,
    boolean review,
    String source) {

  enum Kind {
    LIGHT,
    MEDIUM,
    SEVERE,
    DISMISSAL,
    MONEY_ONLY,
    RECORD_ONLY,
    REWARD,
    ADJUSTMENT
  }

  static Occurrence of(LocalDate date, String code, Kind kind, int points, String source) {
    return new Occurrence(
        date, code, kind, points, BigDecimal.ZERO, BigDecimal.ZERO, false, source);
  }

  Occurrence withMoney(String amount) {
    return new Occurrence(date, code, kind, points, new BigDecimal(amount), damage, review, source);
  }

  Occurrence withDamage(BigDecimal amount) {
    return new Occurrence(date, code, kind, points, money, amount, review, source);
  }

  Occurrence withReview() {
    return new Occurrence(date, code, kind, points, money, damage, true, source);
  }

  boolean isFine() {
    return money.signum() < 0;
  }

  boolean isPayReward() {
    return money.signum() > 0;
  }

  boolean isViolation() {
    boolean good = kind == Kind.REWARD || kind == Kind.ADJUSTMENT;
    return !good && (points != 0 || isFine() || damage.signum() > 0 || review);
  }

  /** Severe off-post cases are half a day's absence too (B6). */
  boolean isOffPostAbsence() {
    return code.equals("OFF_POST") && kind == Kind.SEVERE;
  }

  boolean forfeitsTheMonth() {
    return code.equals("PERSONAL_CALL") && review;
  }
}
