package io.monthend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.monthend.cli.TestInstallation.Result;
import io.monthend.sample.Company;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * After people were blocked, or files were changed after a crash, only those are settled again for
 * whom something has changed, and the result is that of a close from scratch.
 */
class TakeOverIntegrationTests {

  private static final String MONTH = "2026-10";
  private static final int PEOPLE = 120;
  private static final Map<String, String> SMALL_STEPS =
      Map.of("monthend.close.chunk-size", "10", "monthend.close.buckets", "4");

  private TestInstallation installation;
  private Path input;
  private Path output;
  private Path noSummerNights;
  private long settlements;

  @BeforeEach
  void writeCompany() throws Exception {
    installation = TestInstallation.create();
    input = installation.folder().resolve("input");
    output = installation.folder().resolve("output");
    Company.of(4711, PEOPLE, YearMonth.parse(MONTH))
        .write(YearMonth.parse(MONTH), input, (_, _, _) -> {});
    settlements = rows("employees.csv").size() - 1L;
    String yaml = Files.readString(Path.of("src/main/resources/rulebook/customer-service-1.yaml"));
    String hours = "B: {summer: [\"15:30-23:30\"], ";
    assertThat(yaml).contains(hours);
    noSummerNights =
        Files.writeString(
            installation.folder().resolve("own.yaml"), yaml.replace(hours, "B: {summer: [], "));
    change("roster.csv", rows -> rows.contains(",2026-09-") ? "" : rows);
  }

  @AfterEach
  void leave() throws SQLException {
    installation.close();
  }

  @Test
  void afterTheFixOnlyThePersonWhoWasBlockedIsSettledAgain() throws Exception {
    String blocked = block();

    assertTakenOver(closeAgain(), 1);

    assertThat(installation.number("select count(*) from settlement where not taken_over"))
        .isEqualTo(1);
    assertThat(
            installation.number(
                "select count(*) from settlement where not taken_over and employee_no = '"
                    + blocked
                    + "'"))
        .isEqualTo(1);
    assertThat(installation.number("select count(distinct run_id) from settlement")).isEqualTo(1);
    assertThat(installation.number("select count(*) from pg_tables where tablename = 'payslip_1'"))
        .isZero();
    assertAsFromScratch();
  }

  @Test
  void withoutAFixOnlyTheBlockedAreTriedAgain() throws Exception {
    String blocked = block();
    append("roster.csv", blocked + ",2026-09-30,B");

    Result again = close(output);

    assertThat(again.exitCode()).isEqualTo(ExitCode.BLOCKED);
    assertTold(again, 1);
  }

  @Test
  void everyKindOfFactSettlesItsPersonAgain() throws Exception {
    block();
    List<String> people = employed().subList(1, 6);
    append("punches.csv", people.get(0) + ",2026-10-11T03:00:00");
    append("incidents.csv", "X1," + people.get(1) + ",2026-10-15,LOUD_NOISE,,,,");
    append("exams.csv", people.get(2) + ",2026-10-20,77");
    append("fine_payments.csv", people.get(3) + ",2026-10-20,CHATTING,1");
    change(
        "employees.csv",
        row -> row.startsWith(people.get(4) + ",") ? row.replaceFirst(",", ",新") : row);

    assertTakenOver(closeAgain(), 1 + 5);
    assertAsFromScratch();
  }

  @Test
  void aChangeOfTheBestFiguresSettlesEverybodyAgain() throws Exception {
    block();
    change(
        "kpis.csv",
        new UnaryOperator<>() {
          private boolean changed;

          @Override
          public String apply(String row) {
            if (changed || row.startsWith("employee_no")) {
              return row;
            }
            changed = true;
            return row.replaceFirst(",[0-9.]+,", ",9999999,");
          }
        });

    Result closed = closeAgain();

    assertThat(closed.exitCode()).as(closed.err()).isZero();
    assertThat(closed.out()).doesNotContain("as in the attempt before");
    assertThat(installation.number("select count(*) from settlement where taken_over")).isZero();
    assertAsFromScratch();
  }

  @Test
  void aChangedRuleBookSettlesEverybodyAgain() throws Exception {
    String blocked = block();
    append("roster.csv", blocked + ",2026-09-30,B");

    Result closed = installation.close(MONTH, input, output, SMALL_STEPS);

    assertThat(closed.exitCode()).as(closed.err()).isZero();
    assertThat(installation.number("select count(*) from settlement where taken_over")).isZero();
  }

