package io.monthend.sample;

/** How somebody leaves, as HR writes it down: blank columns included. */
record Farewell(String leaving, int notice, String waived) {

  static final int NOTICE_DAYS = 15;

  /** Leaving on {@code lastDay}; nobody gives notice before the day of hiring. */
  static Farewell of(Dice dice, int hire, int lastDay) {
    int way = dice.below(100);
    int inTime = dice.percent(30) ? NOTICE_DAYS : dice.between(NOTICE_DAYS + 1, 31);
    int tooLate = dice.percent(30) ? NOTICE_DAYS - 1 : dice.below(NOTICE_DAYS - 1);
    String plain = dice.percent(75) ? "N" : "";
    Farewell farewell;
    if (way < 48) {
      farewell = new Farewell("RESIGNED", lastDay - inTime, plain);
    } else if (way < 60) {
      farewell = new Farewell("RESIGNED", lastDay - tooLate, plain);
    } else if (way < 67) {
      farewell = new Farewell("RESIGNED", Days.NONE, plain);
    } else if (way < 75) {
      farewell = new Farewell("RESIGNED", lastDay - tooLate, "Y");
    } else if (way < 83) {
      farewell = new Farewell("DISMISSED", dice.percent(30) ? lastDay - tooLate : Days.NONE, plain);
    } else if (way < 91) {
      farewell = new Farewell("ENDED", dice.percent(50) ? lastDay - 30 : Days.NONE, plain);
    } else {
      farewell = new Farewell("", lastDay - (dice.percent(70) ? inTime : tooLate), plain);
    }
    return farewell.notBefore(hire);
  }

  /** The day from which the company knows of it. */
  int knownFrom(int lastDay) {
    return notice == Days.NONE ? lastDay : notice;
  }

  private Farewell notBefore(int hire) {
    return notice == Days.NONE || notice >= hire ? this : new Farewell(leaving, hire, waived);
  }
}
