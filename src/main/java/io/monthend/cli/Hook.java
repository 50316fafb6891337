package io.monthend.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A command of the operator's own, run by the shell when a close has ended. How it fares is said
 * and changes nothing.
 */
record Hook(String command, Duration limit) {

  private static final int MOST_BYTES = 1 << 14;
  private static final Path NOTHING = Path.of("/dev/null");

  /** Runs it with some variables more; its output goes where errors go. */
  void run(Map<String, String> variables, PrintWriter err) {
    try {
      Path said = Files.createTempFile("monthend-hook", ".out");
      try {
        String trouble = troubleOf(start(variables, said));
        print(said, err);
        if (!trouble.isEmpty()) {
          err.println("The hook " + trouble + ": " + command);
        }
      } finally {
        Files.deleteIfExists(said);
      }
    } catch (IOException e) {
      err.println("The hook could not be run: " + command + ": " + e.getMessage());
    }
  }

  /** Its streams are files: what it leaves in the background holds nothing of ours open. */
  private Process start(Map<String, String> variables, Path said) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder("/bin/sh", "-c", command)
            .redirectInput(NOTHING.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile());
    builder.environment().remove("SPRING_DATASOURCE_PASSWORD");
    builder.environment().remove("SPRING_MAIL_PASSWORD");
    builder.environment().putAll(variables);
    return builder.start();
  }

  private String troubleOf(Process process) {
    try {
      if (process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        int exitCode = process.exitValue();
        return exitCode == 0 ? "" : "ended with exit code " + exitCode;
      }
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().waitFor();
      return "did not end within " + limit.toSeconds() + " seconds and was stopped";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "was left running, since this command was interrupted";
    }
  }

  private static void print(Path said, PrintWriter err) throws IOException {
    try (InputStream in = Files.newInputStream(said)) {
      new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8)
          .lines()
          .forEach(line -> err.println("hook: " + line));
    }
  }
}
