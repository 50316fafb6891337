package io.monthend.payroll;

/** The lines of a pay slip, in their order (section G). */
public enum LineCode {
  BASE,
  LEAVE_UNPAID,
  ABSENCE,
  PERFORMANCE,
  REWARD,
  BONUS,
  FINE,
  FINE_PAID,
  FORFEITURE,
  COMPENSATION,
  TRAINING_FEE,
  STATUTORY_GUARD,
  CORRECTION
}
