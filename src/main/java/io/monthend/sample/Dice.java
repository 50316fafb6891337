package io.monthend.sample;

/**
 * Chance that belongs to a key: whoever asks for the same key and topic draws the same numbers.
 *
 * <p>The mixing step is splitmix64. Only whole-number arithmetic is used, which is the same on
 * every machine.
 */
final class Dice {

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final long STEP_ASIDE = 0xD1B54A32D192ED03L;

  private long state;

  Dice() {}

  /** The dice of one topic at one point, such as a month or a day. */
  static Dice of(long key, int topic, long at) {
    Dice dice = new Dice();
    dice.take(hash(hash(key, topic), at));
    return dice;
  }

  /** A new key from a key and one thing more. */
  static long hash(long key, long what) {
    return mix(key ^ mix(what + STEP_ASIDE));
  }

  /** Goes on from another key, so that a hot loop needs no new object. */
  void take(long key) {
    state = key;
  }

  long next() {
    state += GOLDEN;
    return mix(state);
  }

  /** 0 to bound − 1. */
  int below(int bound) {
    return (int) (((next() >>> 32) * bound) >>> 32);
  }

  /** Both ends included. */
  int between(int lowest, int highest) {
    return lowest + below(highest - lowest + 1);
  }

  boolean percent(int chance) {
    return below(100) < chance;
  }

  boolean perMille(int chance) {
    return below(1000) < chance;
  }

  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
