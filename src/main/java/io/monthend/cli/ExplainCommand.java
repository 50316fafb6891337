package io.monthend.cli;

import io.monthend.closing.CloseRun;
import io.monthend.explanation.Explained;
import io.monthend.explanation.Explanations;
import io.monthend.kernel.PayMonth;
import io.monthend.rulebook.Language;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code explain}: why somebody's pay of a closed month is what it is. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = "Explains one person's pay slip of a closed month, line by line.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:explained",
      "1:the month is not closed, or has no such person; or it failed",
      "2:wrong usage"
    })
final class ExplainCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--month", paramLabel = "M", required = true, description = "Like 2026-10.")
  private @Nullable PayMonth month;

  @Option(
      names = "--employee",
      paramLabel = "E",
      required = true,
      description = "The employee number, as payslips.csv has it.")
  private String employee = "";

  @Option(
      names = "--language",
      paramLabel = "L",
      description = "zh-Hant, zh-Hans or en; without it, that of LANG.")
  private @Nullable Language language;

  @Mixin private DataDirectoryOption data = new DataDirectoryOption();

  @Override
  public Integer call() {
    PayMonth asked = Objects.requireNonNull(month);
    Language spoken = language == null ? LanguageOfEnvironment.of(System.getenv("LANG")) : language;
    PrintWriter out = spec.commandLine().getOut();
    try (Installation installation = Installation.open(data.directory(), new Terminal(out))) {
      return report(asked, installation.get(Explanations.class).explain(asked, employee, spoken));
    }
  }

  private int report(PayMonth asked, Explained explained) {
    return switch (explained) {
      case Explained.Found found -> {
        PrintWriter out = spec.commandLine().getOut();
        ExplanationSheet.lines(found.explanation()).forEach(out::println);
        yield ExitCode.DONE;
      }
      case Explained.NotClosed notClosed -> refuse(notClosed(asked, notClosed.state()));
      case Explained.Unknown unknown ->
          refuse(
              "%s has nobody with the number %s; look it up in the month's payslips.csv%s"
                  .formatted(asked, employee, orIn(unknown.otherMonths())));
      case Explained.NotEmployed notEmployed ->
          refuse(
              "%s (%s) was not employed in %s, so there is no pay slip: the employment began on %s%s%s"
                  .formatted(
                      notEmployed.name(),
                      employee,
                      asked,
                      notEmployed.hireDate(),
                      notEmployed.lastDay() == null ? "" : " and ended on " + notEmployed.lastDay(),
                      orIn(notEmployed.otherMonths())));
    };
  }

  private int refuse(String message) {
    spec.commandLine().getErr().println(TerminalText.plain(message));
    return ExitCode.FAILED;
  }

  private String notClosed(PayMonth asked, CloseRun.@Nullable State state) {
    if (state == CloseRun.State.SETTLING) {
      return "The close of %s has not come to its end; wait for it, or run the same close again if it was interrupted."
          .formatted(asked);
    }
    if (state == CloseRun.State.SETTLED) {
      return "%s is in review and not published yet; see its page in the web application."
          .formatted(asked);
    }
    if (state == CloseRun.State.BLOCKED) {
      return "%s is not published, as some people could not be settled; mend what BLOCKED says in exceptions.csv and close it again."
          .formatted(asked);
    }
    return "%s is not closed in %s; close it first: monthend close --month %s --input DIR --output DIR. If it was closed elsewhere, name that place by --data-dir."
        .formatted(asked, data.directory(), asked);
  }

  private static String orIn(List<String> otherMonths) {
    return otherMonths.isEmpty()
        ? "."
        : ". There are pay slips of " + String.join(", ", otherMonths) + "; ask for one of these.";
  }
}
