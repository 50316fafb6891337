package io.monthend.rulebook;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.monthend.kernel.Position;
import java.util.Set;

/** Section G: the amounts of the pay slip. */
public record PayPolicy(
    Setting.Choice<Base> base,
    Setting.Times absence,
    Performance performance,
    Bonus bonus,
    Setting.Choice<Forfeiture> forfeiture,
    Setting.Choice<Guard> guard,
    Setting.Percent deductionLimit,
    Setting.OptionalAmount minimumWage) {

  /** By which days a part of a month is paid (G1). */
  public enum Base {
    @JsonProperty("calendar-days")
    CALENDAR_DAYS,
    @JsonProperty("standard-days")
    STANDARD_DAYS
  }

  /** Performance pay (G4, E6). */
  public record Performance(
      Setting.Amount perPoint,
      Setting.Points from,
      Setting.Amount limit,
      Setting.Months fromMonth,
      Setting.Choice<Boolean> prorate) {}

  /** The bonus set by the general manager (G6). */
  public record Bonus(Set<Position> positions, Setting.Amount minimum) {
    public Bonus {
      positions = Set.copyOf(positions);
    }
  }

  /** What becomes of a month that is already below zero when its pay is forfeited (G7). */
  public enum Forfeiture {
    @JsonProperty("to-zero")
    TO_ZERO,
    @JsonProperty("never-positive")
    NEVER_POSITIVE
  }

  /** What is done about deductions beyond the limit (G11). */
  public enum Guard {
    @JsonProperty("warn")
    WARN,
    @JsonProperty("cap")
    CAP,
    @JsonProperty("off")
    OFF
  }
}
