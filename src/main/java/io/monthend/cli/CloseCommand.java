package io.monthend.cli;

import io.monthend.exchange.FolderClose;
import io.monthend.exchange.FolderClose.Outcome;
import io.monthend.exchange.ResultFolder;
import io.monthend.kernel.PayMonth;
import io.monthend.rulebook.Language;
import io.monthend.rulebook.RuleBookEdition;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code close}: one month in, one month out. */
@Command(
    name = "close",
    mixinStandardHelpOptions = true,
    description =
        "Closes a month: reads its files or the books, settles everyone, writes the pay slips.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:closed, or closed before with the same input",
      "1:failed; the same command goes on",
      "2:wrong usage",
      "3:rows were refused, nothing was kept; see rejects.csv",
      "4:closed before with other input; see reopen",
      "5:some people could not be settled; nothing is published",
      "6:another close of this month is running"
    })
final class CloseCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--month", paramLabel = "M", required = true, description = "Like 2026-10.")
  private @Nullable PayMonth month;

  @Option(
      names = "--input",
      paramLabel = "PATH",
      description = {
        "The folder with employees.csv, roster.csv and so on, or with month.xlsx; or a workbook;",
        "without it the month is closed from the books, see import."
      })
  private @Nullable Path input;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      required = true,
      description = "The folder for the results; it is made if it is missing.")
  private Path output = Path.of("");

  @Option(
      names = "--language",
      paramLabel = "L",
      defaultValue = "en",
      description = "Of month.xlsx: zh-Hant, zh-Hans or en (default: ${DEFAULT-VALUE}).")
  private Language language = Language.EN;

  @Option(
      names = "--no-xlsx",
      description = "Write no month.xlsx, and remove one that is there; nothing else changes.")
  private boolean withoutWorkbook;

  @Mixin private InputOptions reading = new InputOptions();

  @Mixin private DataDirectoryOption data = new DataDirectoryOption();

  @Mixin private HookOptions hooks = new HookOptions();

  @Mixin private MailOptions mail = new MailOptions();

  /** Runs the operator's own command for this ending, and tells of a failure by mail. */
  void ended(int exitCode) {
    String closing = month == null ? "" : month.toString();
    PrintWriter err = spec.commandLine().getErr();
    hooks.run(exitCode, closing, output, err);
    mail.run(exitCode, closing, output, spec.commandLine().getOut(), err);
  }

  @Override
  public Integer call() throws Exception {
    PayMonth closing = Objects.requireNonNull(month);
    reading.require(input, output);
    RuleBookEdition edition = reading.edition(closing);
    PrintWriter out = spec.commandLine().getOut();
    try (Installation installation = Installation.open(data.directory(), new Terminal(out))) {
      Outcome outcome = close(installation.get(FolderClose.class), closing, edition);
      if (out instanceof JsonLines json) {
        json.event("close", figures(closing, outcome));
      }
      outcome.warnings().forEach(warning -> out.println("Warning: " + warning));
      return report(closing, outcome, out);
    }
  }

  private Outcome close(FolderClose close, PayMonth closing, RuleBookEdition edition)
      throws Exception {
    String actor = System.getProperty("user.name", "?");
    return input == null
        ? close.closeBooks(closing, results(), edition, actor)
        : close.close(closing, input, reading.encoding(), results(), edition, actor);
  }

  private ResultFolder results() {
    return new ResultFolder(output, withoutWorkbook ? null : language);
  }

  /** Counts, never pay. */
  private static Map<String, Object> figures(PayMonth closing, Outcome outcome) {
    return Map.of(
        "month",
        closing.toString(),
        "ending",
        outcome.ending().name(),
        "people",
        outcome.people(),
        "exceptions",
        outcome.exceptions(),
        "rejected",
        outcome.rejected(),
        "blocked",
        outcome.settled().blocked(),
        "settled_anew",
        outcome.settled().anew(),
        "taken_over",
        outcome.settled().takenOver(),
        "digest",
        Objects.requireNonNullElse(outcome.digest(), ""));
  }

  private int report(PayMonth closing, Outcome outcome, PrintWriter out) {
    PrintWriter err = spec.commandLine().getErr();
    return switch (outcome.ending()) {
      case CLOSED -> {
        out.printf(Locale.ROOT, "%s is closed.%n", closing);
        yield done(outcome, out);
      }
      case ALREADY_CLOSED -> {
        out.printf(
            Locale.ROOT,
            "%s was closed before with the very same input; nothing changed.%n",
            closing);
        yield done(outcome, out);
      }
      case REJECTED -> {
        err.printf(
            Locale.ROOT,
            "%,d faults in the input; nothing was kept. Each is listed in %s; mend them and run"
                + " this again.%n",
            outcome.rejected(),
            output.resolve("rejects.csv"));
        yield ExitCode.REJECTED;
      }
      case CLOSED_DIFFERENTLY -> {
        err.printf(
            Locale.ROOT,
            "%s is closed already, and with other input or another rule book. To close it anew,"
                + " undo the close first: monthend reopen --month %s --reason \"…\"%n",
            closing,
            closing);
        yield ExitCode.CLOSED_DIFFERENTLY;
      }
      case BLOCKED -> {
        done(outcome, out);
        err.printf(
            Locale.ROOT,
            "%,d people could not be settled; see BLOCKED in exceptions.csv. Nothing is published.%n",
            outcome.settled().blocked());
        yield ExitCode.BLOCKED;
      }
      case BUSY -> {
        err.printf(Locale.ROOT, "Another close of %s is running; wait for its end.%n", closing);
        yield ExitCode.BUSY;
      }
    };
  }

  private int done(Outcome outcome, PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "  %,d pay slips, %,d things to look at (exceptions.csv), in %s%n  digest %s%n",
        outcome.people(),
        outcome.exceptions(),
        output,
        outcome.digest());
    if (outcome.settled().takenOver() > 0) {
      out.printf(
          Locale.ROOT,
          "  %,d people settled anew, %,d as in the attempt before%n",
          outcome.settled().anew(),
          outcome.settled().takenOver());
    }
    return ExitCode.DONE;
  }
}
