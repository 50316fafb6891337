package io.monthend.closing;

import io.monthend.kernel.Source;

/** Something a person should look at before the run is approved. */
public record ReviewItem(Kind kind, Source source, String note) {

  /** The kinds of the file contract. */
  public enum Kind {
    MISSING_PUNCH,
    UNROSTERED_PUNCH,
    DISMISSAL_REVIEW,
    PAY_FORFEITED,
    NEGATIVE_NET,
    DEDUCTION_OVER_LIMIT,
    BELOW_MINIMUM_WAGE,
    BONUS_NOT_SET,
    UNMATCHED_PAYMENT,
    LEAVE_PAPERS_OPEN,
    BLOCKED
  }

  /** Why a dismissal is to be reviewed, beside the codes of incidents. */
  public static final Source SCORE_BELOW_60 = new Source("SCORE_BELOW_60");

  public static final Source LAST_TWO_MONTHS = new Source("LAST_TWO_MONTHS");
  public static final Source ABSENT_OVER_2_DAYS = new Source("ABSENT_OVER_2_DAYS");

  static ReviewItem of(Kind kind, Source source) {
    return new ReviewItem(kind, source, "");
  }
}
