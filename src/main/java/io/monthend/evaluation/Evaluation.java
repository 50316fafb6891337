package io.monthend.evaluation;

import io.monthend.conduct.Incident;
import io.monthend.kernel.PayMonth;
import io.monthend.kernel.Source;
import io.monthend.rulebook.Catalogue;
import io.monthend.rulebook.CatalogueItem.PointRange;
import io.monthend.rulebook.EvaluationPolicy;
import io.monthend.rulebook.RuleBook;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person's evaluation of the month.
 *
 * @param score as cut by E2
 * @param grade of E3, or the rule book's mark for none
 * @param lines by date, code, source; with the starting score they sum to the score before it is
 *     cut
 */
public record Evaluation(int score, String grade, List<EvaluationLine> lines) {

  public Evaluation {
    lines = List.copyOf(lines);
  }

  /** Evaluates a person of an evaluated position. */
  public static Evaluation of(
      PayMonth month,
      List<Incident> incidents,
      @Nullable KeyFigures keyFigures,
      KeyFigures.Best best,
      RuleBook rulebook) {
    List<EvaluationLine> lines = new ArrayList<>();
    for (Incident incident : incidents) {
      if (incident.points() != 0) {
        lines.add(
            new EvaluationLine(
                incident.date(), incident.code(), incident.points(), incident.source()));
      }
    }
    if (keyFigures != null) {
      addKeyFigureRewards(month, incidents, keyFigures, best, rulebook, lines);
    }
    lines.sort(EvaluationLine.IN_ORDER);
    EvaluationPolicy policy = rulebook.evaluation();
    long sum = policy.start().points() + lines.stream().mapToLong(EvaluationLine::points).sum();
    int score = policy.cut(Math.toIntExact(sum));
    return new Evaluation(score, policy.gradeOf(score), lines);
  }

  private static void addKeyFigureRewards(
      PayMonth month,
      List<Incident> incidents,
      KeyFigures keyFigures,
      KeyFigures.Best best,
      RuleBook rulebook,
      List<EvaluationLine> lines) {
    if (best.isReachedBy(keyFigures) && incidents.stream().noneMatch(Incident::isViolation)) {
      lines.add(reward(month, Catalogue.TOP_PERFORMER, rulebook.incidents()));
    }
    BigDecimal upTo = rulebook.evaluation().zeroComplaintsUpTo().percent().movePointLeft(2);
    if (keyFigures.complaintRate() != null && keyFigures.complaintRate().compareTo(upTo) <= 0) {
      lines.add(reward(month, Catalogue.ZERO_COMPLAINTS, rulebook.incidents()));
    }
  }

  private static EvaluationLine reward(PayMonth month, String code, Catalogue catalogue) {
    return new EvaluationLine(month.last(), code, pointsOf(catalogue, code), Source.KEY_FIGURES);
  }

  /** The fixed points of a derived row, without a sign. */
  static int pointsOf(Catalogue catalogue, String code) {
    PointRange points = catalogue.item(code).points();
    return points == null ? 0 : points.from();
  }
}
