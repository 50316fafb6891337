package io.monthend.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.monthend.cli.TestInstallation;
import io.monthend.cli.TestInstallation.Result;
import io.monthend.sample.Company;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/**
 * A company of 500 whose month is closed through a {@link Wire}, again and again, and the digest
 * with which each of these closes must end.
 */
final class Sufferer implements AutoCloseable {

  static final String MONTH = "2026-10";
  static final int FAILED = 1;
  static final int BUSY = 6;
  static final int PEOPLE = 500;

  /** Anything that takes longer than this has no bound at all. */
  static final Duration BOUND = Duration.ofMinutes(3);

  private static final int MOST_REPEATS = 40;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  final TestInstallation installation;
  final Wire wire;
  final Path input;
  final Path output;
  private final Path serverDirectory;
  private final String undisturbed;

  private Sufferer(TestInstallation installation, Path serverDirectory) throws IOException {
    this.installation = installation;
    this.serverDirectory = serverDirectory;
    this.wire = new Wire(installation.port());
    this.input = installation.folder().resolve("input");
    this.output = installation.folder().resolve("output");
    writeCompany(input);
    assertThat(close(Map.of()).exitCode()).isZero();
    this.undisturbed = digest();
    reopen();
  }

  static Sufferer create(String server) throws SQLException, IOException {
    Path directory = Path.of("target", server).toAbsolutePath();
    return new Sufferer(TestInstallation.createOn(directory), directory);
  }

  static void writeCompany(Path folder) throws IOException {
    Company.of(4711, PEOPLE, YearMonth.parse(MONTH))
        .write(YearMonth.parse(MONTH), folder, (_, _, _) -> {});
  }

  /** The settings of every close; {@code more} come on top. */
  Map<String, String> settings(Map<String, String> more) {
    Map<String, String> settings =
        new HashMap<>(
            Map.of(
                "monthend.close.chunk-size",
                "10",
                "monthend.close.buckets",
                "4",
                "spring.datasource.url",
                installation.urlBy(wire.port()),
                "spring.datasource.hikari.connection-timeout",
                "5000"));
    settings.putAll(more);
    return settings;
  }

  /** Closes in this process. */
  Result close(Map<String, String> more) {
    return installation.close(MONTH, input, output, settings(more));
  }

  /** Starts a close in a process of its own. */
  Process start(Map<String, String> more) throws IOException {
    return start(Map.of(), List.of(), more, output);
  }

  Process startInto(Path folder, Map<String, String> more) throws IOException {
    return start(Map.of(), List.of(), more, folder);
  }

  Process start(
      Map<String, String> environment,
      List<String> javaOptions,
      Map<String, String> more,
      Path folder)
      throws IOException {
    return installation.start(
        environment,
        javaOptions,
        settings(more),
        "close",
        "--month",
        MONTH,
        "--input",
        input.toString(),
        "--output",
        folder.toString());
  }

  /** Whatever happened: the same command goes on, and ends with the digest of a quiet run. */
  void recover(String kind, int faults) throws InterruptedException {
    wire.mend();
    Result result = close(Map.of());
    for (int repeat = 0; result.exitCode() != 0 && repeat < MOST_REPEATS; repeat++) {
      assertThat(result.exitCode()).as(result.out() + result.err()).isIn(FAILED, BUSY);
      TimeUnit.MILLISECONDS.sleep(500);
      result = close(Map.of());
    }
    assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
    assertUndisturbed(output);
    FaultTally.survived(kind, faults);
    reopen();
  }

  void assertUndisturbed(Path folder) {
    assertThat(digest(folder)).isEqualTo(undisturbed);
  }

  void reopen() {
    Result reopened =
        installation.run(settings(Map.of()), "reopen", "--month", MONTH, "--reason", "fault");
    assertThat(reopened.exitCode()).as(reopened.err()).isZero();
  }

  /** Ends all sessions of the application on the server. */
  void terminateBackends() throws SQLException {
    try (Connection connection = installation.connect()) {
      connection
          .createStatement()
          .execute(
              "select pg_terminate_backend(pid) from pg_stat_activity"
                  + " where datname = current_database() and pid <> pg_backend_pid()");
    }
  }

  /** Sends a signal to the postmaster; {@code QUIT} stops all of the server at once. */
  void signalServer(String signal) throws IOException, InterruptedException {
    signal(signal, Files.readAllLines(serverDirectory.resolve("pgdata/postmaster.pid")).getFirst());
  }

  void reviveServer() {
    installation.revive();
    wire.leadTo(installation.port());
  }

  static void signal(String signal, String pid) throws IOException, InterruptedException {
    assertThat(new ProcessBuilder("kill", "-" + signal, pid.strip()).start().waitFor()).isZero();
  }

  static int exitCode(Process process) throws InterruptedException {
    assertThat(process.waitFor(BOUND.toSeconds(), TimeUnit.SECONDS)).as("ends in time").isTrue();
    return process.exitValue();
  }

  private String digest() {
    return digest(output);
  }

  static String digest(Path folder) {
    return JSON.readTree(folder.resolve("summary.json").toFile()).get("digest").asString();
  }

  @Override
  public void close() throws IOException, SQLException {
    wire.close();
    installation.close();
    System.out.println("faults " + FaultTally.text());
  }
}
