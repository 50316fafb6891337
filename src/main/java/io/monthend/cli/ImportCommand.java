package io.monthend.cli;

import io.monthend.exchange.BooksImport;
import io.monthend.exchange.BooksImport.FileAnswer;
import io.monthend.exchange.BooksImport.Order;
import io.monthend.exchange.BooksImport.Outcome;
import io.monthend.kernel.PayMonth;
import io.monthend.rulebook.RuleBook;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code import}: files into the books. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Takes files into the books, from which a month can be closed:",
      "new rows are added, known ones changed, none removed."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:imported, or with --dry-run: could be",
      "1:failed; nothing was kept",
      "2:wrong usage",
      "3:rows were refused, nothing was kept; see rejects.csv"
    })
final class ImportCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--input",
      paramLabel = "PATH",
      required = true,
      description = "The folder with the files, or a workbook; as for close, and balances.csv.")
  private Path input = Path.of("");

  @Option(
      names = "--output",
      paramLabel = "DIR",
      required = true,
      description = "The folder for answers.csv, the answer to each row, or rejects.csv.")
  private Path output = Path.of("");

  @Option(
      names = "--month",
      paramLabel = "M",
      description = "The month of kpis.csv and bonuses.csv, like 2026-10.")
  private @Nullable PayMonth month;

  @Option(
      names = "--dry-run",
      description = "Only tells what would be added and changed; nothing is kept.")
  private boolean dryRun;

  @Mixin private InputOptions reading = new InputOptions();

  @Mixin private DataDirectoryOption data = new DataDirectoryOption();

  @Override
  public Integer call() throws Exception {
    reading.require(input, output);
    String actor = System.getProperty("user.name", "?");
    Order order = new Order(input, reading.encoding(), month, dryRun, output, rulebook(), actor);
    PrintWriter out = spec.commandLine().getOut();
    try (Installation installation = Installation.open(data.directory(), new Terminal(out))) {
      Outcome outcome = installation.get(BooksImport.class).run(order);
      if (out instanceof JsonLines json) {
        json.event("import", figures(outcome));
      }
      outcome.warnings().forEach(warning -> out.println("Warning: " + warning));
      return report(outcome, out);
    }
  }

  private RuleBook rulebook() {
    return reading.edition(month == null ? PayMonth.of(PayMonth.LATEST_DATE) : month).book();
  }

  private static Map<String, Object> figures(Outcome outcome) {
    return Map.of(
        "ending",
        outcome.ending().name(),
        "added",
        outcome.files().stream().mapToLong(FileAnswer::added).sum(),
        "changed",
        outcome.files().stream().mapToLong(FileAnswer::changed).sum(),
        "unchanged",
        outcome.files().stream().mapToLong(FileAnswer::unchanged).sum(),
        "rejected",
        outcome.rejected());
  }

  private int report(Outcome outcome, PrintWriter out) {
    PrintWriter err = spec.commandLine().getErr();
    return switch (outcome.ending()) {
      case IMPORTED, PREVIEWED -> {
        tell(outcome, out);
        yield ExitCode.DONE;
      }
      case REJECTED -> {
        err.printf(
            Locale.ROOT,
            "%,d faults in the input; nothing was kept. Each is listed in %s; mend them and run this again.%n",
            outcome.rejected(),
            output.resolve("rejects.csv"));
        yield ExitCode.REJECTED;
      }
      case MONTH_NEEDED -> {
        err.printf(
            "The rows of %s do not say of which month they are; add --month, like --month 2026-10%n",
            outcome.files().stream().map(FileAnswer::file).collect(Collectors.joining(" and ")));
        yield ExitCode.WRONG_USAGE;
      }
    };
  }

  private void tell(Outcome outcome, PrintWriter out) {
    out.printf("  %-14s %10s %10s %10s%n", "", "added", "changed", "unchanged");
    for (FileAnswer file : outcome.files()) {
      out.printf(
          Locale.ROOT,
          "  %-14s %,10d %,10d %,10d%n",
          file.file(),
          file.added(),
          file.changed(),
          file.unchanged());
    }
    if (!outcome.closedMonths().isEmpty()) {
      out.printf(
          "Note: %s closed already; the slips stay as they are until the month is reopened or corrected.%n",
          String.join(", ", outcome.closedMonths()));
    }
    out.printf(
        "%s The answer to each row is in %s.%n",
        outcome.ending() == BooksImport.Ending.PREVIEWED
            ? "Only tried out: nothing was kept."
            : "Imported.",
        output.resolve("answers.csv"));
  }
}
