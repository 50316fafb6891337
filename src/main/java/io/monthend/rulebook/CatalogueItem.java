package io.monthend.rulebook;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonCreator.Mode;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.monthend.kernel.Money;
import io.monthend.kernel.Position;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One row of the catalogue of incidents (section D).
 *
 * @param points what the recorder may choose from, without a sign but for adjustments; absent =
 *     none
 * @param byMinutes where minutes decide: ascending brackets
 * @param payCny a pay reward
 * @param derived made by the engine, never recorded
 * @param onlyFor the positions it may be recorded for; empty = all
 */
public record CatalogueItem(
    Kind kind,
    @Nullable PointRange points,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<Bracket> byMinutes,
    @Nullable Ladder fines,
    @Nullable Compensation compensation,
    @Nullable Money payCny,
    @JsonSetter(nulls = Nulls.AS_EMPTY) boolean derived,
    @JsonSetter(nulls = Nulls.AS_EMPTY) Set<Position> onlyFor) {

  public CatalogueItem {
    byMinutes = List.copyOf(byMinutes);
    onlyFor = Set.copyOf(onlyFor);
    if (points != null && !byMinutes.isEmpty()) {
      throw new IllegalArgumentException("give points or byMinutes, not both");
    }
    for (int i = 1; i < byMinutes.size(); i++) {
      if (byMinutes.get(i).over() <= byMinutes.get(i - 1).over()) {
        throw new IllegalArgumentException("byMinutes must ascend by `over`");
      }
    }
    if (kind == Kind.ADJUSTMENT && points == null) {
      throw new IllegalArgumentException("an adjustment needs a range of points");
    }
  }

  /** What an incident is; light to severe are the severities of misconduct. */
  public enum Kind {
    @JsonProperty("light")
    LIGHT,
    @JsonProperty("medium")
    MEDIUM,
    @JsonProperty("severe")
    SEVERE,
    @JsonProperty("dismissal")
    DISMISSAL,
    @JsonProperty("money-only")
    MONEY_ONLY,
    @JsonProperty("record-only")
    RECORD_ONLY,
    @JsonProperty("reward")
    REWARD,
    @JsonProperty("adjustment")
    ADJUSTMENT
  }

  /** Whether the damage is owed (G12) and its amount has to be given. */
  public enum Compensation {
    @JsonProperty("required")
    REQUIRED,
    @JsonProperty("optional")
    OPTIONAL
  }

  /** Whether the recorder states minutes: all rows with brackets that are recorded by people. */
  public boolean needsMinutes() {
    return !byMinutes.isEmpty();
  }

  /** The bracket that so many minutes fall into; empty below the first. */
  public Optional<Bracket> bracketOf(int minutes) {
    Bracket found = null;
    for (Bracket bracket : byMinutes) {
      if (minutes > bracket.over()) {
        found = bracket;
      }
    }
    return Optional.ofNullable(found);
  }

  /** Points from one number to another; a fixed number has both ends equal. */
  public record PointRange(int from, int to) {

    private static final Pattern FORM = Pattern.compile("(-?\\d{1,3})(?:-(-?\\d{1,3}))?");

    public PointRange {
      if (from > to) {
        throw new IllegalArgumentException("the range " + from + " to " + to + " is empty");
      }
    }

    @JsonCreator(mode = Mode.DELEGATING)
    static PointRange of(int points) {
      return new PointRange(points, points);
    }

    @JsonCreator(mode = Mode.DELEGATING)
    static PointRange of(String text) {
      Matcher matcher = FORM.matcher(text);
      if (!matcher.matches()) {
        throw new IllegalArgumentException("'" + text + "' is not a number or a range like 2-5");
      }
      int from = Integer.parseInt(matcher.group(1));
      String to = matcher.group(2);
      return new PointRange(from, to == null ? from : Integer.parseInt(to));
    }

    public boolean contains(int points) {
      return from <= points && points <= to;
    }
  }

  /**
   * What more than {@code over} minutes cost.
   *
   * @param kind absent = that of the row
   * @param absenceDays counted as absence for pay and F4 (B6)
   */
  public record Bracket(
      int over, @Nullable Kind kind, int points, @Nullable BigDecimal absenceDays) {

    /** The absence as a number of half days. */
    public int absenceHalves() {
      return absenceDays == null ? 0 : absenceDays.multiply(BigDecimal.TWO).intValueExact();
    }
  }

  /** Fines that grow with each occurrence. */
  public record Ladder(Within within, List<Money> cny, Then then) {

    public Ladder {
      if (cny.isEmpty() || cny.stream().anyMatch(amount -> amount.signum() < 0)) {
        throw new IllegalArgumentException("cny needs at least one amount, none below 0");
      }
      cny = List.copyOf(cny);
    }

    /** Where the counting of occurrences starts again. */
    public enum Within {
      @JsonProperty("month")
      MONTH,
      @JsonProperty("employment")
      EMPLOYMENT
    }

    /** What follows the last amount. */
    public enum Then {
      @JsonProperty("repeat")
      REPEAT,
      @JsonProperty("forfeit")
      FORFEIT
    }

    /**
     * The fine of an occurrence, counted from 1; zero where the ladder has ended in a forfeiture.
     */
    public Money fineOf(int occurrence) {
      if (forfeitsAt(occurrence)) {
        return Money.ZERO;
      }
      return cny.get(Math.min(occurrence, cny.size()) - 1);
    }

    /** Whether an occurrence, counted from 1, forfeits the month's pay and asks for a review. */
    public boolean forfeitsAt(int occurrence) {
      return then == Then.FORFEIT && occurrence > cny.size();
    }
  }
}
