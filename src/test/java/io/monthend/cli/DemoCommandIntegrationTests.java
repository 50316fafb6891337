package io.monthend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.monthend.database.EmbeddedServer;
import io.monthend.kernel.PayMonth;
import io.monthend.oracle.Oracle;
import io.monthend.oracle.Published;
import io.monthend.payroll.LineCode;
import io.monthend.rulebook.CatalogueItem;
import io.monthend.rulebook.RuleBook;
import io.monthend.rulebook.RuleBooks;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine;

/** The demo as a newcomer runs it, and whether its stories come out as they are told. */
class DemoCommandIntegrationTests {

  /** What a command came to. */
  private record Run(int exitCode, String out, String err) {}

  private static final Path TARGET = Path.of("target", "demo-tests");
  private static Path folder = TARGET;
  private static Run first = new Run(-1, "", "");

  @BeforeAll
  static void runIt() throws IOException {
    Files.createDirectories(TARGET);
    folder = Files.createTempDirectory(TARGET, "run");
    first = demo();
  }

  @AfterAll
  static void cleanUp() throws IOException {
    FileSystemUtils.deleteRecursively(folder);
  }

  @Test
  void itClosesItsThreeMonths() {
    assertThat(first.err()).isEmpty();
    assertThat(first.exitCode()).isZero();
    assertThat(first.out())
        .contains("2026-08 closed in", "2026-09 closed in", "2026-10 closed in")
        .contains("Where to look", "What to try next");
  }

  @Test
  void everyFigureIsWhatASecondDerivationGives() throws IOException {
    Published published = Published.nothing();
    for (PayMonth month : DemoFiles.months()) {
      DemoFiles files = new DemoFiles(folder);
      Oracle.Closed derived = Oracle.close(month.month(), files.input(month), published);
      for (Map.Entry<String, List<String>> file : derived.files().entrySet()) {
        List<String> header = List.of(file.getValue().getFirst().split(",", -1));
        assertThat(Csv.columns(files.output(month).resolve(file.getKey()), header))
            .as("%s of %s", file.getKey(), month)
            .isEqualTo(String.join("\n", file.getValue()) + "\n");
      }
      published = derived.published();
    }
  }

  @Test
  void aThirdPersonalCallForfeitsTheThirdMonth() throws IOException {
    assertThat(read("2026-08", "payslip_lines.csv"))
        .contains("\nE017,3,FINE,-50.00,G9+D:PERSONAL_CALL,");
    assertThat(read("2026-09", "payslip_lines.csv"))
        .contains("\nE017,2,FINE,-100.00,G9+D:PERSONAL_CALL,");
    assertThat(read("2026-10", "payslip_lines.csv"))
        .contains("\nE017,2,FORFEITURE,-4680.00,G7+D:PERSONAL_CALL,month,");
    assertThat(read("2026-10", "exceptions.csv"))
        .contains("\nE017,DISMISSAL_REVIEW,PERSONAL_CALL,");
  }

  @Test
  void lastInTwoMonthsOnEndIsSeenFromTheResultsOfTheMonthBefore() throws IOException {
    assertThat(read("2026-09", "exceptions.csv")).doesNotContain("LAST_TWO_MONTHS");
    assertThat(read("2026-10", "exceptions.csv"))
        .contains("\nE012,DISMISSAL_REVIEW,LAST_TWO_MONTHS,");
  }

  @Test
  void lastInTwoMonthsOnEndIsSeenFromTheHistoryToo() throws IOException {
    assertThat(read("2026-08", "exceptions.csv"))
        .contains("\nE007,DISMISSAL_REVIEW,LAST_TWO_MONTHS,");
  }

  @Test
  void aLeaverInProbationOwesTheTrainingFee() throws IOException {
    assertThat(read("2026-09", "payslip_lines.csv"))
        .contains("\nE024,3,TRAINING_FEE,-2000.00,G8+F3,notice:2026-09-05,");
    assertThat(read("2026-09", "payslips.csv")).contains("\nE024,沈大維,CSR,4000.00,80,B,5,-2000.00");
    assertThat(read("2026-09", "exceptions.csv")).contains("\nE024,NEGATIVE_NET,");
  }

  @Test
  void aJoinerHasPerformancePayFromTheThirdMonthOn() throws IOException {
    assertThat(read("2026-08", "payslip_lines.csv")).doesNotContain("\nE023,2,");
    assertThat(read("2026-09", "payslip_lines.csv")).doesNotContain("\nE023,2,");
    assertThat(read("2026-10", "payslip_lines.csv"))
        .contains("\nE023,2,PERFORMANCE,50.00,G4,score:85,");
  }

  @Test
  void aLeaveOverTheMonthsEndCountsAsAWhole() throws IOException {
    assertThat(read("2026-08", "payslip_lines.csv"))
        .contains("\nE011,3,FINE,-30.00,G9+C4,leave:L2608-04@2026-08-31,");
    assertThat(read("2026-09", "payslip_lines.csv"))
        .contains("\nE011,4,FINE,-30.00,G9+C4,leave:L2608-04@2026-09-01,");
  }

  @Test
  void everyDerivedIncidentHappens() throws IOException {
    RuleBook book = RuleBooks.bundled().inEffect(PayMonth.of("2026-08")).orElseThrow().book();
    List<String> derived =
        book.incidents().items().entrySet().stream()
            .filter((Map.Entry<String, CatalogueItem> item) -> item.getValue().derived())
            .map(Map.Entry::getKey)
            .toList();

    assertThat(column("evaluation_lines.csv", 2)).containsAll(derived);
  }

