package io.monthend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.monthend.cli.TestInstallation.Result;
import io.monthend.database.EmbeddedServer;
import io.monthend.sample.Company;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/** A database that was lost comes back from its backup, and proves it. */
class BackupCommandIntegrationTests {

  private static final String INPUT = "src/test/resources/contract/cases/07-night-shifts/input";
  private static final String MONTH = "2026-10";
  private static final long FEW_MILLIS = Duration.ofMillis(5).toMillis();

  private static OwnInstallation made;
  private static String digest;

  private OwnInstallation installation;
  private Path data;
  private Path backup;

  @BeforeAll
  static void closeAMonth() throws IOException {
    made = OwnInstallation.create();
    Path output = made.path("output");
    Result closed =
        made.run(
            "close",
            "--month",
            MONTH,
            "--input",
            INPUT,
            "--output",
            output.toString(),
            at(made.path("data")));
    assertThat(closed.exitCode()).as(closed.err()).isZero();
    digest = OracleComparisonIntegrationTests.digest(output);
  }

  @AfterAll
  static void deleteIt() throws IOException {
    made.close();
  }

  @BeforeEach
  void copyIt() throws IOException, InterruptedException {
    installation = OwnInstallation.create();
    data = installation.path("data");
    backup = installation.path("monthend.backup");
    Process copy =
        new ProcessBuilder("cp", "-a", made.path("data").toString(), data.toString()).start();
    assertThat(copy.waitFor()).isZero();
  }

  @AfterEach
  void delete() throws IOException {
    installation.close();
  }

