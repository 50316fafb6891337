package io.monthend.cli;

import io.monthend.audit.AuditCheck;
import io.monthend.audit.AuditTrail;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code audit}: whether the trail of what people did is as it was written. */
@Command(
    name = "audit",
    mixinStandardHelpOptions = true,
    description = {
      "Checks that no entry of the audit trail was changed, removed or slipped in.",
      "Note the head it prints somewhere else: by it a later check finds that the end was cut off."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:the trail is whole", "1:it is not, or the check failed", "2:wrong usage"})
final class AuditCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--head",
      paramLabel = "HASH",
      defaultValue = "",
      description = "A head noted earlier, which still has to be in the trail.")
  private String head = "";

  @Mixin private DataDirectoryOption data = new DataDirectoryOption();

  @Override
  public Integer call() {
    Terminal terminal = new Terminal(spec.commandLine().getOut());
    try (Installation installation = Installation.open(data.directory(), terminal)) {
      AuditTrail trail = installation.get(AuditTrail.class);
      if (!head.isEmpty() && !trail.holds(head)) {
        return refuse("The entry of that head is gone: the end of the trail was cut off.");
      }
      return switch (trail.check()) {
        case AuditCheck.Unbroken unbroken -> {
          spec.commandLine()
              .getOut()
              .printf(
                  Locale.ROOT,
                  "%,d entries, unbroken; head %s%n",
                  unbroken.entries(),
                  unbroken.head());
          yield ExitCode.DONE;
        }
        case AuditCheck.Broken broken ->
            refuse(
                "Entry "
                    + broken.id()
                    + " is not what was written, or one before it is missing; compare with a"
                    + " backup.");
      };
    }
  }

  private int refuse(String why) {
    spec.commandLine().getErr().println(why);
    return ExitCode.FAILED;
  }
}
