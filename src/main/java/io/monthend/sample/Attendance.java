package io.monthend.sample;

import java.io.IOException;
import java.util.List;

/**
 * Writes a person's roster and punches about a month, and remembers the days worked.
 *
 * <p>For shift staff the days beside the month go along: a night shift ends in the next month, and
 * a roster has to be fit for work on both sides (A6). So do the days of a leave over the month's
 * end, as its length counts. What happens on a day depends on the person and the day alone, so that
 * neighbouring months tell the same.
 */
final class Attendance {

  private static final int TOPIC = "attendance".hashCode();
  private static final int HOUR = 3600;
  private static final int DAY = 24 * HOUR;

  private final Month month;
  private final Month before;
  private final Month after;
  private final MonthFiles files;
  private final PunchClock clock = new PunchClock();
  private final Dice dice = new Dice();
  private final int[] worked = new int[31];
  private int daysWorked;
  private int lateDay;
  private int coveredDay;

  Attendance(Month month, MonthFiles files) {
    this.month = month;
    this.before = Month.at(month.index() - 1);
    this.after = Month.at(month.index() + 1);
    this.files = files;
  }

  void write(Person person, List<Leave> leaves) throws IOException {
    daysWorked = 0;
    lateDay = Days.NONE;
    coveredDay = Days.NONE;
    Truancy[] truancies = {
      Truancy.of(person, before), Truancy.of(person, month), Truancy.of(person, after)
    };
    long key = Dice.hash(person.key(), TOPIC);
    int from = Math.max(firstDay(person, leaves), person.contract().hire());
    int to = Math.min(lastDay(person, leaves), person.contract().lastDay());
    for (int day = from; day <= to; day++) {
      dice.take(Dice.hash(key, day));
      clock.clear();
      Truancy truancy = truancies[day < month.first() ? 0 : day <= month.last() ? 1 : 2];
      day(person, day, truancy, leaves);
      writePunches(person, day);
    }
  }

  int daysWorked() {
    return daysWorked;
  }

  /** The n-th day of the month with punches on a shift. */
  int dayWorked(int n) {
    return worked[n];
  }

  /** Whether the person worked on the day. */
  boolean workedOn(int day) {
    for (int i = 0; i < daysWorked; i++) {
      if (worked[i] == day) {
        return true;
      }
    }
    return false;
  }

  /** The first day of the month begun late, or {@link Days#NONE}. */
  int lateDay() {
    return lateDay;
  }

  /** The last day of rest of the month on which the person stood in, or {@link Days#NONE}. */
  int coveredDay() {
    return coveredDay;
  }

  private int firstDay(Person person, List<Leave> leaves) {
    int first = person.position().worksShifts() ? month.first() - 1 : month.first();
    for (Leave leave : leaves) {
      if (leave.type() != LeaveType.MATERNITY && leave.touches(month.first(), month.last())) {
        first = Math.min(first, leave.from());
      }
    }
    return Math.max(first, Days.EARLIEST);
  }

  private int lastDay(Person person, List<Leave> leaves) {
    int last = person.position().worksShifts() ? month.last() + 1 : month.last();
    for (Leave leave : leaves) {
      if (leave.type() != LeaveType.MATERNITY && leave.touches(month.first(), month.last())) {
        last = Math.max(last, leave.to());
      }
    }
    return Math.min(last, Days.LATEST);
  }

  private void day(Person person, int day, Truancy truancy, List<Leave> leaves) throws IOException {
    Shift shift = person.shiftOn(day);
    if (shift == null) {
      if (month.contains(day) && dice.perMille(4)) {
        clock.punch(12 * HOUR + dice.below(7 * HOUR));
      }
      return;
    }
    files.roster(person, day, shift);
    int onLeave = 0;
    for (int i = 0; i < leaves.size(); i++) {
      Leave leave = leaves.get(i);
      onLeave |= leave.away() ? leave.halvesOn(day) : 0;
    }
    if (onLeave == Leave.WHOLE_DAY) {
      visit(shift);
    } else if (!truancy.on(day) && !dice.perMille(2)) {
      work(person, shift, day, onLeave);
    }
  }

  /** Some look in during their leave, which changes nothing. */
  private void visit(Shift shift) {
    if (dice.perMille(15)) {
      clock.punch(shift.start() * 60 + 2 * HOUR + dice.below(HOUR));
    }
  }

  private void work(Person person, Shift shift, int day, int onLeave) {
    clock.work(dice, person, shift, day, onLeave);
    if (shift == Shift.A && dice.perMille(2)) {
      clock.punch(20 * HOUR + dice.below(2 * HOUR));
    }
    if (clock.count() > 0 && month.contains(day)) {
      worked[daysWorked++] = day;
      lateDay = lateDay == Days.NONE && clock.wasLate() ? day : lateDay;
      coveredDay = person.covers(day) ? day : coveredDay;
    }
  }

  private void writePunches(Person person, int day) throws IOException {
    for (int i = 0; i < clock.count(); i++) {
      int second = clock.second(i);
      int date = day + second / DAY;
      if (date <= Days.LATEST) {
        files.punch(person, date, second % DAY);
      }
    }
  }
}