  @Test
  void whatWasLostIsRestoredAndAgreesWithItsDigest() throws Exception {
    Result written = backUp();
    assertThat(written.exitCode()).as(written.err()).isZero();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)))
        .isEqualTo("rw-------");
    assertThat(installation.run("backup", "--to", backup.toString(), at(data)).err())
        .contains("is there already");
    FileSystemUtils.deleteRecursively(data);

    Result restored = restore(data);

    assertThat(restored.exitCode()).as(restored.err()).isZero();
    assertThat(restored.out()).contains("2026-10 agrees, digest " + digest);
    Result verified = installation.run("verify", "--month", MONTH, at(data));
    assertThat(verified.out()).contains("digest " + digest);
    assertThat(restore(data).err()).contains("is not empty");
    assertThat(installation.run("backup", "--to", backup + "2", at(data)).exitCode()).isZero();
  }

  @Test
  void aDatabaseWhoseServerWasKilledIsBackedUpWhole() throws Exception {
    try (EmbeddedServer server = EmbeddedServer.open(data);
        var connection =
            DriverManager.getConnection(server.jdbcUrl(), server.username(), server.password())) {
      connection.createStatement().execute("create table late as select 7 as amount");
      ProcessHandle.of(serverPid()).orElseThrow().destroyForcibly();
      waitForTheEndOf(serverPid());
    }
    assertThat(backUp().exitCode()).isZero();
    Path other = installation.path("other");
    assertThat(restore(other).exitCode()).isZero();
    try (EmbeddedServer server = EmbeddedServer.open(other);
        var connection =
            DriverManager.getConnection(server.jdbcUrl(), server.username(), server.password());
        var rows = connection.createStatement().executeQuery("select amount from late")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getInt(1)).isEqualTo(7);
    }
  }

  @Test
  void afterACloseWasKilledTheBackupAndTheKilledOneBothEndTheSame() throws Exception {
    assertThat(backUp().exitCode()).isZero();
    YearMonth next = YearMonth.parse(MONTH).plusMonths(1);
    Path input = installation.path("input");
    Company.of(8, 400, next).write(next, input, (_, _, _) -> {});
    Process close =
        installation.start(closing(next, input, installation.path("lost")).toArray(String[]::new));
    while (close.isAlive() && !installation.log().contains("checkReady")) {
      Thread.sleep(FEW_MILLIS);
    }
    close.destroyForcibly().waitFor();
    assertThat(installation.path("lost").resolve("summary.json")).doesNotExist();

    Path other = installation.path("other");
    Result restored = restore(other);
    assertThat(restored.exitCode()).as(restored.err()).isZero();
    Result verified =
        installation.run(
            "verify", "--month", MONTH, "--output", made.path("output").toString(), at(other));
    assertThat(verified.exitCode()).as(verified.err()).isZero();

    assertThat(digestOfClose(next, input, other)).isEqualTo(digestOfClose(next, input, data));
  }

  private String digestOfClose(YearMonth month, Path input, Path directory) throws IOException {
    Path output = installation.path("output-" + directory.getFileName());
    List<String> command = new ArrayList<>(closing(month, input, output));
    command.set(command.size() - 1, at(directory));
    Result closed = installation.run(command.toArray(String[]::new));
    assertThat(closed.exitCode()).as(closed.err()).isZero();
    return OracleComparisonIntegrationTests.digest(output);
  }

  private List<String> closing(YearMonth month, Path input, Path output) {
    return List.of("close", "--month=" + month, "--input=" + input, "--output=" + output, at(data));
  }

  @Test
  void aDatabaseInUseIsNotCopied() {
    try (EmbeddedServer server = EmbeddedServer.open(data)) {
      assertThat(server.username()).isNotEmpty();
      Result refused = backUp();
      assertThat(refused.exitCode()).isEqualTo(ExitCode.BUSY);
      assertThat(refused.err()).contains("is in use");
    }
    assertThat(backup).doesNotExist();
  }

  @Test
  void aDatabaseThatAnotherProcessUsesIsNotCopied() throws Exception {
    Process close =
        installation.start(
            "close",
            "--month",
            "2026-11",
            "--input",
            INPUT,
            "--output",
            installation.path("second").toString(),
            at(data));
    while (close.isAlive() && !Files.exists(data.resolve("endpoint"))) {
      Thread.sleep(FEW_MILLIS);
    }
    Result refused = backUp();
    assertThat(refused.exitCode()).as(refused.out()).isEqualTo(ExitCode.BUSY);
    close.waitFor();
    assertThat(backUp().exitCode()).isZero();
  }

  @Test
  void wherePostgresqlIsConfiguredItsOwnToolsBackItUp() throws Exception {
    try (TestInstallation configured = TestInstallation.create()) {
      Result refused = configured.run(Map.of(), "backup", "--to", backup.toString());
      assertThat(refused.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
      assertThat(refused.err()).contains("pg_dump");
      refused = configured.run(Map.of(), "restore", "--from", backup.toString(), at(data));
      assertThat(refused.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
    }
  }

  @Test
  void aDamagedBackupIsRefusedAndNothingOpensWhatItLeft() throws IOException {
    assertThat(backUp().exitCode()).isZero();
    byte[] bytes = Files.readAllBytes(backup);
    Path other = installation.path("other");
    turnOver(bytes);
    Files.write(backup, bytes);
    Result damaged = restore(other);
    assertThat(damaged.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(damaged.err()).contains("is no backup, or damaged");
    assertThat(installation.run("verify", "--month", MONTH, at(other)).err())
        .contains("A restore into " + other + " has not ended");

    turnOver(bytes);
    Files.write(backup, java.util.Arrays.copyOf(bytes, bytes.length - 100));
    assertThat(restore(other).err()).contains("is no backup, or damaged");
    Files.writeString(backup, "no backup");
    assertThat(restore(other).err()).contains("is no backup, or damaged");
    Files.write(backup, bytes);
    assertThat(restore(other).exitCode()).isZero();
  }

  /** Damages bytes in the middle, or mends them; a single bit may be one that means nothing. */
  private static void turnOver(byte[] bytes) {
    for (int i = bytes.length / 2; i < bytes.length / 2 + 64; i++) {
      bytes[i] ^= 1;
    }
  }

  @Test
  void aBackupKilledLeavesNoHalfFileUnderItsName() throws Exception {
    for (int kill = 0; kill < 3; kill++) {
      Process process = installation.start("backup", "--to", backup.toString(), at(data));
      while (process.isAlive() && !installation.names().contains("monthend.backup.unfinished")) {
        Thread.sleep(FEW_MILLIS);
      }
      process.waitFor(40L * kill, TimeUnit.MILLISECONDS);
      process.destroyForcibly().waitFor();
      if (Files.exists(backup)) {
        assertThat(restore(installation.path("other" + kill)).exitCode()).isZero();
        Files.delete(backup);
      }
    }
    assertThat(backUp().exitCode()).isZero();
    assertThat(installation.names()).doesNotContain("monthend.backup.unfinished");
    assertThat(restore(installation.path("last")).out()).contains(digest);
  }

  @Test
  void aRestoreKilledIsKnownToBeIncomplete() throws Exception {
    assertThat(backUp().exitCode()).isZero();
    Path other = installation.path("other");
    Process process = installation.start("restore", "--from", backup.toString(), at(other));
    while (process.isAlive() && !Files.exists(other.resolve("password"))) {
      Thread.sleep(FEW_MILLIS);
    }
    process.destroyForcibly().waitFor();
    assertThat(other.resolve("restoring")).exists();
    assertThat(other.resolve("pgdata")).doesNotExist();
    assertThat(installation.run("verify", "--month", MONTH, at(other)).err())
        .contains("has not ended; restore there again");

    Result restored = restore(other);

    assertThat(restored.exitCode()).as(restored.err()).isZero();
    assertThat(restored.out()).contains(digest);
    assertThat(other.resolve("restoring")).doesNotExist();
  }

  private Result backUp() {
    return installation.run("backup", "--to", backup.toString(), at(data));
  }

  private Result restore(Path directory) {
    return installation.run("restore", "--from", backup.toString(), at(directory));
  }

  private static String at(Path directory) {
    return "--data-dir=" + directory;
  }

  private long serverPid() throws IOException {
    return Long.parseLong(Files.readAllLines(data.resolve("pgdata/postmaster.pid")).getFirst());
  }

  private static void waitForTheEndOf(long pid) throws InterruptedException {
    while (ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false)) {
      Thread.sleep(FEW_MILLIS);
    }
  }
}
