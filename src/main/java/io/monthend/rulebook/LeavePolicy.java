package io.monthend.rulebook;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Section C: what leave costs and what it needs. */
public record LeavePolicy(
    Setting.Hours phoneNoticeWithin,
    Setting.CalendarDays papersWithin,
    Setting.Days certificateFrom,
    Setting.Amount fine,
    Setting.Choice<FinePer> finePer,
    Map<LeaveType, Terms> types,
    List<AnnualDays> annual) {

  public LeavePolicy {
    Set<LeaveType> missing = EnumSet.allOf(LeaveType.class);
    missing.removeAll(types.keySet());
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException("types has no terms for " + missing + "; add them");
    }
    types = Map.copyOf(types);
    annual = List.copyOf(annual);
    for (int i = 1; i < annual.size(); i++) {
      if (annual.get(i).fromYears() <= annual.get(i - 1).fromYears()) {
        throw new IllegalArgumentException(
            "annual has fromYears %s behind fromYears %s; sort them upwards"
                .formatted(annual.get(i).fromYears(), annual.get(i - 1).fromYears()));
      }
    }
  }

  /** The terms of one type; every type has some. */
  public Terms termsOf(LeaveType type) {
    Terms terms = types.get(type);
    if (terms == null) {
      throw new IllegalStateException("No terms for " + type);
    }
    return terms;
  }

  /** What one type of leave costs, and whether it is kept in a balance. */
  public record Terms(boolean paid, Fined fined, boolean balance, String rule) {}

  /** When a type of leave is fined (C3 to C5). */
  public enum Fined {
    @JsonProperty("never")
    NEVER,
    @JsonProperty("always")
    ALWAYS,
    @JsonProperty("without-certificate")
    WITHOUT_CERTIFICATE
  }

  /** How often the fine falls due where two leaves touch one date (C3). */
  public enum FinePer {
    @JsonProperty("date")
    DATE,
    @JsonProperty("leave")
    LEAVE
  }

  /** Annual leave of so many days a year from so many years of service (C5). */
  public record AnnualDays(int fromYears, int days, String rule) {
    public AnnualDays {
      Limits.requireUpTo(99, "fromYears", fromYears);
      Limits.requireUpTo(366, "days", days);
    }
  }
}
