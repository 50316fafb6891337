package io.monthend.sample;

/**
 * The shifts of the rule book this company works by; times in minutes from the date's midnight.
 *
 * <p>A half leave ends or begins at the break, in a shift without one at its midpoint.
 */
enum Shift {
  D('D', 9 * 60),
  A('A', 7 * 60 + 30),
  B('B', 15 * 60 + 30),
  C('C', 23 * 60 + 30);

  private static final int EIGHT_HOURS = 8 * 60;
  private static final int NOON = 12 * 60;
  private static final int SUMMER_LATER = 30;

  private final char letter;
  private final int start;

  Shift(char letter, int start) {
    this.letter = letter;
    this.start = start;
  }

  /** Its code in the files. */
  char letter() {
    return letter;
  }

  int start() {
    return start;
  }

  /** Where the first half ends. */
  int pause() {
    return this == D ? NOON : start + EIGHT_HOURS / 2;
  }

  /** Where the second half begins. */
  int resume(int day) {
    return this == D ? NOON + 60 + later(day) : pause();
  }

  int end(int day) {
    return this == D ? 17 * 60 + 30 + later(day) : start + EIGHT_HOURS;
  }

  private static int later(int day) {
    return Days.isSummer(day) ? SUMMER_LATER : 0;
  }
}
