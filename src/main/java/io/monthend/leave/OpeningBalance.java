package io.monthend.leave;

import io.monthend.rulebook.LeaveType;
import java.time.LocalDate;

/**
 * The leave somebody has left at the end of a day.
 *
 * @param type one with a balance (C5)
 * @param halfDays 0 or more
 */
public record OpeningBalance(LeaveType type, LocalDate asOf, int halfDays) {

  public OpeningBalance {
    if (halfDays < 0) {
      throw new IllegalArgumentException("A balance is never below 0 (C5)");
    }
  }
}
