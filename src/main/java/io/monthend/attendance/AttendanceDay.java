package io.monthend.attendance;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What became of one rostered shift (section B).
 *
 * @param in the first punch, at its whole minute; absent on a whole-shift leave, an absence, or
 *     where it is missing
 * @param lateMinutes after the start of the part that is due
 * @param earlyMinutes before the end of the part that is due
 * @param leaveHalves half shifts on leave, 0 to 2
 * @param absentHalves half shifts absent, 0 to 2
 */
public record AttendanceDay(
    LocalDate date,
    String shift,
    @Nullable LocalDateTime in,
    @Nullable LocalDateTime out,
    int lateMinutes,
    int earlyMinutes,
    int leaveHalves,
    int absentHalves,
    @Nullable MissingPunch missing) {

  /** The side without a punch (B2). */
  public enum MissingPunch {
    IN,
    OUT
  }
}
