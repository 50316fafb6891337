package io.monthend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.monthend.cli.TestInstallation.Result;
import io.monthend.closing.MonthClose;
import io.monthend.exchange.BooksImport;
import io.monthend.exchange.FolderClose;
import io.monthend.exchange.ResultFolder;
import io.monthend.exchange.TestWorkbook;
import io.monthend.kernel.PayMonth;
import io.monthend.rulebook.RuleBookEdition;
import io.monthend.rulebook.RuleBooks;
import io.monthend.sample.Company;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files into the books, and months closed from them. */
class ImportIntegrationTests {

  private static final String MONTH = "2026-10";
  private static final String EMPLOYEES =
      "employee_no,name,team,position,hire_date,base_salary,last_day\n";
  private static final List<String> TABLES =
      List.of(
          "employee",
          "rostered_shift",
          "punch",
          "leave",
          "incident",
          "exam",
          "key_figures",
          "bonus",
          "cash_payment",
          "past_evaluation",
          "opening_balance",
          "import");

  private TestInstallation installation;
  private Path input;
  private Path output;

  @BeforeEach
  void create() throws Exception {
    installation = TestInstallation.create();
    input = Files.createDirectories(installation.folder().resolve("input"));
    output = installation.folder().resolve("output");
  }

  @AfterEach
  void leave() throws SQLException {
    installation.close();
  }

