package io.monthend.rulebook;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Section B: how punches are matched and judged. */
public record AttendancePolicy(
    Setting.Minutes punchBeforeStart,
    Setting.Minutes punchAfterEnd,
    Setting.Minutes onePunchBelow,
    Setting.Choice<MissingPunch> missingPunch,
    Setting.Minutes grace,
    Setting.OptionalMinutes lateIsHalfAbsenceFrom) {

  /** What a missing punch costs (B2). */
  public enum MissingPunch {
    @JsonProperty("review")
    REVIEW,
    @JsonProperty("fine")
    FINE,
    @JsonProperty("half-absence")
    HALF_ABSENCE
  }
}
