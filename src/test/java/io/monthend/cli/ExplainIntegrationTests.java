package io.monthend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.monthend.closing.CloseRun;
import io.monthend.closing.MonthClose;
import io.monthend.exchange.FolderClose;
import io.monthend.exchange.FolderClose.Ending;
import io.monthend.exchange.ResultFolder;
import io.monthend.explanation.Explained;
import io.monthend.explanation.Explanation;
import io.monthend.explanation.Explanation.Clause;
import io.monthend.explanation.Explanation.Entry;
import io.monthend.explanation.Explanation.Figure;
import io.monthend.explanation.Explanation.Part;
import io.monthend.explanation.Explanations;
import io.monthend.kernel.Money;
import io.monthend.kernel.PayMonth;
import io.monthend.rulebook.Language;
import io.monthend.rulebook.RuleBookEdition;
import io.monthend.rulebook.RuleBooks;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.FileSystemUtils;

/** Closes the worked cases of the file contract one after the other and explains them. */
class ExplainIntegrationTests {

  private static final Path TARGET = Path.of("target", "explain");
  private static final Path CASES = Path.of("src/test/resources/contract/cases");
  private static final Path GOLDEN = Path.of("src/test/resources/explain");
  private static final int COLUMNS = 96;

  private static Path folder = TARGET;
  private static Installation installation;

  @BeforeAll
  static void open() throws IOException {
    Files.createDirectories(TARGET);
    folder = Files.createTempDirectory(TARGET, "run ").toRealPath();
    installation = Installation.open(data(), new Terminal(new PrintWriter(Writer.nullWriter())));
  }

  @AfterAll
  static void close() throws IOException {
    installation.close();
    FileSystemUtils.deleteRecursively(folder);
  }

  @ParameterizedTest
  @CsvSource({
    "02-late-early-absent, 2026-10",
    "03-leave, 2026-07",
    "04-notice-and-probation, 2026-10",
    "05-ladders-and-repeats, 2026-10",
    "06-ranks-and-roles, 2026-10",
    "07-night-shifts, 2026-10",
    "08-edges, 2026-10",
    "20-mixed-40, 2026-10"
  })
  void everyLineOfEveryoneIsExplainedInEveryLanguage(String name, PayMonth month) throws Exception {
    RuleBookEdition edition = bundled(month);
    closeCase(name, month, edition);
    List<String[]> slips = rows(CASES.resolve(name).resolve("expected/payslips.csv"));
    List<String[]> lines = rows(CASES.resolve(name).resolve("expected/payslip_lines.csv"));
    assertThat(slips).isNotEmpty();
    for (String[] slip : slips) {
      List<String[]> own = lines.stream().filter(line -> line[0].equals(slip[0])).toList();
      for (Language language : Language.values()) {
        Explanation explanation = explained(month, slip[0], language);
        assertSaysEveryLine(explanation, own, edition);
        assertComesToTheNet(explanation, Money.of(slip[7]));
        assertComesToTheScore(explanation, slip[4]);
        assertIsReadable(explanation);
      }
    }
  }

