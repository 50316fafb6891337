package io.monthend.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.monthend.conduct.Incident;
import io.monthend.kernel.PayMonth;
import io.monthend.kernel.Source;
import io.monthend.rulebook.BundledRuleBook;
import io.monthend.rulebook.CatalogueItem.Kind;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvaluationTests {

  private static final LocalDate DATE = LocalDate.of(2026, 10, 5);

  @Test
  void linesStandByDateThenCodeThenSource() {
    Evaluation evaluation =
        Evaluation.of(
            PayMonth.of("2026-10"),
            List.of(
                incident("WORK_SKIPPED", DATE, "I1"),
                incident("CHATTING", DATE, "I3"),
                incident("CHATTING", DATE, "I2"),
                incident("LOUD_NOISE", DATE.minusDays(1), "I4")),
            null,
            new KeyFigures.Best(null, null),
            BundledRuleBook.copy().book());
    assertThat(evaluation.lines())
        .extracting(line -> line.source().text())
        .containsExactly("incident:I4", "incident:I2", "incident:I3", "incident:I1");
  }

  private static Incident incident(String code, LocalDate date, String no) {
    return Incident.ofPoints(code, Kind.LIGHT, date, Source.incident(no), -1);
  }
}
