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
    checkPoints(kind, points, byMinutes);
    if (kind.isGood() && !(byMinutes.isEmpty() && fines == null && compensation == null)) {
      throw new IllegalArgumentException(
          "a reward or adjustment has points or payCny; remove byMinutes, fines, compensation");
    }
    if (payCny != null) {
      Limits.requirePayable("payCny", payCny);
      if (kind != Kind.REWARD) {
        throw new IllegalArgumentException("only a reward is paid; remove payCny");
      }
    }
  }

  private static void checkPoints(Kind kind, @Nullable PointRange points, List<Bracket> byMinutes) {
    if (points != null && !byMinutes.isEmpty()) {
      throw new IllegalArgumentException("it has points and byMinutes; give one of them");
    }
    if (kind == Kind.ADJUSTMENT && points == null) {
      throw new IllegalArgumentException("an adjustment needs points, a range like -5-5");
    }
    if (kind != Kind.ADJUSTMENT && points != null && points.from() < 0) {
      throw new IllegalArgumentException(
          "points are written without a sign; whether they are added or taken off is the kind's");
    }
    for (int i = 1; i < byMinutes.size(); i++) {
      if (byMinutes.get(i).over() <= byMinutes.get(i - 1).over()) {
        throw new IllegalArgumentException(
            "byMinutes has over %s behind over %s; sort them upwards"
                .formatted(byMinutes.get(i).over(), byMinutes.get(i - 1).over()));
      }
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
    ADJUSTMENT;

    /** Whether it is in a person's favour, or may be. */
    boolean isGood() {
      return this == REWARD || this == ADJUSTMENT;
    }
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

    private static final int MOST = 999;
    private static final Pattern FORM = Pattern.compile("(-?\\d{1,3})-(-?\\d{1,3})");

    public PointRange {
      if (from > to) {
        throw new IllegalArgumentException(
            "the range %s-%s is empty; write the lower number first".formatted(from, to));
      }
      if (from < -MOST || to > MOST) {
        throw new IllegalArgumentException("points go from -%s to %s".formatted(MOST, MOST));
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
        throw new IllegalArgumentException(
            "'" + text + "' is not a whole number or a range like 2-5");
      }
      return new PointRange(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
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

    private static final int MOST_MINUTES = 24 * 60;
    private static final int MOST_POINTS = 999;
    private static final List<BigDecimal> HALVES =
        List.of(BigDecimal.ZERO, new BigDecimal("0.5"), BigDecimal.ONE);

    public Bracket {
      Limits.requireUpTo(MOST_MINUTES, "over", over);
      Limits.requireUpTo(MOST_POINTS, "points", points);
      if (kind != null && kind.isGood()) {
        throw new IllegalArgumentException("minutes cost something; give a kind of misconduct");
      }
      BigDecimal days = absenceDays == null ? BigDecimal.ZERO : absenceDays;
      if (HALVES.stream().noneMatch(half -> half.compareTo(days) == 0)) {
        throw new IllegalArgumentException("absenceDays is " + days + "; give 0.5 or 1");
      }
    }

    /** The absence as a number of half days. */
    public int absenceHalves() {
      return absenceDays == null ? 0 : absenceDays.multiply(BigDecimal.TWO).intValueExact();
    }
  }

  /** Fines that grow with each occurrence. */
  public record Ladder(Within within, List<Money> cny, Then then) {

    public Ladder {
      if (cny.isEmpty()) {
        throw new IllegalArgumentException("cny is empty; give the fine of the first time");
      }
      cny.forEach(amount -> Limits.requirePayable("cny", amount));
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
