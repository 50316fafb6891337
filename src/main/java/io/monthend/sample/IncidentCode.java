package io.monthend.sample;

/** The recorded incidents of the rule book, how often each happens and what its row must say. */
enum IncidentCode {
  NON_MANDARIN(60),
  MESSY_DESK(70),
  CLEANING_DUTY_MISSED(45),
  HANDOVER_RECORD_FAULT(50),
  APPEAL_REPLY_FAULT(30),
  OFF_POST(40, Says.MINUTES),
  DUTY_NEGLECTED(50, 2, 5),
  CHATTING(80, 1, 2, 10),
  LOUD_NOISE(30),
  SMOKING_OR_EATING(30),
  DATA_ENTRY_ERROR(75, 0, 0, 10),
  SPOT_CHECK_ERROR(60, 2, 5),
  EMERGENCY_OVERRUN(30, Says.MINUTES),
  ENTERTAINMENT(20),
  FALSE_REPORTING(10),
  ANOMALY_NOT_REPORTED(18),
  UNAUTHORISED_SOFTWARE(12),
  WORK_SKIPPED(18),
  MEETING_MISSED(22),
  CUSTOMER_CONFLICT(15),
  OUTSIDER_ADMITTED(6),
  EQUIPMENT_REMOVED(6, Says.AMOUNT),
  SLEEPING_ON_DUTY(6),
  PHONE_OFF_HOOK(5),
  CLIQUE(4),
  THEFT(4, Says.PERHAPS_AMOUNT),
  DATA_LEAK(4, Says.PERHAPS_AMOUNT),
  UNTIDY_DETAIL(40, 0, 0, 10),
  PERSONAL_CALL(24, 0, 0, 50),
  MAIL_LOST(8, Says.AMOUNT),
  PROXY_SIGN_IN(8),
  PHONE_IN_USE(25),
  DRESS_CODE(20),
  PRIVATE_VISITOR(10),
  PRIVATE_WEB_USE(15),
  REPORTED_MISCONDUCT(12),
  COVER_SHIFT(30),
  EXTRA_TASK(40),
  SUGGESTION_ADOPTED(20),
  /** A trainer's monthly word on a leader; {@link Conduct} places it. */
  LEADER_ADJUSTMENT(0, -5, 5);

  private enum Says {
    NOTHING,
    MINUTES,
    AMOUNT,
    PERHAPS_AMOUNT
  }

  private static final int TOTAL = total();
  private static final int LONGEST = 90;

  private final int weight;
  private final Says says;
  private final int fewestPoints;
  private final int mostPoints;
  private final int fineYuan;

  IncidentCode(int weight) {
    this(weight, Says.NOTHING);
  }

  IncidentCode(int weight, Says says) {
    this(weight, says, 0, 0, 0);
  }

  IncidentCode(int weight, int fewestPoints, int mostPoints) {
    this(weight, Says.NOTHING, fewestPoints, mostPoints, 0);
  }

  IncidentCode(int weight, int fewestPoints, int mostPoints, int fineYuan) {
    this(weight, Says.NOTHING, fewestPoints, mostPoints, fineYuan);
  }

  IncidentCode(int weight, Says says, int fewestPoints, int mostPoints, int fineYuan) {
    this.weight = weight;
    this.says = says;
    this.fewestPoints = fewestPoints;
    this.mostPoints = mostPoints;
    this.fineYuan = fineYuan;
  }

  static IncidentCode draw(Dice dice) {
    int at = dice.below(TOTAL);
    for (IncidentCode code : values()) {
      at -= code.weight;
      if (at < 0) {
        return code;
      }
    }
    throw new AssertionError("The weights do not add up to " + TOTAL);
  }

  /** What a first offence costs in cash, in fen; 0 where there is no fine. */
  int fine() {
    return fineYuan * 100;
  }

  /** Minutes, or 0 for a blank column: often one of the borders at which the points change. */
  int minutes(Dice dice) {
    if (says != Says.MINUTES) {
      return 0;
    }
    if (this == OFF_POST) {
      return dice.percent(40) ? 5 * dice.between(1, 2) + dice.below(2) : dice.between(3, 60);
    }
    return dice.percent(40) ? 10 * dice.between(1, 3) + dice.below(2) : dice.between(1, LONGEST);
  }

  /** Points, or {@link Days#NONE} for a blank column, which means the fewest. */
  int points(Dice dice) {
    return fewestPoints == mostPoints || dice.percent(30)
        ? Days.NONE
        : dice.between(fewestPoints, mostPoints);
  }

  /** The damage in fen, or 0 for a blank column. */
  int amount(Dice dice) {
    boolean blank = says != Says.AMOUNT && (says != Says.PERHAPS_AMOUNT || dice.percent(40));
    if (blank) {
      return 0;
    }
    int yuan = dice.between(5, dice.percent(10) ? 6000 : 600);
    return yuan * 100 + (dice.percent(20) ? dice.below(100) : 0);
  }

  private static int total() {
    int sum = 0;
    for (IncidentCode code : values()) {
      sum += code.weight;
    }
    return sum;
  }
}