  private static void assertSaysEveryLine(
      Explanation explanation, List<String[]> expected, RuleBookEdition edition) {
    List<Entry> entries = lines(explanation);
    assertThat(entries).hasSameSizeAs(expected);
    List<String> printed = ExplanationSheet.lines(explanation);
    String text = unwrapped(printed);
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      String[] line = expected.get(i);
      assertThat(entry.figure()).isEqualTo(new Figure.Amount(Money.of(line[3])));
      assertThat(entry.clauses().stream().map(Clause::id))
          .containsExactly(line[4].split("\\+", -1));
      assertThat(entry.facts()).as("%s: %s", line[2], line[5]).isNotEmpty();
      String amount = new Figure.Amount(Money.of(line[3])).text();
      assertThat(printed)
          .filteredOn(row -> row.startsWith("%2d  ".formatted(entry.number())))
          .singleElement()
          .satisfies(row -> assertThat(row).contains(entry.label()).endsWith(" " + amount));
      for (Clause clause : entry.clauses()) {
        assertThat(text).contains(unwrapped(List.of(clause.text())));
        if (!clause.id().startsWith("D:")) {
          assertThat(clause.text()).isEqualTo(edition.clause(clause.id(), explanation.language()));
        }
      }
      entry.facts().forEach(fact -> assertThat(text).contains(unwrapped(List.of(fact))));
    }
  }

  private static void assertComesToTheNet(Explanation explanation, Money net) {
    Money sum = Money.ZERO;
    for (Entry entry : lines(explanation)) {
      sum = sum.plus(amount(entry));
    }
    assertThat(sum).isEqualTo(net);
    Entry total = explanation.section(Part.PAYSLIP).entries().getLast();
    assertThat(total.isTotal()).isTrue();
    assertThat(amount(total)).isEqualTo(net.max(net.negate()));
  }

  private static void assertComesToTheScore(Explanation explanation, String score) {
    List<Entry> entries = explanation.section(Part.EVALUATION).entries();
    if (score.isEmpty()) {
      assertThat(entries).singleElement().satisfies(it -> assertThat(it.figure()).isNull());
      return;
    }
    int sum = 0;
    for (Entry entry : entries.subList(0, entries.size() - 1)) {
      sum += points(entry);
    }
    assertThat(sum).isEqualTo(Integer.parseInt(score));
    assertThat(points(entries.getLast())).isEqualTo(sum);
    assertThat(entries.subList(1, entries.size() - 1))
        .allSatisfy(entry -> assertThat(entry.facts().isEmpty()).isEqualTo(isCut(entry)));
  }

  private static boolean isCut(Entry entry) {
    return entry.clauses().isEmpty();
  }

  private static int points(Entry entry) {
    return switch (entry.figure()) {
      case Figure.Points it -> it.points();
      case Figure.Change it -> it.points();
      case Figure.Amount it -> throw new AssertionError(it);
      case null -> throw new AssertionError(entry);
    };
  }

  private static void assertIsReadable(Explanation explanation) {
    assertThat(ExplanationSheet.lines(explanation))
        .allSatisfy(line -> {
          assertThat(TerminalText.width(line)).isLessThanOrEqualTo(COLUMNS);
          assertThat(line)
              .doesNotContain("{", "}", "?", "null")
              .doesNotContainPattern("[A-Z_]{4,}");
        });
  }

  @ParameterizedTest
  @CsvSource({
    "03-leave, 2026-07, E005, zh-Hant",
    "04-notice-and-probation, 2026-10, E006, en",
    "05-ladders-and-repeats, 2026-10, E001, zh-Hans",
    "07-night-shifts, 2026-10, E002, en",
    "08-edges, 2026-10, E009, zh-Hant"
  })
  void aSlipReadsAsWrittenDown(String name, PayMonth month, String employee, String tag)
      throws Exception {
    closeCase(name, month, bundled(month));
    Path golden = GOLDEN.resolve(name + "." + employee + "." + tag + ".txt");
    Explanation explanation = explained(month, employee, Language.of(tag));
    assertThat(ExplanationSheet.lines(explanation)).isEqualTo(Files.readAllLines(golden));
  }

  @Test
  void otherChoicesOfTheRuleBookAreExplainedToo() throws Exception {
    PayMonth month = PayMonth.of("2026-10");
    RuleBookEdition changed =
        RuleBookEdition.parse(
            "changed",
            bundled(month)
                .yaml()
                .replace("guard: {choice: warn", "guard: {choice: cap")
                .replace("minimumWage: {cny: none", "minimumWage: {cny: 2360")
                .replace("missingPunch: {choice: review", "missingPunch: {choice: half-absence")
                .replace(
                    "lateIsHalfAbsenceFrom: {minutes: none", "lateIsHalfAbsenceFrom: {minutes: 20")
                .replace("base: {choice: calendar-days", "base: {choice: standard-days")
                .replace("prorate: {choice: false", "prorate: {choice: true")
                .replace("count: {choice: items", "count: {choice: occurrences")
                .replace("finePer: {choice: date", "finePer: {choice: leave"));
    closeCase("20-mixed-40", month, changed);
    for (String[] slip : rows(CASES.resolve("20-mixed-40/expected/payslips.csv"))) {
      for (Language language : Language.values()) {
        Explanation explanation = explained(month, slip[0], language);
        assertIsReadable(explanation);
        assertThat(lines(explanation))
            .allSatisfy(entry -> {
              assertThat(entry.facts()).as(entry.label()).isNotEmpty();
              assertThat(entry.clauses()).as(entry.label()).isNotEmpty();
            });
      }
    }
  }

  @Test
  void earlierIncidentsCountAlsoIfAnEarlierMonthBroughtThem() throws Exception {
    closeCall("2026-03", "I1,E001,2026-03-02,PERSONAL_CALL");
    closeCall("2026-04", "I2,E001,2026-04-07,PERSONAL_CALL");
    assertThat(lines(explained(PayMonth.of("2026-04"), "E001", Language.EN)))
        .flatExtracting(Entry::facts)
        .contains(
            "Tue 7 Apr, private call on an office phone (I2); 2nd time in the employment; before"
                + " that on Mon 2 Mar");
  }

  private static void closeCall(String month, String incident) throws Exception {
    Path input = Files.createDirectories(folder.resolve("call-" + month));
    Files.writeString(
        input.resolve("employees.csv"),
        "employee_no,name,team,position,hire_date,base_salary\nE001,甲,T001,CSR,2025-01-01,5400\n");
    Files.writeString(
        input.resolve("incidents.csv"), "incident_no,employee_no,date,code\n" + incident + "\n");
    assertThat(close(PayMonth.of(month), input, bundled(PayMonth.of(month))))
        .isEqualTo(Ending.CLOSED);
  }

  @Test
  void theCommandPrintsTheSheet() throws Exception {
    PayMonth month = PayMonth.of("2026-07");
    closeCase("03-leave", month, bundled(month));
    Command command = Command.run("--month=2026-07", "--employee=E005", "--language=zh-Hant");
    assertThat(command.err()).isEmpty();
    assertThat(command.exitCode()).isZero();
    assertThat(command.out().lines())
        .containsExactlyElementsOf(Files.readAllLines(GOLDEN.resolve("03-leave.E005.zh-Hant.txt")));
  }

  @Test
  void aMonthThatIsNotClosedIsRefusedAndSaysWhatToDo() {
    Command command = Command.run("--month=2031-01", "--employee=E001");
    assertThat(command.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(command.out()).isEmpty();
    assertThat(command.err())
        .startsWith("2031-01 is not closed in ")
        .contains("monthend close --month 2031-01 --input DIR --output DIR", "--data-dir");
  }

  @Test
  void aMonthWithBlockedPeopleIsNotExplained() throws Exception {
    PayMonth month = PayMonth.of("2027-07");
    RuleBookEdition without =
        RuleBookEdition.parse(
            "no-summer",
            bundled(month)
                .yaml()
                .replace("D: {summer: [\"09:00-12:00\", \"13:30-18:00\"]", "D: {summer: []"));
    Path input = Files.createDirectories(folder.resolve("blocked"));
    Files.writeString(
        input.resolve("employees.csv"),
        "employee_no,name,team,position,hire_date,base_salary\nE001,甲,T001,CSR,2025-01-01,5400\n");
    Files.writeString(input.resolve("roster.csv"), "employee_no,date,shift\nE001,2027-07-01,D\n");
    assertThat(close(month, input, without)).isEqualTo(Ending.BLOCKED);
    assertThat(explanations().explain(month, "E001", Language.EN))
        .isEqualTo(new Explained.NotClosed(CloseRun.State.BLOCKED));
    Command command = Command.run("--month=2027-07", "--employee=E001");
    assertThat(command.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(command.err()).contains("could not be settled", "BLOCKED", "close it again");
  }

  @Test
  void aNumberNobodyHasIsRefusedAndSaysWhereToLook() throws Exception {
    PayMonth month = PayMonth.of("2026-10");
    closeCase("07-night-shifts", month, bundled(month));
    closeCase("03-leave", PayMonth.of("2026-07"), bundled(month));
    Command nobody = Command.run("--month=2026-10", "--employee=E099");
    assertThat(nobody.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(nobody.err())
        .isEqualTo(
            "2026-10 has nobody with the number E099; look it up in the month's payslips.csv.\n");
    assertThat(Command.run("--month=2026-10", "--employee=E010").err())
        .contains("There are pay slips of 2026-07; ask for one of these.");
  }

  @Test
  void somebodyWithoutEmploymentInTheMonthIsNamed() throws Exception {
    PayMonth month = PayMonth.of("2026-10");
    closeCase("04-notice-and-probation", month, bundled(month));
    Command command = Command.run("--month=2026-10", "--employee=E008");
    assertThat(command.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(command.err())
        .startsWith(
            "辛 (E008) was not employed in 2026-10, so there is no pay slip: the employment began on"
                + " 2024-03-01 and ended on 2026-09-20.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "--month=2026-13 --employee=E001|'2026-13' is not a month; write it like 2026-10",
        "--month=2026-10 --employee=E001 --language=fr|'fr' is no language here",
        "--month=2026-10|Missing required option: '--employee=E'",
        "--employee=E001|Missing required option: '--month=M'"
      })
  void wrongUsageIsToldFromAFailure(String arguments, String message) {
    Command command = Command.run(arguments.split(" ", -1));
    assertThat(command.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(command.err()).contains(message);
  }

  /** What a command left behind. */
  private record Command(int exitCode, String out, String err) {

    static Command run(String... arguments) {
      StringWriter out = new StringWriter();
      StringWriter err = new StringWriter();
      String[] all = new String[arguments.length + 2];
      all[0] = "explain";
      all[1] = "--data-dir=" + data();
      System.arraycopy(arguments, 0, all, 2, arguments.length);
      int exitCode =
          MonthendCommand.commandLine()
              .setOut(new PrintWriter(out, true))
              .setErr(new PrintWriter(err, true))
              .execute(all);
      return new Command(exitCode, out.toString(), err.toString());
    }
  }

  private static Path data() {
    return folder.resolve("data");
  }

  private static RuleBookEdition bundled(PayMonth month) {
    return RuleBooks.bundled().inEffect(month).orElseThrow();
  }

  private static Explanations explanations() {
    return installation.get(Explanations.class);
  }

  private static Explanation explained(PayMonth month, String employee, Language language) {
    Explained explained = explanations().explain(month, employee, language);
    assertThat(explained).as(employee).isInstanceOf(Explained.Found.class);
    return ((Explained.Found) explained).explanation();
  }

  private static void closeCase(String name, PayMonth month, RuleBookEdition edition)
      throws Exception {
    installation.get(MonthClose.class).reopen(month, "test", "another case");
    assertThat(close(month, CASES.resolve(name).resolve("input"), edition))
        .isEqualTo(Ending.CLOSED);
  }

  private static Ending close(PayMonth month, Path input, RuleBookEdition edition)
      throws Exception {
    return installation
        .get(FolderClose.class)
        .close(month, input, new ResultFolder(folder.resolve("output"), null), edition, "test")
        .ending();
  }

  private static List<Entry> lines(Explanation explanation) {
    return explanation.section(Part.PAYSLIP).entries().stream()
        .filter(entry -> !entry.isTotal())
        .toList();
  }

  private static Money amount(Entry entry) {
    assertThat(entry.figure()).isInstanceOf(Figure.Amount.class);
    return ((Figure.Amount) Objects.requireNonNull(entry.figure())).money();
  }

  /** The rows of a file of the contract without quotes, after its header. */
  private static List<String[]> rows(Path file) throws IOException {
    return Files.readAllLines(file).stream().skip(1).map(row -> row.split(",", -1)).toList();
  }

  /** As one run of characters: where lines broke does not matter. */
  private static String unwrapped(List<String> lines) {
    return String.join("", lines).replace(" ", "");
  }
}
