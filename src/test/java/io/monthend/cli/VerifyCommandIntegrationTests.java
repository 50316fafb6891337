package io.monthend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.monthend.cli.TestInstallation.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whether a published month is still what was published. */
class VerifyCommandIntegrationTests {

  private static final Path CASE =
      Path.of("src/test/resources/contract/cases/07-night-shifts/input");
  private static final String MONTH = "2026-10";

  private TestInstallation installation;
  private Path output;

  @BeforeEach
  void closeAMonth() throws Exception {
    installation = TestInstallation.create();
    output = installation.folder().resolve("output");
    Result closed = installation.close(MONTH, CASE, output, Map.of());
    assertThat(closed.exitCode()).as(closed.err()).isZero();
  }

  @AfterEach
  void leave() throws SQLException {
    installation.close();
  }

  @Test
  void anUntouchedMonthAgrees() throws IOException {
    Result verified = verify();
    assertThat(verified.exitCode()).as(verified.err()).isZero();
    assertThat(verified.out())
        .contains("2026-10 is what was published, in the database and in " + output)
        .contains("digest " + OracleComparisonIntegrationTests.digest(output));
    assertThat(installation.run(Map.of(), "verify", "--month", MONTH).exitCode()).isZero();
  }

  @Test
  void aChangedCentInTheDatabaseIsFound() throws SQLException {
    execute(
        "update payslip_line set amount_cents = amount_cents + 1 where employee_no = 'E002' and seq = 1");
    Result verified = verify();
    assertThat(verified.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(verified.err())
        .contains("the pay slips in the database were changed after they were published")
        .doesNotContain("csv");
  }

  @Test
  void aChangedByteInAFileIsFoundWithItsLine() throws IOException {
    Path file = output.resolve("payslip_lines.csv");
    Files.writeString(
        file, Files.readString(file).replaceFirst("E002,1,BASE,(\\d)", "E002,1,BASE,9"));
    Result verified = verify();
    assertThat(verified.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(verified.err())
        .containsPattern("payslip_lines.csv and the database differ from line \\d+ of the file")
        .contains("the files are not those that were published")
        .doesNotContain("payslips.csv and the database", "the pay slips in the database were");
  }

  @Test
  void aLostRowAndALostFileAreFound() throws IOException {
    Path slips = output.resolve("payslips.csv");
    String all = Files.readString(slips);
    Files.writeString(slips, all.substring(0, all.lastIndexOf('\n', all.length() - 2) + 1));
    Files.delete(output.resolve("summary.json"));
    Result verified = verify();
    assertThat(verified.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(verified.err())
        .contains("payslips.csv and the database differ", "summary.json is missing");
  }

  @Test
  void anotherDigestInTheSummaryIsFound() throws IOException {
    Path summary = output.resolve("summary.json");
    String digest = OracleComparisonIntegrationTests.digest(output);
    Files.writeString(summary, Files.readString(summary).replace(digest, "0".repeat(64)));
    assertThat(verify().err()).contains("summary.json names another digest: \"000");
    Files.writeString(summary, "no json");
    assertThat(verify().err()).contains("summary.json is no JSON");
  }

  @Test
  void whatIsNotClosedCannotBeVerified() {
    Result never = installation.run(Map.of(), "verify", "--month", "2026-09");
    assertThat(never.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(never.err()).contains("2026-09 is not closed");
    Result nowhere = installation.run(Map.of(), "verify", "--month", MONTH, "--output", "nowhere");
    assertThat(nowhere.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
    installation.run(Map.of(), "reopen", "--month", MONTH, "--reason", "test");
    assertThat(verify().exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
  }

  private Result verify() {
    return installation.run(Map.of(), "verify", "--month", MONTH, "--output", output.toString());
  }

  private void execute(String sql) throws SQLException {
    try (var connection = installation.connect();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
