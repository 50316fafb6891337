package io.monthend.sample;

import java.time.LocalDate;

/**
 * The terms of one person's employment; the last day and the way of leaving are fixed from the
 * start, but appear in the files only once they are known.
 */
record Contract(
    int hire, int trainingEnd, int probationEnd, int salary, int lastDay, Farewell farewell) {

  private static final int TOPIC = "contract".hashCode();

  static Contract of(Position position, Tenure tenure) {
    Dice dice = Dice.of(tenure.key(), TOPIC, 0);
    Month begins = Month.at(tenure.firstMonth());
    Month ends = Month.at(tenure.lastMonth());
    boolean brief = begins.index() == ends.index();
    int hire = begins.first() + (dice.percent(35) ? 0 : dice.below(brief ? 12 : begins.length()));
    int earliestLast = brief ? hire + 3 : ends.first();
    int lastDay = dice.percent(40) ? ends.last() : dice.between(earliestLast, ends.last());
    int shownHire = Math.max(hire, Days.EARLIEST);
    return new Contract(
        shownHire,
        dice.perMille(30) ? Days.NONE : Days.orNone(trainingEnd(dice, hire)),
        dice.perMille(30) ? Days.NONE : Days.orNone(probationEnd(dice, hire)),
        position.salary(dice),
        lastDay,
        Farewell.of(dice, shownHire, lastDay));
  }

  boolean employedOn(int day) {
    return day >= hire && day <= lastDay;
  }

  /** Whether the files of a month that ends on this day already tell of the leaving. */
  boolean leavingKnownBy(int monthEnd) {
    return farewell.knownFrom(lastDay) <= monthEnd && lastDay <= Days.LATEST;
  }

  private static int trainingEnd(Dice dice, int hire) {
    int kind = dice.below(3);
    return hire + (kind == 0 ? 7 : kind == 1 ? 14 : 30);
  }

  private static int probationEnd(Dice dice, int hire) {
    int kind = dice.below(4);
    LocalDate date = Days.date(hire);
    return Days.of(date.plusMonths(kind == 3 ? 6 : kind + 1));
  }
}
