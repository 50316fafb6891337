package io.monthend.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the operator wants to be run when a close has ended. */
final class HookOptions {

  private static final Duration LIMIT = Duration.ofSeconds(60);

  @Option(
      names = "--on-failure",
      paramLabel = "COMMAND",
      description = {
        "Run by the shell where the exit code is not 0, for 60 seconds at most, with",
        "MONTHEND_EXIT_CODE, MONTHEND_MONTH and MONTHEND_OUTPUT in its environment."
      })
  private @Nullable String onFailure;

  @Option(
      names = "--on-success",
      paramLabel = "COMMAND",
      description = "The same where the exit code is 0.")
  private @Nullable String onSuccess;

  void run(int exitCode, String month, Path output, PrintWriter err) {
    Optional.ofNullable(exitCode == ExitCode.DONE ? onSuccess : onFailure)
        .ifPresent(command ->
            new Hook(command, LIMIT)
                .run(
                    Map.of(
                        "MONTHEND_EXIT_CODE",
                        Integer.toString(exitCode),
                        "MONTHEND_MONTH",
                        month,
                        "MONTHEND_OUTPUT",
                        output.toAbsolutePath().toString()),
                    err));
  }
}
