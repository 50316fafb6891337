package io.monthend.sample;

/** A fine paid in cash; the amount in fen. */
record Payment(int day, String code, int amount) {}
