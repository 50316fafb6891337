package io.monthend.leave;

/** One half of a shift: AM up to the break or midpoint, PM after it (B5). */
public enum Half {
  AM,
  PM
}