  /** The guard only warns under the default rule book, and no later fact has come in. */
  @Test
  void everyLineHappensButTheGuardsAndTheCorrections() throws IOException {
    List<String> all =
        Stream.of(LineCode.values())
            .filter(code -> code != LineCode.STATUTORY_GUARD && code != LineCode.CORRECTION)
            .map(Enum::name)
            .toList();

    assertThat(column("payslip_lines.csv", 2)).containsAll(all);
  }

  @Test
  void everyKindOfThingToLookAtHappensThatCan() throws IOException {
    assertThat(column("exceptions.csv", 1))
        .contains(
            "MISSING_PUNCH",
            "UNROSTERED_PUNCH",
            "DISMISSAL_REVIEW",
            "PAY_FORFEITED",
            "NEGATIVE_NET",
            "DEDUCTION_OVER_LIMIT",
            "BONUS_NOT_SET",
            "UNMATCHED_PAYMENT");
  }

  @Test
  void everyGradeIsGiven() throws IOException {
    assertThat(column("payslips.csv", 5)).contains("A", "B", "C", "D", "E", "-", "");
  }

  @Test
  void aSecondRunFindsTheMonthsClosed() throws IOException {
    String before = read("2026-10", "summary.json");

    Run second = demo();

    assertThat(second.exitCode()).isZero();
    assertThat(second.out())
        .contains("2026-08 was closed before", "2026-09 was closed before")
        .contains("2026-10 was closed before with the very same input");
    assertThat(read("2026-10", "summary.json")).isEqualTo(before);
  }

  /** As a month that was never closed: from the books, where only the days so far are punched. */
  @Test
  void itsCompanyStandsInTheBooksAndGoesOn() throws IOException {
    Path data = folder.resolve("data");
    Path output = folder.resolve("november");

    Run run =
        run(
            "close",
            "--month",
            "2026-11",
            "--output",
            output.toString(),
            "--data-dir",
            data.toString());

    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(Csv.read(output.resolve("payslips.csv"))).hasSize(1 + 19);
    assertThat(Csv.read(output.resolve("attendance.csv"))).hasSizeGreaterThan(400);
    Run undone =
        run("reopen", "--month", "2026-11", "--reason", "not over", "--data-dir", data.toString());
    assertThat(undone.exitCode()).isZero();
  }

  @Test
  void aChangedFileIsRefusedUntilTheDemoStartsOver() throws IOException {
    Path exams = new DemoFiles(folder).input(PayMonth.of("2026-09")).resolve("exams.csv");
    String before = read("2026-09", "summary.json");
    Files.writeString(exams, "E018,2026-09-30,100\n", StandardOpenOption.APPEND);

    Run refused = demo();
    Run anew = demo("--fresh");

    assertThat(refused.exitCode()).isEqualTo(ExitCode.CLOSED_DIFFERENTLY);
    assertThat(refused.out()).contains("Left as you changed it: " + exams);
    assertThat(refused.err()).contains("2026-09 is closed already", "demo --fresh");
    assertThat(anew.exitCode()).isZero();
    assertThat(anew.out()).contains("2026-09 closed in");
    assertThat(read("2026-09", "summary.json")).isEqualTo(before);
  }

  @Test
  void anotherDatabaseIsNeitherUsedNorEmptied() throws IOException, SQLException {
    Path data = folder.resolve("not-the-demos");
    try (EmbeddedServer server = EmbeddedServer.open(data)) {
      execute(server, "create table precious as select 1 as id");

      Run refused = demo("--fresh", "--data-dir", data.toString());

      assertThat(refused.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
      assertThat(refused.err()).contains("not the demo's");
      execute(server, "select id from precious");
    }
  }

  @Test
  void aConfiguredDatabaseIsLeftAlone() {
    System.setProperty("spring.datasource.url", "jdbc:postgresql://nowhere.invalid/production");
    try {
      Run run = demo();

      assertThat(run.exitCode()).isZero();
      assertThat(run.out()).contains("unset SPRING_DATASOURCE_URL");
    } finally {
      System.clearProperty("spring.datasource.url");
    }
  }

  @Test
  void whatItProposesIsUnderstood() {
    List<String> proposed =
        first
            .out()
            .lines()
            .map(String::strip)
            .filter(line -> line.startsWith("./monthend"))
            .toList();

    assertThat(proposed).hasSizeGreaterThan(8);
    for (String line : proposed) {
      CommandLine parser = MonthendCommand.commandLine();
      String[] words = words(line);
      if (parser.getSubcommands().containsKey(words[0])) {
        assertThat(parser.parseArgs(words).subcommand()).as(line).isNotNull();
      }
    }
  }

  /** The words of a command line of a shell; its quotes are single and stand around whole words. */
  private static String[] words(String line) {
    String arguments = line.substring(line.indexOf(' ') + 1);
    return Pattern.compile("'([^']*)'|(\\S+)")
        .matcher(arguments)
        .results()
        .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
        .toArray(String[]::new);
  }

  private static Run demo(String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("demo", "--no-web", "--folder", folder.toString()));
    arguments.addAll(List.of(more));
    return run(arguments.toArray(String[]::new));
  }

  private static Run run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode =
        MonthendCommand.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    return new Run(exitCode, out.toString(), err.toString());
  }

  private static void execute(EmbeddedServer server, String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(server.jdbcUrl(), server.username(), server.password());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String read(String month, String file) throws IOException {
    return Files.readString(new DemoFiles(folder).output(PayMonth.of(month)).resolve(file));
  }

  /** What stands in a column in any of the months. */
  private static Set<String> column(String file, int column) throws IOException {
    Set<String> values = new TreeSet<>();
    for (PayMonth month : DemoFiles.months()) {
      Csv.read(new DemoFiles(folder).output(month).resolve(file)).stream()
          .skip(1)
          .forEach(row -> values.add(row.get(column)));
    }
    return values;
  }
}
