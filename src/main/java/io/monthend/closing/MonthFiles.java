package io.monthend.closing;

import io.monthend.kernel.PayMonth;
import io.monthend.rulebook.RuleBookEdition;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** How the facts of the books come into a run, and its results into files. */
public interface MonthFiles {

  /** What came of freezing the facts of a month. */
  sealed interface Frozen {

    /** A run with its facts: a new one, or one that was interrupted over the very same facts. */
    record Ready(CloseRun run) implements Frozen {}

    /** So many faults; nothing was kept, and {@link #rejects} lists them. */
    record Refused(long faults) implements Frozen {}
  }

  /**
   * A fault of a row.
   *
   * @param place the file it belongs to, and {@code row} which row of it; empty = all of it
   */
  record Refusal(String place, String row, String column, String value, String reason) {}

  /** Freezes what the books have for a month now; the caller holds the month's lock. */
  Frozen freeze(PayMonth month, RuleBookEdition edition) throws IOException, SQLException;

  /** The folder with the result files of a run, which are written if they are not there. */
  Path results(CloseRun run) throws IOException;

  /** Where the faults of the last refusal are listed. */
  Path rejects(PayMonth month);

  /** The first faults of the last refusal; none where nothing was refused. */
  List<Refusal> refusals(PayMonth month, int most) throws IOException;
}
