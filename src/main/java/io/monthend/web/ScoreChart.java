package io.monthend.web;

import io.monthend.evaluation.MonthlyScore;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A person's scores as bars, drawn by the server: it needs no script and can be printed. Lengths
 * are in the units of the drawing.
 *
 * @param bars first month to last
 */
public record ScoreChart(List<Bar> bars) {

  /** One score is one unit high; 110 is the highest there is. */
  private static final int HIGHEST = 110;

  private static final int ROOM_ABOVE = 16;
  private static final int STEP = 56;
  private static final int BAR = 32;

  /** At most this many months, the last ones. */
  private static final int MONTHS = 12;

  /**
   * One month.
   *
   * @param x its left side, {@code y} its upper side
   */
  public record Bar(MonthlyScore of, int x, int y, int width, int height) {

    public int middle() {
      return x + width / 2;
    }
  }

  public ScoreChart {
    bars = List.copyOf(bars);
  }

  static ScoreChart of(List<MonthlyScore> scores) {
    List<MonthlyScore> shown = scores.subList(Math.max(0, scores.size() - MONTHS), scores.size());
    return new ScoreChart(
        IntStream.range(0, shown.size())
            .mapToObj(i -> {
              MonthlyScore score = shown.get(i);
              return new Bar(
                  score,
                  i * STEP + (STEP - BAR) / 2,
                  ROOM_ABOVE + HIGHEST - score.score(),
                  BAR,
                  score.score());
            })
            .toList());
  }

  public int width() {
    return bars.size() * STEP;
  }

  /** Where the bars stand. */
  public int ground() {
    return ROOM_ABOVE + HIGHEST;
  }

  /** The latest of the scores shown. */
  public MonthlyScore latest() {
    return bars.getLast().of();
  }
}
