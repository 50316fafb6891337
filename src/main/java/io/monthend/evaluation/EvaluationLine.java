package io.monthend.evaluation;

import io.monthend.kernel.CodePointOrder;
import io.monthend.kernel.Source;
import java.time.LocalDate;
import java.util.Comparator;

/**
 * One step from the starting score to the score.
 *
 * @param points signed, not 0
 */
public record EvaluationLine(LocalDate date, String code, int points, Source source) {

  static final Comparator<EvaluationLine> IN_ORDER =
      Comparator.comparing(EvaluationLine::date)
          .thenComparing(EvaluationLine::code, CodePointOrder::compareTexts)
          .thenComparing(EvaluationLine::source);
}
