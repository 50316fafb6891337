package io.monthend.sample;

/** The positions of the contract, with what a month of them is paid, in whole yuan. */
enum Position {
  CSR(true, 3200, 5400),
  RECEPTION(true, 3000, 4600),
  LEADER(true, 5000, 7000),
  TRAINER(true, 5500, 7500),
  SUPERVISOR(false, 7000, 9500),
  MANAGER(false, 12000, 18000),
  ASSISTANT(false, 4000, 5500);

  private final boolean evaluated;
  private final int lowestPay;
  private final int highestPay;

  Position(boolean evaluated, int lowestPay, int highestPay) {
    this.evaluated = evaluated;
    this.lowestPay = lowestPay;
    this.highestPay = highestPay;
  }

  boolean isEvaluated() {
    return evaluated;
  }

  boolean hasBonus() {
    return this == MANAGER || this == ASSISTANT;
  }

  boolean worksShifts() {
    return this == CSR || this == LEADER;
  }

  /** A monthly base in fen: mostly steps of 50 yuan, now and then an odd sum. */
  int salary(Dice dice) {
    int yuan = lowestPay + 50 * dice.below((highestPay - lowestPay) / 50 + 1);
    int odd = dice.below(40);
    return yuan * 100 + (odd == 0 ? 33 : odd == 1 ? 50 : 0);
  }
}
