package io.monthend.sample;

/**
 * The punches of one shift, in seconds from its date's midnight, in time order. Used again for
 * every shift, as a month of a large company has tens of millions of them.
 */
final class PunchClock {

  private static final int MINUTE = 60;
  private static final int AWAY_ON_BREAK = 30 * MINUTE;

  private final int[] seconds = new int[8];
  private int count;
  private boolean late;

  int count() {
    return count;
  }

  int second(int punch) {
    return seconds[punch];
  }

  /** Whether the last shift was begun late, with a punch to show it. */
  boolean wasLate() {
    return late;
  }

  void clear() {
    count = 0;
    late = false;
  }

  void punch(int second) {
    seconds[count++] = second;
  }

  /** A shift, or what of it is not on leave. */
  void work(Dice dice, Person person, Shift shift, int day, int onLeave) {
    int start = (onLeave == Leave.FORENOON ? shift.resume(day) : shift.start()) * MINUTE;
    int end = (onLeave == Leave.AFTERNOON ? shift.pause() : shift.end(day)) * MINUTE;
    int often = person.isCareless() ? 6 : 1;
    boolean comesLate = dice.perMille(12 * often);
    boolean leavesEarly = dice.perMille(8 * often);
    int missing = dice.below(1000);
    if (missing > 1) {
      late = comesLate;
      arrive(dice, comesLate ? start + lateSeconds(dice) : onTime(dice, start));
    }
    if (onLeave == 0 && dice.perMille(50)) {
      goOut(dice, shift, day);
    }
    if (missing < 2 || missing > 5) {
      leave(dice, leavesEarly ? end - earlySeconds(dice) : afterwards(dice, end));
    }
  }

  private void arrive(Dice dice, int second) {
    punch(second);
    if (dice.perMille(15)) {
      punch(second + 2 + dice.below(115));
    }
  }

  private void leave(Dice dice, int second) {
    if (dice.perMille(10)) {
      punch(second - 2 - dice.below(50));
    }
    punch(second);
  }

  private void goOut(Dice dice, Shift shift, int day) {
    int out = shift.pause() * MINUTE + dice.below(5 * MINUTE);
    punch(out);
    punch(
        shift == Shift.D
            ? shift.resume(day) * MINUTE - 1 - dice.below(10 * MINUTE)
            : out + AWAY_ON_BREAK + dice.below(10 * MINUTE));
  }

  /** Mostly some minutes early, at times within the very minute, which is in time too. */
  private static int onTime(Dice dice, int start) {
    if (dice.percent(3)) {
      return start + dice.below(MINUTE);
    }
    return start - MINUTE - dice.below(9 * MINUTE) - dice.below(9 * MINUTE);
  }

  private static int afterwards(Dice dice, int end) {
    if (dice.percent(3)) {
      return end + dice.below(MINUTE);
    }
    return end + dice.below(7 * MINUTE) + dice.below(7 * MINUTE);
  }

  private static int lateSeconds(Dice dice) {
    return offMinutes(dice) * MINUTE + dice.below(MINUTE);
  }

  private static int earlySeconds(Dice dice) {
    return offMinutes(dice) * MINUTE - dice.below(MINUTE);
  }

  /** The steps of the points (1–10, 11–20, 21–30, over 30) and their borders all occur. */
  private static int offMinutes(Dice dice) {
    int at = dice.below(100);
    if (at < 15) {
      return 10 * dice.between(1, 3) + dice.below(2);
    }
    return at < 65 ? dice.between(1, 10) : at < 85 ? dice.between(11, 30) : dice.between(31, 80);
  }
}
