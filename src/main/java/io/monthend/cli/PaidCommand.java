package io.monthend.cli;

import io.monthend.closing.MonthClose;
import io.monthend.kernel.PayMonth;
import io.monthend.months.MonthLock;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code paid}: the money has left, so that the month stays as it is. */
@Command(
    name = "paid",
    mixinStandardHelpOptions = true,
    description = "Marks a closed month as paid; it can no longer be reopened. This is recorded.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:marked, or marked before",
      "2:wrong usage, or the month is not closed",
      "4:people of the month are not settled yet",
      "6:a close of this month is running"
    })
final class PaidCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--month", paramLabel = "M", required = true, description = "Like 2026-10.")
  private @Nullable PayMonth month;

  @Mixin private DataDirectoryOption data = new DataDirectoryOption();

  @Override
  public Integer call() throws SQLException {
    PayMonth paid = Objects.requireNonNull(month);
    if (!Installation.isSetUp(data.directory())) {
      return report(paid, MonthClose.Paid.NOT_CLOSED);
    }
    PrintWriter out = spec.commandLine().getOut();
    try (Installation installation = Installation.open(data.directory(), new Terminal(out))) {
      MonthClose close = installation.get(MonthClose.class);
      Optional<MonthLock> lock = close.lock(paid);
      if (lock.isEmpty()) {
        spec.commandLine().getErr().println("A close of " + paid + " is running.");
        return ExitCode.BUSY;
      }
      try (MonthLock _ = lock.get()) {
        return report(paid, close.markPaid(paid, System.getProperty("user.name", "?")));
      }
    }
  }

  private int report(PayMonth paid, MonthClose.Paid result) {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    return switch (result) {
      case DONE -> {
        out.println(paid + " is marked paid and stays closed.");
        yield ExitCode.DONE;
      }
      case BEFORE -> {
        out.println(paid + " was marked paid before; nothing changed.");
        yield ExitCode.DONE;
      }
      case UNSETTLED -> {
        err.println(
            paid + " is not published: some people are not settled. Mend its input and close it.");
        yield ExitCode.CLOSED_DIFFERENTLY;
      }
      case NOT_CLOSED -> {
        err.println(paid + " is not closed; close it before it is paid.");
        yield ExitCode.WRONG_USAGE;
      }
    };
  }
}
