package io.monthend.sample;

import java.io.IOException;

/** Exams, key figures, bonuses and earlier evaluations of one person. */
final class Assessment {

  private static final int EXAM = "exam".hashCode();
  private static final int KEY_FIGURES = "key figures".hashCode();
  private static final int BONUS = "bonus".hashCode();
  private static final int HISTORY = "evaluations before".hashCode();
  private static final int STAR = "star".hashCode();

  private static final int MOST_WORKLOAD = 1500;
  private static final int FULL_QUALITY = 1_000_000;

  /** Scores in hundredths on and beside the borders of failing and of full marks. */
  private static final int[] BORDERS = {0, 5900, 5950, 5999, 6000, 6001, 6050, 9950, 9999, 10000};

  private final Company company;
  private final Month month;
  private final MonthFiles files;

  Assessment(Company company, Month month, MonthFiles files) {
    this.company = company;
    this.month = month;
    this.files = files;
  }

  void write(Person person, Attendance attendance) throws IOException {
    if (attendance.daysWorked() > 0 && person.position().isEvaluated()) {
      exams(person, attendance);
      keyFigures(person);
    }
    if (person.position().hasBonus()) {
      bonus(person);
    }
  }

  /** The evaluation of the month before the company's first. */
  void history(Person person) throws IOException {
    boolean evaluated = person.position().isEvaluated() && month.first() > Days.EARLIEST;
    if (!evaluated || person.contract().hire() >= month.first()) {
      return;
    }
    Dice dice = Dice.of(person.key(), HISTORY, 0);
    int score = person.hopeless() ? 0 : score(dice);
    files.history(person, Month.at(month.index() - 1), score, person.hopeless());
  }

  private static int score(Dice dice) {
    int at = dice.below(100);
    if (at < 4) {
      return dice.between(35, 59);
    }
    return at < 10 ? dice.between(60, 70) : at < 45 ? dice.between(71, 85) : dice.between(85, 110);
  }

  /** The team sits its exam together; who is not at work then does so on another day. */
  private void exams(Person person, Attendance attendance) throws IOException {
    Dice dice = Dice.of(person.key(), EXAM, month.index());
    if (!dice.percent(96)) {
      return;
    }
    int day = teamExam(person);
    if (!attendance.workedOn(day)) {
      day = attendance.dayWorked(dice.below(attendance.daysWorked()));
    }
    files.exam(person, day, examScore(dice));
    if (dice.percent(2)) {
      int again = attendance.dayWorked(attendance.daysWorked() - 1);
      if (again > day) {
        files.exam(person, again, examScore(dice));
      }
    }
  }

  private int teamExam(Person person) {
    long key = Dice.hash(Dice.hash(company.seed(), EXAM), person.seat().team());
    return month.first()
        + (int) Long.remainderUnsigned(Dice.hash(key, month.index()), month.length());
  }

  private static int examScore(Dice dice) {
    int at = dice.below(100);
    if (at < 8) {
      return BORDERS[dice.below(BORDERS.length)];
    }
    int whole = at < 12 ? dice.between(30, 59) : at < 96 ? dice.between(62, 99) : 100;
    return 100 * whole - (dice.percent(10) ? 50 : 0);
  }

  private void keyFigures(Person person) throws IOException {
    Dice dice = Dice.of(person.key(), KEY_FIGURES, month.index());
    if (!dice.percent(97)) {
      return;
    }
    boolean star = isStar(person) || dice.below(20_000) == 0;
    int workload = dice.between(200, 700) + dice.below(MOST_WORKLOAD - 700);
    int quality = FULL_QUALITY - 1000 * dice.between(1, 120) - dice.below(10) * dice.below(100);
    files.keyFigures(
        person,
        star ? MOST_WORKLOAD : workload,
        star ? FULL_QUALITY : quality,
        complaintRate(dice));
  }

  /** One seat each month is first in workload and in quality. */
  private boolean isStar(Person person) {
    long key = Dice.hash(Dice.hash(company.seed(), STAR), month.index());
    return Long.remainderUnsigned(key, company.employees()) == person.seat().index();
  }

  /** In millionths, or {@link Days#NONE} for blank. */
  private static int complaintRate(Dice dice) {
    int at = dice.below(100);
    if (at < 15) {
      return Days.NONE;
    }
    return at < 50 ? 0 : at < 95 ? 500 * dice.between(1, 40) : dice.between(1, 60_000);
  }

  private void bonus(Person person) throws IOException {
    Dice dice = Dice.of(person.key(), BONUS, month.index());
    int at = dice.below(100);
    if (at < 88) {
      int amount = at < 40 ? 30_000 : 30_000 + 5_000 * dice.below(35);
      files.bonus(person, at == 87 ? amount + 50 : amount);
    }
  }
}
