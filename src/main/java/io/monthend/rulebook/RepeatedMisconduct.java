package io.monthend.rulebook;

import com.fasterxml.jackson.annotation.JsonProperty;

/** From how many incidents misconduct counts as repeated ({@code D:REPEATED_MISCONDUCT}). */
public record RepeatedMisconduct(
    Setting.Choice<Count> count, Setting.Times medium, Setting.Times light) {

  public RepeatedMisconduct {
    if (medium.times() == 0 || light.times() == 0) {
      throw new IllegalArgumentException("nothing happened is no misconduct; give times from 1");
    }
  }

  /** What is counted. */
  public enum Count {
    @JsonProperty("items")
    ITEMS,
    @JsonProperty("occurrences")
    OCCURRENCES
  }
}
