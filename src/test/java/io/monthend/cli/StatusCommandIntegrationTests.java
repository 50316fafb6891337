package io.monthend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.monthend.cli.TestInstallation.Result;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where the months stand, and marking one paid. */
class StatusCommandIntegrationTests {

  private static final Path CASE =
      Path.of("src/test/resources/contract/cases/07-night-shifts/input");
  private static final String MONTH = "2026-10";

  private TestInstallation installation;
  private Path output;

  @BeforeEach
  void create() throws Exception {
    installation = TestInstallation.create();
    output = installation.folder().resolve("output");
  }

  @AfterEach
  void leave() throws SQLException {
    installation.close();
  }

  @Test
  void whereNothingWasClosedTheFirstStepIsSaid() throws Exception {
    assertThat(run("status").out()).contains("No month was closed here yet", "monthend close");
    assertThat(run("status", "--month", MONTH).out()).contains("2026-10 was never closed here");
    try (OwnInstallation own = OwnInstallation.create()) {
      Path data = own.path("data");
      assertThat(own.run("status", "--data-dir=" + data).out()).contains("No month was closed");
      assertThat(own.run("paid", "--month", MONTH, "--data-dir=" + data).exitCode())
          .isEqualTo(ExitCode.WRONG_USAGE);
      assertThat(data).doesNotExist();
    }
  }

  @Test
  void aMonthIsShownWithItsEventsAndWithoutPay() throws Exception {
    close();
    run("reopen", "--month", MONTH, "--reason", "wrong roster");
    Result open = run("status");
    assertThat(open.out()).containsPattern("2026-10 +open +1 +0 +0 +- +-\n");
    close();

    Result status = run("status", "--month", MONTH);

    assertThat(status.exitCode()).isZero();
    String digest = OracleComparisonIntegrationTests.digest(output).substring(0, 12);
    int people = Csv.read(output.resolve("payslips.csv")).size() - 1;
    int exceptions = Csv.read(output.resolve("exceptions.csv")).size() - 1;
    assertThat(status.out())
        .containsPattern(
            "2026-10 +published +2 +%d +%d +\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d\\+08:00 +%s\n"
                .formatted(people, exceptions, digest))
        .containsPattern("\\+08:00  reopened by .+: wrong roster\n")
        .doesNotContain(".00");
  }

  @Test
  void aMonthAtWorkIsShownAsClosing() throws Exception {
    close();
    try (var connection = installation.connect();
        var statement = connection.createStatement()) {
      statement.execute("update close_run set state = 'settling'");
      statement.execute("update pay_month set state = 'open', published_run = null");
    }
    assertThat(run("status").out()).containsPattern("2026-10 +closing +1 ");
  }

  @Test
  void aPaidMonthIsNeitherReopenedNorMarkedTwice() throws Exception {
    assertThat(run("paid", "--month", MONTH).exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
    close();
    Result paid = run("paid", "--month", MONTH);
    assertThat(paid.exitCode()).as(paid.err()).isZero();
    assertThat(run("paid", "--month", MONTH).out()).contains("was marked paid before");
    assertThat(installation.number("select count(*) from pay_month_event where event = 'paid'"))
        .isEqualTo(1);
    assertThat(run("status").out()).containsPattern("2026-10 +paid ").contains("paid by ");
    assertThat(run("reopen", "--month", MONTH, "--reason", "late").exitCode())
        .isEqualTo(ExitCode.CLOSED_DIFFERENTLY);
    assertThat(run("verify", "--month", MONTH).exitCode()).isZero();
  }

  @Test
  void aMonthWithPeopleUnsettledCannotBePaid() throws Exception {
    close();
    try (var connection = installation.connect();
        var statement = connection.createStatement()) {
      statement.execute("update pay_month set state = 'in review', published_run = null");
    }
    Result refused = run("paid", "--month", MONTH);
    assertThat(refused.exitCode()).isEqualTo(ExitCode.CLOSED_DIFFERENTLY);
    assertThat(refused.err()).contains("some people are not settled");
  }

  private void close() {
    Result closed = installation.close(MONTH, CASE, output, Map.of());
    assertThat(closed.exitCode()).as(closed.err()).isZero();
  }

  private Result run(String... arguments) {
    return installation.run(Map.of(), arguments);
  }
}
