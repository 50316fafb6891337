package io.monthend.database;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What came of running an outside program: its exit code and everything it said. */
record Command(int exitCode, String output) {

  private static final File NOTHING = new File("/dev/null");
  private static final Pattern FAILURE = Pattern.compile("error:|hint:|FATAL|PANIC|HINT");
  private static final int NOT_STARTED = 127;
  // The rest of our environment may hold secrets, and PG* and LD_* would change what runs.
  private static final Set<String> PASSED_ON = Set.of("PATH", "HOME", "TMPDIR");

  boolean succeeded() {
    return exitCode == 0;
  }

  /** What it said of its failure, without its report of what went well. */
  String reason() {
    String reason =
        output
            .lines()
            .filter(line -> FAILURE.matcher(line).find())
            .collect(Collectors.joining("; "));
    return reason.isEmpty() ? output : reason;
  }

  static Command run(List<String> words, DataDirectory data, Duration limit) throws IOException {
    return run(words, data, limit, NOTHING);
  }

  /**
   * Runs a program to its end. Its streams are files, never pipes: a server that it leaves behind
   * holds none of ours open and does not die of our end.
   */
  static Command run(List<String> words, DataDirectory data, Duration limit, File input)
      throws IOException {
    Path output = data.commandOutput();
    data.open(output, StandardOpenOption.TRUNCATE_EXISTING).close();
    ProcessBuilder builder =
        new ProcessBuilder(words)
            .directory(data.root().toFile())
            .redirectInput(input)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().keySet().retainAll(PASSED_ON);
    builder.environment().put("LC_ALL", "C");
    Process process;
    try {
      process = builder.start();
    } catch (IOException e) {
      return new Command(NOT_STARTED, String.valueOf(e.getMessage()));
    }
    try {
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
        throw new DatabaseUnavailable(
            "%s has not ended within %d seconds; see whether the machine is overloaded and start again."
                .formatted(String.join(" ", words), limit.toSeconds()));
      }
    } catch (InterruptedException e) {
      throw DatabaseUnavailable.interrupted("waiting for " + words.getLast(), e);
    }
    return new Command(
        process.exitValue(),
        new String(Files.readAllBytes(output), StandardCharsets.UTF_8).strip());
  }
}
