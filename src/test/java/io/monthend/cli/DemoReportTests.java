package io.monthend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.monthend.closing.MonthClose.People;
import io.monthend.exchange.FolderClose.Ending;
import io.monthend.exchange.FolderClose.Outcome;
import io.monthend.kernel.Money;
import io.monthend.kernel.PayMonth;
import io.monthend.rulebook.EvaluationPolicy;
import io.monthend.rulebook.RuleBooks;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DemoReportTests {

  private static final PayMonth OCTOBER = PayMonth.of("2026-10");
  private static final Outcome CLOSED =
      new Outcome(Ending.CLOSED, 25, 7, 0, new People(25, 0, 0), "0123456789abcdef", List.of());

  @Test
  void aMonthIsOneLineWithItsGradesAndTheBeginningOfItsDigest() {
    String report = report(Path.of(".monthend/demo"), Path.of(".monthend/demo/data"));

    assertThat(report)
        .containsPattern("2026-10 +25 +7 +1 +8 +0 +0 +0 +2 +3 +117,007\\.10 +0123456789ab…\\R");
  }

  @Test
  void aDemoInTheUsualPlaceNeedsNoOptionsToStartOver() {
    String report = report(Path.of(".monthend/demo"), Path.of(".monthend/demo/data"));

    assertThat(report).containsPattern("\\./monthend demo --fresh\\R");
  }

  @Test
  void pathsStandAsAShellReadsThem() {
    String report = report(Path.of("it's here"), Path.of("data"));

    assertThat(report)
        .contains("demo --fresh --folder 'it'\\''s here' --data-dir data")
        .contains("--input 'it'\\''s here/input/2026-10'");
  }

  private static String report(Path folder, Path data) {
    StringWriter text = new StringWriter();
    EvaluationPolicy policy =
        RuleBooks.bundled().inEffect(OCTOBER).orElseThrow().book().evaluation();
    DemoMonth month =
        new DemoMonth(
            OCTOBER, CLOSED, Map.of("A", 1, "B", 8, "-", 2, "", 3), Money.of("117007.10"));
    new DemoReport(new PrintWriter(text), new DemoFiles(folder), data)
        .results(List.of(month), policy);
    return text.toString();
  }
}
