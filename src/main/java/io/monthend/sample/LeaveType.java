package io.monthend.sample;

/**
 * The leave types of the rule book, how often each is asked for and for how many halves of a day.
 */
enum LeaveType {
  PERSONAL(30, 1, 5),
  SICK(30, 1, 8),
  ANNUAL(20, 1, 10),
  COMPENSATORY(8, 1, 3),
  BEREAVEMENT(4, 2, 6),
  MARRIAGE(3, 2, 6),
  WORK_INJURY(3, 2, 18),
  PATERNITY(2, 4, 14),
  /** Runs over several months; {@link LeavePlan} places it. */
  MATERNITY(0, 196, 256);

  private static final int MONTHS_BEFORE_ANNUAL = 12;

  private final int weight;
  private final int fewestHalves;
  private final int mostHalves;

  LeaveType(int weight, int fewestHalves, int mostHalves) {
    this.weight = weight;
    this.fewestHalves = fewestHalves;
    this.mostHalves = mostHalves;
  }

  static LeaveType draw(Dice dice, Person person, Month month) {
    int at = dice.below(100);
    for (LeaveType type : values()) {
      at -= type.weight;
      if (at < 0) {
        return type.fitting(person, month);
      }
    }
    return PERSONAL;
  }

  /** Halves of days; the short ones are the most usual. */
  int halves(Dice dice) {
    int most = dice.percent(60) ? Math.max(fewestHalves, mostHalves / 3) : mostHalves;
    return dice.between(fewestHalves, most);
  }

  private LeaveType fitting(Person person, Month month) {
    boolean newcomer = month.index() - person.tenure().firstMonth() < MONTHS_BEFORE_ANNUAL;
    if (this == ANNUAL && newcomer) {
      return PERSONAL;
    }
    return this == PATERNITY && person.isFemale() ? BEREAVEMENT : this;
  }
}
