package io.monthend.oracle;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Derives what a close of one month must write, under the default rule book. The input must be
 * valid.
 */
public final class Oracle {

  private Oracle() {}

  /**
   * The output files' lines by file name, without the note columns, where nothing was closed
   * before.
   */
  public static Map<String, List<String>> close(YearMonth month, Path inputDir) {
    return close(month, inputDir, Published.nothing()).files();
  }

  /**
   * The same for an installation that has closed earlier months; the answer carries on to the next
   * month.
   */
  public static Closed close(YearMonth month, Path inputDir, Published earlier) {
    Inputs inputs = Inputs.read(inputDir);
    List<Worker> everyone = new ArrayList<>();
    for (Row employee : inputs.rows("employees")) {
      everyone.add(new Worker(employee, inputs, month, earlier));
    }
    everyone.sort((a, b) -> Text.compare(a.no, b.no));
    for (Worker worker : everyone) {
      worker.recordConduct();
    }
    Evaluation.of(everyone);
    for (Worker worker : everyone) {
      worker.payLines.addAll(Pay.lines(worker));
    }
    return new Closed(Sheets.of(everyone), earlier.and(month, everyone));
  }

  /** What one close gives: the files, and what the installation has published by then. */
  public record Closed(Map<String, List<String>> files, Published published) {}
}
