package io.monthend.leave;

import io.monthend.rulebook.LeaveType;
import java.time.LocalDate;
import java.util.Comparator;

/**
 * An approved leave, from one half shift to another, both included.
 *
 * @param certificate whether a hospital certificate was handed in (C4)
 */
public record Leave(
    String leaveNo,
    LeaveType type,
    LocalDate from,
    Half fromHalf,
    LocalDate to,
    Half toHalf,
    boolean certificate) {

  /** By beginning, AM before PM (C3). */
  static final Comparator<Leave> BY_BEGINNING =
      Comparator.comparing(Leave::from).thenComparing(Leave::fromHalf);

  public Leave {
    if (to.isBefore(from) || (to.equals(from) && toHalf.compareTo(fromHalf) < 0)) {
      throw new IllegalArgumentException("Leave " + leaveNo + " ends before it begins");
    }
  }

  /** The same leave with its hospital certificate (C4). */
  public Leave certified() {
    return new Leave(leaveNo, type, from, fromHalf, to, toHalf, true);
  }

  /** Whether it covers a half of a shift that starts on the date. */
  public boolean covers(LocalDate date, Half half) {
    boolean begun = from.isBefore(date) || (from.equals(date) && fromHalf.compareTo(half) <= 0);
    boolean over = to.isBefore(date) || (to.equals(date) && toHalf.compareTo(half) < 0);
    return begun && !over;
  }

  /** Whether another leave covers some of the same halves. */
  public boolean overlaps(Leave other) {
    return covers(other.from, other.fromHalf) || other.covers(from, fromHalf);
  }

  /** The half shifts it covers on a date: 0, 1 or 2. */
  public int halvesOn(LocalDate date) {
    return (covers(date, Half.AM) ? 1 : 0) + (covers(date, Half.PM) ? 1 : 0);
  }
}
