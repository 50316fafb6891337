package io.monthend.sample;

/**
 * A leave from one half of a day to another; halves count from midnight of 1970-01-01, two a day.
 *
 * <p>{@code away} is whether the person stays away, which somebody without approval may not do.
 */
record Leave(
    Month begun,
    int serial,
    LeaveType type,
    int fromHalf,
    int toHalf,
    String certificate,
    boolean approved,
    boolean away) {

  static final int FORENOON = 1;
  static final int AFTERNOON = 2;
  static final int WHOLE_DAY = FORENOON | AFTERNOON;

  int from() {
    return Math.floorDiv(fromHalf, 2);
  }

  int to() {
    return Math.floorDiv(toHalf, 2);
  }

  boolean touches(int first, int last) {
    return from() <= last && to() >= first;
  }

  /** The halves of the day on leave: {@link #FORENOON}, {@link #AFTERNOON}, both or 0. */
  int halvesOn(int day) {
    int halves = 0;
    if (fromHalf <= 2 * day && 2 * day <= toHalf) {
      halves |= FORENOON;
    }
    if (fromHalf <= 2 * day + 1 && 2 * day + 1 <= toHalf) {
      halves |= AFTERNOON;
    }
    return halves;
  }
}
