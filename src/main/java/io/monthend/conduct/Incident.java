package io.monthend.conduct;

import io.monthend.kernel.Money;
import io.monthend.kernel.Source;
import io.monthend.rulebook.CatalogueItem.Kind;
import java.time.LocalDate;
import java.util.Comparator;

/**
 * One judged incident of the month (section D).
 *
 * @param points signed, as they change the score; 0 = none
 * @param fine 0 or more
 * @param reward a pay reward, 0 or more
 * @param compensation the damage owed, 0 or more
 * @param absenceHalves counted as absence for pay (B6)
 * @param dismissalReview whether people must decide on a dismissal
 * @param forfeitsPay whether the month's pay is lost (G7)
 */
public record Incident(
    String code,
    Kind kind,
    LocalDate date,
    Source source,
    int points,
    Money fine,
    Money reward,
    Money compensation,
    int absenceHalves,
    boolean dismissalReview,
    boolean forfeitsPay) {

  /** By date, then source: for lateness this is the order in time. */
  static final Comparator<Incident> IN_TIME =
      Comparator.comparing(Incident::date).thenComparing(Incident::source);

  /** An incident that carries points and what its kind asks for. */
  public static Incident ofPoints(
      String code, Kind kind, LocalDate date, Source source, int points) {
    boolean review = kind == Kind.DISMISSAL;
    return new Incident(
        code, kind, date, source, points, Money.ZERO, Money.ZERO, Money.ZERO, 0, review, false);
  }

  /** Whether it stands against a person: no reward or adjustment, and with consequences. */
  public boolean isViolation() {
    return switch (kind) {
      case REWARD, ADJUSTMENT -> false;
      case LIGHT, MEDIUM, SEVERE, DISMISSAL, MONEY_ONLY, RECORD_ONLY ->
          points != 0 || !fine.isZero() || !compensation.isZero() || dismissalReview;
    };
  }

  /** The clause it stands in. */
  public String rule() {
    return "D:" + code;
  }

  Incident fined(Money amount, boolean forfeits) {
    return new Incident(
        code,
        kind,
        date,
        source,
        points,
        amount,
        reward,
        compensation,
        absenceHalves,
        dismissalReview || forfeits,
        forfeits);
  }
}
