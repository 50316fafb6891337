package io.monthend.leave;

import io.monthend.rulebook.LeaveType;
import io.monthend.tasks.Message;
import java.time.LocalDate;

/** What somebody asks for: leave from one half shift to another, both included, and why. */
public record LeaveForm(
    LeaveType type, LocalDate from, Half fromHalf, LocalDate to, Half toHalf, String reason) {

  /** The leave it would be; one that ends before it begins is an error. */
  Leave under(String leaveNo, boolean certificate) {
    return new Leave(leaveNo, type, from, fromHalf, to, toHalf, certificate);
  }

  /** When, in words. */
  Message span() {
    return Message.of(
        "leave.span." + extent(), from.toString(), half(fromHalf), to.toString(), half(toHalf));
  }

  /** What and when, in words. */
  Message summary(int rosteredHalves) {
    return Message.of(
        "leave.summary." + extent(),
        from.toString(),
        half(fromHalf),
        to.toString(),
        half(toHalf),
        "#leave.type." + type,
        LeaveDays.inDays(rosteredHalves));
  }

  private static String half(Half half) {
    return "#leave.half." + half;
  }

  private String extent() {
    boolean isWhole = fromHalf == Half.AM && toHalf == Half.PM;
    if (from.equals(to)) {
      return isWhole ? "day" : "half";
    }
    return isWhole ? "days" : "halves";
  }
}
