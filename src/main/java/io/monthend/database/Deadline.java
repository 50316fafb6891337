package io.monthend.database;

import java.time.Duration;

/** A moment up to which it is worth waiting, on a clock that nobody can set back. */
record Deadline(long atNanos) {

  private static final Duration PAUSE = Duration.ofMillis(50);

  static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos());
  }

  boolean isOver() {
    return left().isNegative();
  }

  Duration left() {
    return Duration.ofNanos(atNanos - System.nanoTime());
  }

  static void pause(String waitingFor) {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      throw DatabaseUnavailable.interrupted(waitingFor, e);
    }
  }
}
