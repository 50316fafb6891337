package io.monthend.cli;

import io.monthend.closing.Retention;
import io.monthend.closing.Retention.Pruned;
import io.monthend.tasks.NoticeRetention;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code prune}: gives the room of old facts and notices back. */
@Command(
    name = "prune",
    mixinStandardHelpOptions = true,
    description = {
      "Drops the frozen punches, rosters, leaves and so on of older published months, and all facts",
      "of attempts that were undone. Pay slips and all other results, incidents and employees stay.",
      "Old notices of the application go as well, with the record of their mails."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:failed",
      "2:wrong usage",
      "6:a close of one of the months was running; its facts stay"
    })
final class PruneCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--keep-facts",
      paramLabel = "MONTHS",
      defaultValue = "${MONTHEND_KEEP_FACTS}",
      description = {
        "So many months, the last published one among them, keep their facts; from 1. Without it",
        "MONTHEND_KEEP_FACTS says how many."
      })
  private @Nullable Integer kept;

  @Option(
      names = "--keep-notices",
      paramLabel = "DAYS",
      defaultValue = "${MONTHEND_KEEP_NOTICES:-180}",
      description = {
        "Notices stay so many days after they were read, from 1; unread ones a year at least.",
        "Without it MONTHEND_KEEP_NOTICES says how many, or else it is 180."
      })
  private int keptNotices;

  @Option(names = "--dry-run", description = "Only say what would be dropped.")
  private boolean dryRun;

  @Mixin private DataDirectoryOption data = new DataDirectoryOption();

  @Override
  public Integer call() throws SQLException {
    int keptMonths = keptMonths();
    if (!Installation.isSetUp(data.directory())) {
      return report(List.of(), 0);
    }
    try (Installation installation =
        Installation.open(data.directory(), new Terminal(spec.commandLine().getOut()))) {
      Retention facts = installation.get(Retention.class);
      NoticeRetention notices = installation.get(NoticeRetention.class);
      return dryRun
          ? report(facts.plan(keptMonths), notices.plan(keptNotices))
          : report(
              facts.prune(keptMonths, System.getProperty("user.name", "?")),
              notices.prune(keptNotices));
    }
  }

  private int keptMonths() {
    if (kept == null || kept < 1) {
      throw new ParameterException(
          spec.commandLine(), "--keep-facts is 1 or more, or set MONTHEND_KEEP_FACTS");
    }
    if (keptNotices < 1) {
      throw new ParameterException(spec.commandLine(), "--keep-notices is 1 or more");
    }
    return kept;
  }

  private int report(List<Pruned> runs, long notices) {
    PrintWriter out = spec.commandLine().getOut();
    boolean busy = false;
    long bytes = 0;
    for (Pruned run : runs) {
      if (run.busy()) {
        busy = true;
        spec.commandLine()
            .getErr()
            .println(run.month() + ": a close is running; prune again when it has ended.");
      } else {
        bytes += run.bytes();
        out.printf(
            Locale.ROOT,
            "  %s attempt %d (%s): %,d bytes%n",
            run.month(),
            run.attempt(),
            run.state(),
            run.bytes());
      }
    }
    out.printf(
        Locale.ROOT,
        "%s %,d bytes of facts and %,d notices.%n",
        dryRun ? "Would drop" : "Dropped",
        bytes,
        notices);
    return busy ? ExitCode.BUSY : ExitCode.DONE;
  }
}
