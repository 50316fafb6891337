package io.monthend.cli;

import io.monthend.database.Backup;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code backup}: the database of our own into one file. */
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    description = "Copies the embedded database to a file, while no other command uses it.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:written",
      "1:failed",
      "2:wrong usage",
      "6:another command uses the database"
    })
final class BackupCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--to",
      paramLabel = "FILE",
      required = true,
      description = "The file to write; it must be new.")
  private Path file = Path.of("");

  @Mixin private DataDirectoryOption data = new DataDirectoryOption();

  @Override
  public Integer call() {
    Installation.requireOwnDatabase(spec, "pg_dump");
    Optional<Backup.Written> written = Backup.write(data.directory(), file);
    if (written.isEmpty()) {
      spec.commandLine()
          .getErr()
          .println(
              "The database in " + data.directory() + " is in use; try again when that has ended.");
      return ExitCode.BUSY;
    }
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        Locale.ROOT,
        "Wrote %s: %,d files in %,d bytes%n  sha256 %s%n",
        written.get().file(),
        written.get().files(),
        written.get().bytes(),
        written.get().sha256());
    return ExitCode.DONE;
  }
}