  static Stream<Path> cases() throws IOException {
    return ContractCasesIntegrationTests.cases();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aMonthClosedFromTheBooksIsTheOneClosedFromTheFiles(Path folder) throws Exception {
    PayMonth month = PayMonth.of(ContractCasesIntegrationTests.month(folder));
    RuleBookEdition edition = RuleBooks.bundled().inEffect(month).orElseThrow();
    Path books = installation.folder().resolve("books");
    Path files = installation.folder().resolve("files");
    ResultFolder results = new ResultFolder(books, null);
    try (Installation application = installation.open()) {
      BooksImport.Order order =
          new BooksImport.Order(
              folder.resolve("input"),
              StandardCharsets.UTF_8,
              month,
              false,
              output,
              edition.book(),
              "test");
      assertThat(application.get(BooksImport.class).run(order).ending())
          .isEqualTo(BooksImport.Ending.IMPORTED);
      FolderClose close = application.get(FolderClose.class);
      assertThat(close.closeBooks(month, results, edition, "test").ending())
          .isEqualTo(FolderClose.Ending.CLOSED);
      assertThat(close.closeBooks(month, results, edition, "test").ending())
          .isEqualTo(FolderClose.Ending.ALREADY_CLOSED);
      application.get(MonthClose.class).reopen(month, "test", "test");
      assertThat(
              close
                  .close(
                      month,
                      folder.resolve("input"),
                      new ResultFolder(files, null),
                      edition,
                      "test")
                  .ending())
          .isEqualTo(FolderClose.Ending.CLOSED);
    }
    List<Path> written = Csv.in(files);
    assertThat(written).hasSize(5);
    for (Path file : written) {
      assertThat(books.resolve(file.getFileName())).hasSameBinaryContentAs(file);
    }
  }

  @Test
  void theSecondImportOfTheSameFilesChangesNothing() throws Exception {
    writeCompany(60);
    Result first = importing("--month", MONTH);
    assertThat(first.out()).containsPattern("employees +60 +0 +0\n").contains("Imported");
    long punches = installation.number("select count(*) from books.punch");
    assertThat(punches).isPositive();

    Result second = importing("--month", MONTH);

    assertDone(second);
    assertThat(second.out()).containsPattern("employees +0 +0 +60\n");
    assertThat(answers()).isNotEmpty().allMatch(answer -> answer.get(3).equals("unchanged"));
    assertThat(installation.number("select count(*) from books.punch")).isEqualTo(punches);
    assertThat(installation.number("select added + changed from books.import where id = 2"))
        .isZero();
  }

  @Test
  void eachRowIsAnsweredWithItsKeyAndWhatChangedButNoPay() throws Exception {
    write(
        "employees",
        EMPLOYEES + "E1,王 芳,North,CSR,2024-01-01,3500,\nE2,李 明,North,MANAGER,2024-01-01,4500,\n");
    write(
        "leaves",
        "leave_no,employee_no,type,from_date,from_half,to_date,to_half,approved\nL1,E1,SICK,2026-10-05,AM,2026-10-05,PM,Y\n");
    write("exams", "employee_no,date,score\nE1,2026-10-09,70\nE1,2026-10-09,80\n");
    write("punches", "employee_no,at\nE1,2026-10-05T08:58:00\nE1,2026-10-05T08:58:00\n");
    write("balances", "employee_no,type,as_of,days\nE1,ANNUAL,2025-12-31,7.5\n");
    assertDone(importing());
    assertThat(installation.number("select half_days from books.opening_balance")).isEqualTo(15);
    assertThat(installation.number("select count(*) from books.punch")).isEqualTo(1);
    assertThat(answers()).contains(List.of("exams", "3", "E1 2026-10-09 2", "added", "", ""));

    write(
        "employees",
        EMPLOYEES + "E2,李 明,South,MANAGER,2024-01-01,4600.50,\nE3,=張,North,CSR,2026-10-01,3000,\n");
    write(
        "leaves",
        "leave_no,employee_no,type,from_date,from_half,to_date,to_half,approved\nL1,E1,SICK,2026-10-05,AM,2026-10-06,AM,Y\n");
    assertDone(importing());

    assertThat(answers())
        .contains(
            List.of("employees", "2", "E2", "changed", "team: North → South; base_salary", ""),
            List.of("employees", "3", "E3", "added", "", ""),
            List.of(
                "leaves",
                "2",
                "L1",
                "changed",
                "to_date: 2026-10-05 → 2026-10-06; to_half: PM → AM",
                ""),
            List.of("exams", "2", "E1 2026-10-09 1", "unchanged", "", ""));
    assertThat(Files.readString(output.resolve("answers.csv"))).doesNotContain("4600", "460050");
    assertThat(installation.number("select count(*) from books.employee")).isEqualTo(3);
    assertThat(
            installation.number(
                "select base_salary_cents from books.employee where employee_no = 'E2'"))
        .isEqualTo(460_050);
  }

  @Test
  void aWorkbookAndFilesInAnotherEncodingBringTheSameRows() throws Exception {
    writeCompany(20);
    Path workbook = TestWorkbook.of(input).write(installation.folder().resolve("month.xlsx"));
    Result sheets =
        run(
            "import",
            "--input",
            workbook.toString(),
            "--output",
            output.toString(),
            "--month",
            MONTH);
    assertDone(sheets);
    assertThat(sheets.out()).containsPattern("employees +20 +0 +0\n");

    assertDone(importing("--month", MONTH));
    assertThat(answers()).isNotEmpty().allMatch(answer -> answer.get(3).equals("unchanged"));

    for (Path file : Csv.in(input)) {
      Files.writeString(file, Files.readString(file), Charset.forName("GB18030"));
    }
    Result unsaid = importing("--month", MONTH);
    assertThat(unsaid.exitCode()).isEqualTo(ExitCode.REJECTED);
    assertThat(rejects().getFirst().getLast()).contains("--encoding");
    assertDone(importing("--month", MONTH, "--encoding", "GB18030"));
    assertThat(answers()).isNotEmpty().allMatch(answer -> answer.get(3).equals("unchanged"));
  }

  @Test
  void aDryRunAnswersEveryRowAndKeepsNothing() throws Exception {
    writeCompany(60);
    Result preview = importing("--month", MONTH, "--dry-run");

    assertDone(preview);
    assertThat(preview.out()).containsPattern("employees +60 +0 +0\n").contains("nothing was kept");
    assertThat(answers()).hasSizeGreaterThan(60).allMatch(answer -> answer.get(3).equals("added"));
    assertNothingKept();
  }

  @Test
  void oneRefusedRowRefusesThemAllAndEachFaultIsListed() throws Exception {
    write(
        "employees",
        EMPLOYEES + "E1,王 芳,North,CSR,2024-01-01,3500,\nE2,李 明,North,CSR,2024-01-01,0,\n");
    write("roster", "employee_no,date,shift\nE1,2026-10-05,X\nE9,2026-10-05,D\nE2,2026-10-05,D\n");
    write(
        "balances",
        "employee_no,type,as_of,days\nE1,SICK,2025-12-31,1\nE1,ANNUAL,2025-12-31,1.3\n");

    Result refused = importing();

    assertThat(refused.exitCode()).isEqualTo(ExitCode.REJECTED);
    assertThat(rejects())
        .extracting(row -> row.get(0) + " " + row.get(1) + " " + row.get(2))
        .containsExactly(
            "employees.csv 3 base_salary",
            "roster.csv 2 shift",
            "roster.csv 3 employee_no",
            "balances.csv 2 type",
            "balances.csv 3 days");
    assertThat(output.resolve("answers.csv")).doesNotExist();
    assertNothingKept();
    write("employees", EMPLOYEES + "E1,王 芳,North,CSR,2024-01-01,3500,\n");
    Files.delete(input.resolve("roster.csv"));
    Files.delete(input.resolve("balances.csv"));
    assertDone(importing());
    assertThat(output.resolve("rejects.csv")).doesNotExist();
  }

  @Test
  void rowsAreCheckedBesideTheBooks() throws Exception {
    write(
        "employees",
        EMPLOYEES + "E1,王 芳,North,CSR,2024-01-01,3500,\nE2,李 明,North,LEADER,2024-01-01,3500,\n");
    write("roster", "employee_no,date,shift\nE1,2026-10-05,C\nE1,2026-10-20,D\n");
    write(
        "leaves",
        "leave_no,employee_no,type,from_date,from_half,to_date,to_half,approved\nL1,E1,SICK,2026-10-07,AM,2026-10-08,PM,Y\n");
    write(
        "incidents",
        "incident_no,employee_no,date,code,points,note\nI1,E2,2026-10-02,LEADER_ADJUSTMENT,2,good\n");
    write(
        "fine_payments",
        "employee_no,date,code,amount\nE1,2026-10-02,CHATTING,10\nE1,2026-10-02,CHATTING,20\n");
    assertDone(importing());
    clear();
    write("employees", EMPLOYEES + "E1,王 芳,North,CSR,2024-01-01,3500,2026-10-19\n");
    write("roster", "employee_no,date,shift\nE1,2026-10-06,A\nE8,2026-10-06,A\n");
    write(
        "leaves",
        "leave_no,employee_no,type,from_date,from_half,to_date,to_half,approved\nL2,E1,ANNUAL,2026-10-08,PM,2026-10-09,PM,Y\n");
    write(
        "incidents",
        "incident_no,employee_no,date,code,points,note\nI2,E2,2026-10-30,LEADER_ADJUSTMENT,1,good\n");
    write("fine_payments", "employee_no,date,code,amount\nE1,2026-10-02,CHATTING,10\n");

    assertThat(importing().exitCode()).isEqualTo(ExitCode.REJECTED);

    assertThat(rejects().stream().map(row -> String.join(" ", row)).toList())
        .satisfiesExactlyInAnyOrder(
            row ->
                assertThat(row)
                    .startsWith("roster.csv 2 shift A")
                    .contains("after shift C", "in the books"),
            row -> assertThat(row).startsWith("roster.csv 3 employee_no E8"),
            row ->
                assertThat(row)
                    .startsWith("roster.csv  date 2026-10-20")
                    .contains("outside the employment", "E1 2026-10-20"),
            row -> assertThat(row).startsWith("leaves.csv 2 from_date"),
            row -> assertThat(row).startsWith("incidents.csv 2 code"),
            row ->
                assertThat(row).startsWith("fine_payments.csv 2 code").contains("2 of this date"));
    assertThat(installation.number("select count(*) from books.rostered_shift")).isEqualTo(2);
  }

  @Test
  void whatTheBooksHaveAlreadyIsCheckedBesideWhatChanged() throws Exception {
    write("employees", EMPLOYEES + "E1,王 芳,North,CSR,2024-01-01,3500,\n");
    String roster = "employee_no,date,shift\nE1,2026-10-05,D\nE1,2026-10-06,A\nE1,2026-10-20,D\n";
    write("roster", roster);
    assertDone(importing());

    write("roster", roster + "E1,2026-10-20,D\n");
    assertThat(importing().exitCode()).isEqualTo(ExitCode.REJECTED);
    assertThat(rejects()).hasSize(1);
    assertThat(rejects().getFirst())
        .startsWith("roster.csv", "5", "date")
        .anyMatch("duplicate of row 4; keep one of them"::equals);

    write("roster", roster.replace("05,D", "05,C"));
    assertThat(importing().exitCode()).isEqualTo(ExitCode.REJECTED);
    assertThat(rejects().getFirst()).startsWith("roster.csv", "3", "shift", "A");
    assertThat(rejects().getFirst().getLast()).contains("(row 2, A6)");

    write("employees", EMPLOYEES + "E1,王 芳,North,CSR,2024-01-01,3500,2026-10-19\n");
    write("roster", roster);
    assertThat(importing().exitCode()).isEqualTo(ExitCode.REJECTED);
    assertThat(rejects()).hasSize(1);
    assertThat(rejects().getFirst()).startsWith("roster.csv", "4", "date", "2026-10-20");
    assertThat(installation.number("select count(*) from books.import")).isEqualTo(1);
  }

  @Test
  void filesWithoutAMonthNeedOne() throws Exception {
    write("employees", EMPLOYEES + "E1,王 芳,North,CSR,2024-01-01,3500,\n");
    write("kpis", "employee_no,workload,quality\nE1,10,0.5\n");

    Result refused = importing();

    assertThat(refused.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(refused.err()).contains("kpis", "--month");
    assertDone(importing("--month", "2026-09"));
    assertDone(importing("--month", MONTH));
    assertThat(installation.number("select count(*) from books.key_figures")).isEqualTo(2);
  }

  @Test
  void whatComesForAClosedMonthIsKeptAndSaidAndTheSlipsStay() throws Exception {
    writeCompany(30);
    assertDone(importing("--month", MONTH));
    Path closed = installation.folder().resolve("closed");
    assertDone(run("close", "--month", MONTH, "--output", closed.toString()));
    clear();
    String employee = Csv.read(closed.resolve("payslips.csv")).get(1).getFirst();
    write("punches", "employee_no,at\n" + employee + ",2026-10-05T03:33:33\n");

    Result late = importing();

    assertDone(late);
    assertThat(late.out()).contains("2026-10 closed already");
    assertThat(answers().getFirst().getLast()).contains("2026-10 is closed", "reopen");
    assertThat(
            installation.number(
                "select count(*) from pay_month_event where event = 'facts changed'"))
        .isEqualTo(1);
    assertDone(run("verify", "--month", MONTH, "--output", closed.toString()));
    assertThat(run("close", "--month", MONTH, "--output", closed.toString()).exitCode())
        .isEqualTo(ExitCode.CLOSED_DIFFERENTLY);
    assertDone(importing());
    assertThat(
            installation.number(
                "select count(*) from pay_month_event where event = 'facts changed'"))
        .isEqualTo(1);
  }

  @Test
  void anImportThatIsKilledKeepsNothing() throws Exception {
    writeCompany(300);
    assertDone(importing("--month", MONTH, "--dry-run"));
    try (Connection other = installation.connect()) {
      other.setAutoCommit(false);
      other.createStatement().execute("lock table books.punch in share mode");
      Process process = start();
      awaitWriting(process);
      process.destroyForcibly().waitFor();
      other.rollback();
    }

    assertNothingKept();
    assertDone(importing("--month", MONTH));
    assertThat(installation.number("select count(*) from books.employee")).isEqualTo(300);
  }

  @Test
  void twoImportsAtOnceFollowOneAnother() throws Exception {
    writeCompany(300);
    Process one = start();
    Process other = start();
    assertThat(one.waitFor()).isZero();
    assertThat(other.waitFor()).isZero();

    assertThat(installation.number("select count(*) from books.import where unchanged = 0"))
        .isEqualTo(1);
    assertThat(
            installation.number(
                "select count(*) from books.import where added = 0 and changed = 0"))
        .isEqualTo(1);
  }

  @Test
  void emptyBooksCloseNoMonth() throws Exception {
    Result refused = run("close", "--month", MONTH, "--output", output.toString());
    assertThat(refused.exitCode()).isEqualTo(ExitCode.REJECTED);
    assertThat(rejects().getFirst().getLast()).contains("import the employees first");
  }

  private Process start() throws IOException {
    return installation.start(
        List.of(),
        Map.of(),
        "import",
        "--month",
        MONTH,
        "--input",
        input.toString(),
        "--output",
        Files.createTempDirectory(installation.folder(), "answers").toString());
  }

  /** Waits until it writes into the books, where a lock holds it up. */
  private void awaitWriting(Process process) throws Exception {
    String held =
        "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
    while (process.isAlive() && installation.number(held) == 0) {
      Thread.sleep(20);
    }
    assertThat(process.isAlive()).as("still at work").isTrue();
  }

  private void assertNothingKept() throws SQLException {
    for (String table : TABLES) {
      assertThat(installation.number("select count(*) from books." + table)).as(table).isZero();
    }
  }

  private void writeCompany(int people) throws IOException {
    Company.of(4711, people, YearMonth.parse(MONTH))
        .write(YearMonth.parse(MONTH), input, (_, _, _) -> {});
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(input.resolve(file + ".csv"), text);
  }

  private void clear() throws IOException {
    for (Path file : Csv.in(input)) {
      Files.delete(file);
    }
  }

  private Result importing(String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of("import", "--input", input.toString(), "--output", output.toString()));
    arguments.addAll(Arrays.asList(more));
    return run(arguments.toArray(String[]::new));
  }

  private Result run(String... arguments) {
    return installation.run(Map.of(), arguments);
  }

  private List<List<String>> answers() throws IOException {
    List<List<String>> rows = Csv.read(output.resolve("answers.csv"));
    assertThat(rows.getFirst()).containsExactly("file", "row", "key", "answer", "what", "note");
    return rows.subList(1, rows.size());
  }

  private List<List<String>> rejects() throws IOException {
    List<List<String>> rows = Csv.read(output.resolve("rejects.csv"));
    return rows.subList(1, rows.size());
  }

  private static void assertDone(Result result) {
    assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
  }
}
