package io.monthend.cli;

import io.monthend.database.Restore;
import io.monthend.exchange.DigestCheck;
import io.monthend.exchange.DigestCheck.Finding;
import io.monthend.kernel.PayMonth;
import io.monthend.months.PayMonths;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code restore}: a backup into a new data directory, and the proof that it is whole. */
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    description = {
      "Restores a backup into a new or empty data directory and verifies every published month."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:restored, and every published month agrees with its digest",
      "1:failed, or a month does not agree",
      "2:wrong usage"
    })
final class RestoreCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--from", paramLabel = "FILE", required = true, description = "The backup.")
  private Path file = Path.of("");

  @Option(
      names = "--data-dir",
      paramLabel = "DIR",
      required = true,
      description = "Where the database is to lie.")
  private Path directory = Path.of("");

  @Override
  public Integer call() {
    Installation.requireOwnDatabase(spec, "pg_restore");
    Restore.Restored restored = Restore.into(directory, file);
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        Locale.ROOT,
        "Restored %,d files, %,d bytes; their checksums agree.%n",
        restored.files(),
        restored.bytes());
    try (Installation installation = Installation.open(directory, new Terminal(out))) {
      return verify(installation);
    }
  }

  private int verify(Installation installation) {
    DigestCheck check = installation.get(DigestCheck.class);
    List<PayMonth> months = installation.get(PayMonths.class).published();
    int ending = ExitCode.DONE;
    for (PayMonth month : months) {
      Finding finding = check.check(month, null).orElseThrow();
      if (finding.agrees()) {
        spec.commandLine().getOut().println("  " + month + " agrees, digest " + finding.digest());
      } else {
        finding
            .differences()
            .forEach(difference ->
                spec.commandLine().getErr().println("  " + month + ": " + difference));
        ending = ExitCode.FAILED;
      }
    }
    if (months.isEmpty()) {
      spec.commandLine().getOut().println("  No month is published in it.");
    }
    return ending;
  }
}
