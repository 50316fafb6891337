package io.monthend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.monthend.cli.TestInstallation.Result;
import io.monthend.sample.Company;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Crashes, repeats and rivals: the same command always ends with the digest of an undisturbed run.
 */
class RestartIntegrationTests {

  private static final String MONTH = "2026-10";
  private static final int KILLS = Integer.getInteger("monthend.test.kills", 6);
  private static final int PEOPLE = Integer.getInteger("monthend.test.people", 500);
  private static final Map<String, String> SMALL_STEPS =
      Map.of("monthend.close.chunk-size", "10", "monthend.close.buckets", "4");

  /** It changes no sum, so that only the one check can find it. */
  private static final String SECOND_LINE_OF_NOTHING =
      """
      insert into payslip_line (run_id, employee_no, seq, code, amount_cents, rule, source)
      select l.run_id, l.employee_no, 999, l.code, 0, l.rule, l.source
      from payslip_line l join close_run r on r.id = l.run_id
      where r.state = 'settling' and l.code = 'BASE'
      limit 1
      """;

  private static final long FEW_MILLIS = Duration.ofMillis(5).toMillis();

  private TestInstallation installation;
  private Path input;
  private Path output;

  @BeforeEach
  void writeCompany() throws Exception {
    installation = TestInstallation.create();
    input = installation.folder().resolve("input");
    output = installation.folder().resolve("output");
    Company.of(4711, PEOPLE, YearMonth.parse(MONTH))
        .write(YearMonth.parse(MONTH), input, (_, _, _) -> {});
  }

  @AfterEach
  void leave() throws SQLException {
    installation.close();
  }

  @Test
  void aCloseKilledHalfWayLeavesWholePeopleAndGoesOn() throws Exception {
    String undisturbed = undisturbedDigest();
    Process process = startClose(List.of());
    waitForSettled(50, process);
    process.destroyForcibly().waitFor();

    long settled = settled();
    assertThat(settled).isBetween(50L, PEOPLE - 1L);
    assertThat(
            installation.number(
                "select count(*) from payslip where run_id = (select max(id) from close_run)"))
        .isEqualTo(settled);
    assertThat(
            installation.number(
                "select count(*) from payslip p where net_cents <>"
                    + " (select sum(amount_cents) from payslip_line l"
                    + " where l.run_id = p.run_id and l.employee_no = p.employee_no)"))
        .isZero();
    assertThat(
            installation.number("select count(*) from pay_month where published_run is not null"))
        .isZero();

    assertClosed(close());
    assertThat(OracleComparisonIntegrationTests.digest(output)).isEqualTo(undisturbed);
    assertThat(installation.number("select count(*) from close_run")).isEqualTo(2);
  }

  @Test
  void killedAtRandomMomentsItAlwaysEndsTheSame() throws Exception {
    String undisturbed = undisturbedDigest();
    Random random = new Random(42);
    for (int kill = 0; kill < KILLS; kill++) {
      Process process = startClose(List.of());
      boolean ended = process.waitFor(500 + random.nextInt(5_000), TimeUnit.MILLISECONDS);
      process.destroyForcibly().waitFor();
      if (ended) {
        reopen();
      }
    }
    assertClosed(close());
    assertThat(OracleComparisonIntegrationTests.digest(output)).isEqualTo(undisturbed);
  }

  @Test
  void aCrashBetweenTheTwoWritesOfAStartIsOvercome() throws Exception {
    Process process = startClose(List.of());
    waitForSettled(10, process);
    process.destroyForcibly().waitFor();
    try (var connection = installation.connect();
        var statement = connection.createStatement()) {
      for (String table :
          List.of(
              "step_execution_context",
              "step_execution",
              "job_execution_context",
              "job_execution_params",
              "job_execution")) {
        statement.execute("delete from batch_" + table);
      }
    }
    assertThat(installation.number("select count(*) from batch_job_instance")).isEqualTo(1);

    assertClosed(close());
    assertThat(installation.number("select count(*) from close_run")).isEqualTo(1);
  }

  @Test
  void whoLosesARunToAnotherProcessWritesNothingMore() throws Exception {
    String undisturbed = undisturbedDigest();
    Process process = startClose(List.of());
    waitForSettled(50, process);

    try (var connection = installation.connect()) {
      assertThat(
              connection
                  .createStatement()
                  .executeUpdate(
                      "update close_run set owner = gen_random_uuid() where state = 'settling'"))
          .isEqualTo(1);
    }

    assertThat(process.waitFor()).isEqualTo(ExitCode.FAILED);
    assertThat(
            installation.number("select count(*) from pay_month where published_run is not null"))
        .isZero();
    assertClosed(close());
    assertThat(OracleComparisonIntegrationTests.digest(output)).isEqualTo(undisturbed);
  }

