package io.monthend.cli;

import io.monthend.exchange.DigestCheck;
import io.monthend.exchange.DigestCheck.Finding;
import io.monthend.kernel.PayMonth;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** {@code verify}: whether a published month is still what was published. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description =
        "Recomputes the digest of a published month and says whether its pay slips are unchanged.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:unchanged",
      "1:changed, or the check failed",
      "2:wrong usage, or the month is not closed"
    })
final class VerifyCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--month", paramLabel = "M", required = true, description = "Like 2026-10.")
  private @Nullable PayMonth month;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      description = "The folder the month was written to, to check its files as well.")
  private @Nullable Path output;

  @Mixin private DataDirectoryOption data = new DataDirectoryOption();

  @Override
  public Integer call() {
    if (output != null && !Files.isDirectory(output)) {
      throw new ParameterException(spec.commandLine(), "--output " + output + " is no folder");
    }
    PayMonth checked = Objects.requireNonNull(month);
    if (!Installation.isSetUp(data.directory())) {
      return notClosed(checked);
    }
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Optional<Finding> finding;
    try (Installation installation = Installation.open(data.directory(), new Terminal(out))) {
      finding = installation.get(DigestCheck.class).check(checked, output);
    }
    if (finding.isEmpty()) {
      return notClosed(checked);
    }
    if (!finding.get().agrees()) {
      err.println(checked + " is not what was published with digest " + finding.get().digest());
      finding.get().differences().forEach(difference -> err.println("  " + difference));
      return ExitCode.FAILED;
    }
    out.println(checked + " is what was published, " + scope());
    out.println("  digest " + finding.get().digest());
    return ExitCode.DONE;
  }

  private int notClosed(PayMonth checked) {
    spec.commandLine().getErr().println(checked + " is not closed; there is nothing to verify.");
    return ExitCode.WRONG_USAGE;
  }

  private String scope() {
    return output == null ? "in the database." : "in the database and in " + output + ".";
  }
}