  @Test
  void aCallThatAnEarlierMonthNowTellsOfSettlesItsPersonAgain() throws Exception {
    Path september = installation.folder().resolve("september");
    Company.of(4711, PEOPLE, YearMonth.parse("2026-09"))
        .write(YearMonth.parse("2026-09"), september, (_, _, _) -> {});
    assertClosed(installation.close("2026-09", september, output, SMALL_STEPS));
    Files.delete(input.resolve("history.csv"));
    block();
    assertClosed(
        installation.run(
            Map.of(), "reopen", "--month", "2026-09", "--reason", "A call was missing"));
    String caller = employed().get(1);
    Path incidents = september.resolve("incidents.csv");
    Files.writeString(
        incidents,
        Files.readString(incidents) + "S999," + caller + ",2026-09-28,PERSONAL_CALL,,,,\n");
    assertClosed(installation.close("2026-09", september, output, SMALL_STEPS));

    assertTakenOver(closeAgain(), 2);
  }

  @Test
  void filesChangedAfterACrashSettleOnlyTheirPeopleAgain() throws Exception {
    Process process =
        installation.start(
            List.of(),
            SMALL_STEPS,
            "close",
            "--month",
            MONTH,
            "--input",
            input.toString(),
            "--output",
            output.toString(),
            "--rulebook",
            noSummerNights.toString());
    while (process.isAlive() && settled() < 50) {
      Thread.sleep(5);
    }
    process.destroyForcibly().waitFor();
    long before = settled();
    assertThat(before).isBetween(50L, settlements);
    append("exams.csv", employed().getFirst() + ",2026-10-20,77");

    assertClosed(closeAgain());

    assertThat(installation.number("select count(*) from settlement where taken_over"))
        .isBetween(before - 1, before);
    assertAsFromScratch();
  }

  /** Leaves one person blocked, and the file without the row that did it. */
  private String block() throws IOException {
    String person = employed().getFirst();
    String roster = Files.readString(input.resolve("roster.csv"));
    append("roster.csv", person + ",2026-09-30,B");
    Result result = close(output);
    assertThat(result.exitCode()).as(result.out() + result.err()).isEqualTo(ExitCode.BLOCKED);
    assertThat(result.err()).contains("1 people could not be settled");
    Files.writeString(input.resolve("roster.csv"), roster);
    return person;
  }

  private Result closeAgain() {
    return close(output);
  }

  private Result close(Path folder) {
    return installation.close(
        MONTH, input, folder, SMALL_STEPS, "--rulebook", noSummerNights.toString());
  }

  private void assertTakenOver(Result result, long anew) {
    assertClosed(result);
    assertTold(result, anew);
  }

  private void assertTold(Result result, long anew) {
    assertThat(result.out())
        .contains(
            "%d people settled anew, %d as in the attempt before"
                .formatted(anew, settlements - anew));
  }

  private void assertAsFromScratch() throws Exception {
    try (TestInstallation other = TestInstallation.create()) {
      Path scratch = other.folder().resolve("scratch");
      assertClosed(
          other.close(MONTH, input, scratch, Map.of(), "--rulebook", noSummerNights.toString()));
      assertThat(OracleComparisonIntegrationTests.digest(output))
          .isEqualTo(OracleComparisonIntegrationTests.digest(scratch));
      for (Path file : Csv.in(scratch)) {
        assertThat(output.resolve(file.getFileName())).hasSameBinaryContentAs(file);
      }
    }
  }

  private long settled() throws SQLException {
    return installation.number("select count(*) from pg_tables where tablename = 'settlement'") == 0
        ? 0
        : installation.number("select count(*) from settlement");
  }

  /** People who were there all month long and before, by employee number. */
  private List<String> employed() throws IOException {
    return rows("employees.csv").stream()
        .skip(1)
        .filter(row -> row.contains(",CSR,20") && !row.contains(",2026-"))
        .map(row -> row.substring(0, row.indexOf(',')))
        .toList();
  }

  private List<String> rows(String file) throws IOException {
    return Files.readAllLines(input.resolve(file));
  }

  private void append(String file, String row) throws IOException {
    Files.writeString(input.resolve(file), Files.readString(input.resolve(file)) + row + "\n");
  }

  private void change(String file, UnaryOperator<String> change) throws IOException {
    List<String> changed = new ArrayList<>();
    for (String row : rows(file)) {
      String now = change.apply(row);
      if (!now.isEmpty()) {
        changed.add(now);
      }
    }
    Files.write(input.resolve(file), changed);
  }

  private static void assertClosed(Result result) {
    assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
  }
}