  @Test
  void aSourceChargedTwiceUnderOneClauseFailsTheCloseUntilItIsMended() throws Exception {
    String undisturbed = undisturbedDigest();
    Process process = startClose(List.of());
    waitForSettled(50, process);

    try (var connection = installation.connect()) {
      assertThat(connection.createStatement().executeUpdate(SECOND_LINE_OF_NOTHING)).isEqualTo(1);
    }

    assertThat(process.waitFor()).isEqualTo(ExitCode.FAILED);
    Result again = close();
    assertThat(again.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(again.err())
        .contains("employment is charged twice under G1; nothing was published")
        .doesNotContainPattern("\\d\\.\\d\\d");
    assertThat(
            installation.number("select count(*) from pay_month where published_run is not null"))
        .isZero();

    try (var connection = installation.connect()) {
      connection.createStatement().execute("delete from payslip_line where seq = 999");
    }
    assertClosed(close());
    assertThat(OracleComparisonIntegrationTests.digest(output)).isEqualTo(undisturbed);
  }

  @Test
  void changedFilesAfterACrashBeginANewAttempt() throws Exception {
    Process process = startClose(List.of());
    waitForSettled(50, process);
    process.destroyForcibly().waitFor();
    Files.writeString(
        input.resolve("bonuses.csv"),
        Files.readString(input.resolve("bonuses.csv"))
            .replaceFirst(",3\\d\\d(\\.\\d+)?\n", ",777\n"));
    Files.delete(input.resolve("fine_payments.csv"));

    assertClosed(close());

    assertThat(installation.number("select count(*) from close_run")).isEqualTo(2);
    assertThat(installation.number("select count(distinct run_id) from punch")).isEqualTo(1);
    assertThat(installation.number("select count(*) from cash_payment")).isZero();
  }

  @Test
  void aClosedMonthIsRepeatedRefusedAndReopened() throws Exception {
    assertClosed(close());
    String digest = OracleComparisonIntegrationTests.digest(output);

    Path again = installation.folder().resolve("again");
    Result repeated = installation.close(MONTH, input, again, SMALL_STEPS);
    assertThat(repeated.exitCode()).isZero();
    assertThat(repeated.out()).contains("very same input");
    assertThat(OracleComparisonIntegrationTests.digest(again)).isEqualTo(digest);
    for (Path file : Csv.in(output)) {
      assertThat(again.resolve(file.getFileName())).hasSameBinaryContentAs(file);
    }

    Files.delete(input.resolve("fine_payments.csv"));
    Result different = close();
    assertThat(different.exitCode()).isEqualTo(ExitCode.CLOSED_DIFFERENTLY);
    assertThat(different.err()).contains("reopen --month " + MONTH);

    assertThat(reopen().exitCode()).isZero();
    assertThat(
            installation.number(
                "select count(*) from pay_month_event where event = 'reopened' and reason = 'test'"))
        .isEqualTo(1);
    assertThat(reopen().exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
    assertClosed(close());
    assertThat(OracleComparisonIntegrationTests.digest(output)).isNotEqualTo(digest);
  }

  @Test
  void aPaidMonthStaysClosed() throws Exception {
    assertClosed(close());
    try (var connection = installation.connect()) {
      connection.createStatement().execute("update pay_month set state = 'paid'");
    }
    assertThat(reopen().exitCode()).isEqualTo(ExitCode.CLOSED_DIFFERENTLY);
    assertThat(close().out()).contains("very same input");
  }

  @Test
  void ofTwoClosesAtOnceOneWinsAndTheOtherSaysSo() throws Exception {
    Process first = startClose(List.of());
    waitForSettled(10, first);

    Result second = close();

    assertThat(second.exitCode()).isEqualTo(ExitCode.BUSY);
    assertThat(first.waitFor()).isZero();
  }

  @Test
  void localeZoneCharsetAndProcessorsChangeNothing() throws Exception {
    String undisturbed = undisturbedDigest();
    List<List<String>> machines =
        List.of(
            List.of("-Duser.language=ar", "-Duser.country=EG", "-Duser.timezone=America/St_Johns"),
            List.of("-Duser.language=tr", "-Dfile.encoding=GBK", "-Dstdout.encoding=GBK"),
            List.of(
                "-Duser.language=th",
                "-Duser.timezone=Pacific/Kiritimati",
                "-XX:ActiveProcessorCount=1"),
            List.of("-Duser.language=fa", "-XX:ActiveProcessorCount=7"));
    for (List<String> machine : machines) {
      assertThat(startClose(machine).waitFor()).as("%s", machine).isZero();
      assertThat(OracleComparisonIntegrationTests.digest(output))
          .as("%s", machine)
          .isEqualTo(undisturbed);
      reopen();
    }
  }

  private String undisturbedDigest() throws IOException {
    assertClosed(close());
    reopen();
    return OracleComparisonIntegrationTests.digest(output);
  }

  private Result close() {
    return installation.close(MONTH, input, output, SMALL_STEPS);
  }

  private Result reopen() {
    return installation.run(Map.of(), "reopen", "--month", MONTH, "--reason", "test");
  }

  private Process startClose(List<String> javaOptions) throws IOException {
    return installation.start(
        javaOptions,
        SMALL_STEPS,
        "close",
        "--month",
        MONTH,
        "--input",
        input.toString(),
        "--output",
        output.toString());
  }

  private void waitForSettled(long least, Process process) throws Exception {
    while (process.isAlive() && settled() < least) {
      Thread.sleep(FEW_MILLIS);
    }
    assertThat(process.isAlive()).as("still at work").isTrue();
  }

  /** People settled in the attempt at work; the tables come with the first start. */
  private long settled() throws SQLException {
    return installation.number("select count(*) from pg_tables where tablename = 'settlement'") == 0
        ? 0
        : installation.number(
            "select count(*) from settlement s join close_run r on r.id = s.run_id where r.state = 'settling'");
  }

  private static void assertClosed(Result result) {
    assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
  }
}
