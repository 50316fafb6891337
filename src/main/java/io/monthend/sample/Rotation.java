package io.monthend.sample;

import org.jspecify.annotations.Nullable;

/**
 * The rhythms of work and rest. After a night shift there is always a free day before the next
 * morning shift, as the two would touch (A6).
 */
enum Rotation {
  /** Monday to Saturday. */
  DAYS("DDDDDD-"),
  /** A week of each shift, backwards. */
  WEEKS("CCCCCC-AAAAAA-BBBBBB-"),
  /** Two of each, two days off. */
  PAIRS("AABBCC--"),
  /** One of each, a day off. */
  QUICK("ABC-");

  /** 1970-01-01 was a Thursday, the fourth letter of a week that starts on Monday. */
  static final int MONDAY_FIRST = 3;

  private final String letters;

  Rotation(String letters) {
    this.letters = letters;
  }

  int length() {
    return letters.length();
  }

  /** The shift of the day, or none on a day of rest. */
  @Nullable Shift on(int day, int phase) {
    return switch (letters.charAt(Math.floorMod(day + phase, letters.length()))) {
      case 'D' -> Shift.D;
      case 'A' -> Shift.A;
      case 'B' -> Shift.B;
      case 'C' -> Shift.C;
      default -> null;
    };
  }

  /**
   * Who covers on a day of rest works this; it touches neither the night before nor the morning
   * after.
   */
  Shift cover() {
    return this == DAYS ? Shift.D : Shift.B;
  }
}
