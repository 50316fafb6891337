package io.monthend.sample;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The leaves of a person about a month, never two at once.
 *
 * <p>Each month is drawn by itself, so months have to keep out of each other's way by rule: a leave
 * may run on into the first days of the next month only if that month lets no leave begin there,
 * and where a maternity leave runs, no other leave begins in the whole month.
 */
final class LeavePlan {

  /** The days of the next month that a leave may reach into. */
  static final int OVERHANG = 4;

  private static final int TOPIC = "leave".hashCode();
  private static final int EARLY = "early leave".hashCode();
  private static final int MATERNITY = "maternity".hashCode();
  private static final int MATERNITY_DAYS = 98;
  private static final int MATERNITY_MONTHS = 5;
  private static final int BETWEEN_MATERNITIES = 8;

  private final Person person;
  private final List<Leave> leaves = new ArrayList<>();

  private LeavePlan(Person person) {
    this.person = person;
  }

  /** The leaves that begin in the month, the one before it or the one after, and a longer one. */
  static List<Leave> around(Person person, Month month) {
    LeavePlan plan = new LeavePlan(person);
    Leave maternity = person.isFemale() ? plan.maternity(month.index()) : null;
    for (int index = month.index() - 1; index <= month.index() + 1; index++) {
      Dice dice = Dice.of(person.key(), TOPIC, index);
      int count = count(dice);
      if (count > 0) {
        plan.beginIn(Month.at(index), count, dice, maternity);
      }
    }
    if (maternity != null) {
      plan.leaves.add(maternity);
    }
    return plan.leaves;
  }

  private static int count(Dice dice) {
    int at = dice.below(100);
    return at < 76 ? 0 : at < 94 ? 1 : at < 99 ? 2 : 3;
  }

  private void beginIn(Month month, int count, Dice dice, @Nullable Leave maternity) {
    if (maternity != null && maternity.touches(month.first(), month.last())) {
      return;
    }
    int free = month.first() + (letsBeginEarly(month.index()) ? 0 : OVERHANG);
    int serial = 1;
    while (serial <= count && free <= month.last()) {
      int from = nextShift(dice.between(free, month.last()), month.last());
      if (from == Days.NONE) {
        return;
      }
      Leave leave = draw(month, serial, from, dice);
      leaves.add(leave);
      if (leave.from() == leave.to() && leave.toHalf() % 2 == 0 && dice.percent(8)) {
        leaves.add(otherHalf(leave, ++serial));
      }
      serial++;
      free = leave.to() + 2;
    }
  }

  private int nextShift(int day, int last) {
    for (int from = day; from <= last; from++) {
      if (person.shiftOn(from) != null) {
        return from;
      }
    }
    return Days.NONE;
  }

  private Leave draw(Month month, int serial, int from, Dice dice) {
    LeaveType type = LeaveType.draw(dice, person, month);
    int halves = type.halves(dice);
    boolean afternoon = halves == 1 ? dice.percent(50) : dice.percent(12);
    int fromHalf = 2 * from + (afternoon ? 1 : 0);
    int latest = letsBeginEarly(month.index() + 1) ? month.last() : month.last() + OVERHANG;
    int lastDay = Math.min(latest, Math.min(person.contract().lastDay(), Days.LATEST));
    int toHalf = Math.min(fromHalf + halves - 1, 2 * lastDay + 1);
    boolean approved = dice.percent(93);
    boolean away = approved || dice.percent(60);
    String certificate = certificate(type, toHalf - fromHalf + 1, dice);
    return new Leave(month, serial, type, fromHalf, toHalf, certificate, approved, away);
  }

  /** Papers are asked for from two days on; some are missing even so. */
  private static String certificate(LeaveType type, int halves, Dice dice) {
    if (type != LeaveType.SICK) {
      return "";
    }
    int at = dice.below(100);
    if (halves >= 3) {
      return at < 72 ? "Y" : at < 86 ? "N" : "";
    }
    return at < 15 ? "Y" : at < 60 ? "N" : "";
  }

  /** After a forenoon another leave of the same date, which carries no second fine. */
  private static Leave otherHalf(Leave forenoon, int serial) {
    LeaveType type = forenoon.type() == LeaveType.SICK ? LeaveType.PERSONAL : LeaveType.SICK;
    int half = forenoon.toHalf() + 1;
    return new Leave(
        forenoon.begun(), serial, type, half, half, "", forenoon.approved(), forenoon.away());
  }

  private boolean letsBeginEarly(int month) {
    return Long.remainderUnsigned(Dice.hash(Dice.hash(person.key(), EARLY), month), 100) < 50;
  }

  /** The one maternity leave that may concern a month and its neighbours, if there is one. */
  private @Nullable Leave maternity(int month) {
    long key = Dice.hash(person.key(), MATERNITY);
    for (int index = month - MATERNITY_MONTHS; index <= month + 1; index++) {
      if (hasChild(key, index) && !hadChildBefore(key, index)) {
        Month begun = Month.at(index);
        int from = begun.first() + OVERHANG + (int) Long.remainderUnsigned(key, 20);
        int to = from + MATERNITY_DAYS - 1;
        int last = Math.min(to, Math.min(person.contract().lastDay(), Days.LATEST));
        return person.contract().employedOn(from) && from <= Days.LATEST
            ? new Leave(begun, 1, LeaveType.MATERNITY, 2 * from, 2 * last + 1, "", true, true)
            : null;
      }
    }
    return null;
  }

  private static boolean hasChild(long key, int month) {
    return Long.remainderUnsigned(Dice.hash(key, month), 1200) == 0;
  }

  private static boolean hadChildBefore(long key, int month) {
    for (int before = 1; before <= BETWEEN_MATERNITIES; before++) {
      if (hasChild(key, month - before)) {
        return true;
      }
    }
    return false;
  }
}
