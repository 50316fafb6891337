package io.monthend.leave;

import io.monthend.rulebook.LeaveType;
import java.time.LocalDate;

/** What somebody asks for: leave from one half shift to another, both included, and why. */
public record LeaveForm(
    LeaveType type, LocalDate from, Half fromHalf, LocalDate to, Half toHalf, String reason) {

  /** The leave it would be; one that ends before it begins is an error. */
  Leave under(String leaveNo, boolean certificate) {
    return new Leave(leaveNo, type, from, fromHalf, to, toHalf, certificate);
  }
}
