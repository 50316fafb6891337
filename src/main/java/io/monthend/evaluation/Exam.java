package io.monthend.evaluation;

import io.monthend.conduct.Incident;
import io.monthend.kernel.Source;
import io.monthend.rulebook.Catalogue;
import io.monthend.rulebook.CatalogueItem;
import io.monthend.rulebook.RuleBook;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * An exam taken (E7).
 *
 * @param score 0 to 100
 */
public record Exam(LocalDate date, BigDecimal score) {

  /** What this result makes of an incident: failed, perfect or nothing. */
  public Optional<Incident> incident(RuleBook rulebook) {
    Catalogue catalogue = rulebook.incidents();
    if (score.compareTo(rulebook.evaluation().examFailedBelow().score()) < 0) {
      return Optional.of(
          incident(
              Catalogue.EXAM_FAILED,
              -Evaluation.pointsOf(catalogue, Catalogue.EXAM_FAILED),
              catalogue));
    }
    if (score.compareTo(rulebook.evaluation().examPerfectFrom().score()) >= 0) {
      return Optional.of(
          incident(
              Catalogue.EXAM_PERFECT,
              Evaluation.pointsOf(catalogue, Catalogue.EXAM_PERFECT),
              catalogue));
    }
    return Optional.empty();
  }

  private Incident incident(String code, int points, Catalogue catalogue) {
    CatalogueItem item = catalogue.item(code);
    return Incident.ofPoints(code, item.kind(), date, Source.exam(date), points);
  }
}
