package io.monthend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.monthend.cli.TestInstallation.Result;
import io.monthend.sample.Company;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.YearMonth;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Old facts go; what rests on them stays as it was. */
class PruneCommandIntegrationTests {

  private static final YearMonth FIRST = YearMonth.of(2026, 8);
  private static final Map<String, String> BUCKETS = Map.of("monthend.close.buckets", "3");

  private TestInstallation installation;
  private Company company;

  @BeforeEach
  void closeTwoMonths() throws Exception {
    installation = TestInstallation.create();
    company = Company.of(5, 60, FIRST);
    close(FIRST);
    installation.run(Map.of(), "reopen", "--month", FIRST.toString(), "--reason", "test");
    close(FIRST);
    close(FIRST.plusMonths(1));
  }

  @AfterEach
  void leave() throws SQLException {
    installation.close();
  }

  @Test
  void aDryRunOnlySays() throws Exception {
    Result dry = prune("1", "--dry-run");
    assertThat(dry.out()).contains("2026-08 attempt 2 (published)", "Would drop");
    assertThat(punches(FIRST)).isPositive();
    assertThat(prune("2", "--dry-run").out())
        .contains("Would drop 0 bytes")
        .doesNotContain("2026-");
    assertThat(prune("0").exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(installation.run(Map.of(), "prune").err()).contains("set MONTHEND_KEEP_FACTS");
    assertThat(installation.run(Map.of("MONTHEND_KEEP_FACTS", "1"), "prune", "--dry-run").out())
        .isEqualTo(dry.out());
  }

  @Test
  void oldNoticesGoButNoneThatIsUnreadThisYearOrOfAnOpenCase() throws Exception {
    try (Connection connection = installation.connect();
        Statement sql = connection.createStatement()) {
      sql.execute(
          """
          insert into account (username, name, language, is_active) values ('lin', 'Lin', '', true);
          insert into work_case (case_no, process, requester, summary_key, summary_arguments, search, opened_at, closed_at)
          values ('open', 'p', 'lin', 'k', '{}', '', now(), null), ('over', 'p', 'lin', 'k', '{}', '', now(), now());
          insert into notice_mail (username, sent_at, next_at)
          values ('lin', now(), null), ('lin', now(), null), ('lin', null, now());
          insert into notice (username, case_no, kind, actor, at, read_at, mail)
          select 'lin', case_no, kind, '', now() - at::interval, now() - read::interval, mail
          from (values
            ('over', 'read long ago', '200 days', '181 days', 1),
            ('over', 'read of late', '200 days', '179 days', 2),
            ('over', 'unread for a year', '367 days', null, 2),
            ('over', 'unread', '365 days', null, null),
            ('open', 'of an open case', '900 days', '800 days', null)) n (case_no, kind, at, read, mail);
          insert into notice (username, kind, actor, at, read_at, path, summary_key, summary_arguments)
          values ('lin', 'of no case', '', now() - interval '200 days', now() - interval '200 days', '/', 'k', '{}')
          """);
    }
    assertThat(prune("1", "--dry-run").out()).contains("and 3 notices");
    assertThat(prune("1", "--keep-notices", "0").exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(prune("1", "--keep-notices", "190").out()).contains("and 2 notices");
    assertThat(prune("1").out()).contains("and 1 notices");
    assertThat(
            installation.number(
                "select count(*) from notice where kind in ('read of late', 'unread', 'of an open case')"))
        .isEqualTo(installation.number("select count(*) from notice"))
        .isEqualTo(3);
    assertThat(installation.number("select count(*) from notice_mail"))
        .as("one with a notice left and one on its way out")
        .isEqualTo(2);
  }

  @Test
  void aPrunedMonthIsRepeatedVerifiedAndBuiltOn() throws Exception {
    Result pruned = prune("1");
    assertThat(pruned.exitCode()).as(pruned.err()).isZero();
    assertThat(pruned.out()).contains("2026-08 attempt 2 (published)").doesNotContain("2026-09");
    assertThat(punches(FIRST)).isZero();
    assertThat(punches(FIRST.plusMonths(1))).isPositive();
    assertThat(
            installation.number(
                "select count(*) from incident i join close_run r on r.id = i.run_id where r.month = '2026-08'"))
        .isPositive();
    assertThat(installation.run(Map.of(), "status").out()).contains("facts pruned by");
    assertThat(prune("1").out()).contains("Dropped 0 bytes");

    Path again = installation.folder().resolve("again");
    Result repeated = installation.close(FIRST.toString(), folder("input", FIRST), again, BUCKETS);
    assertThat(repeated.out()).contains("very same input");
    for (Path file : Csv.in(folder("output", FIRST))) {
      assertThat(again.resolve(file.getFileName())).hasSameBinaryContentAs(file);
    }
    Result verified =
        installation.run(
            Map.of(), "verify", "--month", FIRST.toString(), "--output", again.toString());
    assertThat(verified.exitCode()).as(verified.err()).isZero();

    close(FIRST.plusMonths(2));
    prune("1");
    assertThat(punches(FIRST.plusMonths(1))).isZero();
    reopenAndClose(FIRST);
  }

  @Test
  void theNextMonthIsTheSameWithAndWithoutPruning() throws Exception {
    YearMonth next = FIRST.plusMonths(2);
    close(next);
    byte[] unpruned = Files.readAllBytes(folder("output", next).resolve("payslip_lines.csv"));
    installation.run(Map.of(), "reopen", "--month", next.toString(), "--reason", "test");
    Result pruned = prune("1");
    assertThat(pruned.out()).contains("2026-10 attempt 1 (undone)");
    close(next);
    assertThat(folder("output", next).resolve("payslip_lines.csv")).hasBinaryContent(unpruned);
  }

  private void reopenAndClose(YearMonth month) throws Exception {
    String digest = OracleComparisonIntegrationTests.digest(folder("output", month));
    assertThat(
            installation
                .run(Map.of(), "reopen", "--month", month.toString(), "--reason", "test")
                .exitCode())
        .isZero();
    close(month);
    assertThat(OracleComparisonIntegrationTests.digest(folder("output", month))).isEqualTo(digest);
  }

  private void close(YearMonth month) throws Exception {
    Path input = folder("input", month);
    if (!Files.exists(input)) {
      company.write(month, input, (_, _, _) -> {});
    }
    Result closed = installation.close(month.toString(), input, folder("output", month), BUCKETS);
    assertThat(closed.exitCode()).as(closed.out() + closed.err()).isZero();
  }

  private Path folder(String kind, YearMonth month) {
    return installation.folder().resolve(kind + month);
  }

  private Result prune(String months, String... more) {
    String[] arguments = java.util.Arrays.copyOf(more, more.length + 3);
    arguments[more.length] = "prune";
    arguments[more.length + 1] = "--keep-facts";
    arguments[more.length + 2] = months;
    java.util.Collections.rotate(java.util.Arrays.asList(arguments), 3);
    return installation.run(Map.of(), arguments);
  }

  private long punches(YearMonth month) throws SQLException {
    return installation.number(
        "select count(*) from punch p join close_run r on r.id = p.run_id where r.month = '"
            + month
            + "'");
  }
}
