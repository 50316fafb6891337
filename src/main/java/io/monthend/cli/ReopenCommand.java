package io.monthend.cli;

import io.monthend.closing.MonthClose;
import io.monthend.kernel.PayMonth;
import io.monthend.months.MonthLock;
import io.monthend.months.PayMonths;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code reopen}: undoes a close as long as the month is not paid. */
@Command(
    name = "reopen",
    mixinStandardHelpOptions = true,
    description = "Undoes the close of a month that is not marked paid; this is recorded.")
final class ReopenCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--month", paramLabel = "M", required = true, description = "Like 2026-10.")
  private @Nullable PayMonth month;

  @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why.")
  private String reason = "";

  @Mixin private DataDirectoryOption data = new DataDirectoryOption();

  @Override
  public Integer call() throws Exception {
    if (reason.isBlank()) {
      throw new ParameterException(spec.commandLine(), "--reason must say why");
    }
    PayMonth reopened = Objects.requireNonNull(month);
    PrintWriter out = spec.commandLine().getOut();
    try (Installation installation = Installation.open(data.directory(), new Terminal(out))) {
      MonthClose close = installation.get(MonthClose.class);
      Optional<MonthLock> lock = close.lock(reopened);
      if (lock.isEmpty()) {
        spec.commandLine().getErr().println("A close of " + reopened + " is running.");
        return ExitCode.BUSY;
      }
      try (MonthLock _ = lock.get()) {
        return report(
            reopened,
            close.reopen(reopened, System.getProperty("user.name", "?"), reason),
            installation.get(PayMonths.class).publishedAfter(reopened));
      }
    }
  }

  private int report(PayMonth reopened, MonthClose.Reopened result, List<String> later) {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    return switch (result) {
      case DONE -> {
        out.printf(
            Locale.ROOT, "%s is open again; close it anew when its files are right.%n", reopened);
        if (!later.isEmpty()) {
          out.printf(
              Locale.ROOT,
              "Note: %s closed after it and may rest on its results.%n",
              String.join(", ", later));
        }
        yield ExitCode.DONE;
      }
      case PAID -> {
        err.printf(
            Locale.ROOT,
            "%s is marked paid and stays closed; correct it on a later slip.%n",
            reopened);
        yield ExitCode.CLOSED_DIFFERENTLY;
      }
      case NOT_CLOSED -> {
        err.printf(Locale.ROOT, "%s is not closed; there is nothing to undo.%n", reopened);
        yield ExitCode.WRONG_USAGE;
      }
    };
  }
}
