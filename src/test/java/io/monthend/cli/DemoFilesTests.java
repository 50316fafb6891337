package io.monthend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.monthend.kernel.PayMonth;
import io.monthend.leave.Half;
import io.monthend.rulebook.LeaveType;
import io.monthend.rulebook.RuleBook;
import io.monthend.rulebook.RuleBooks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo company as it comes with the program, and how it is unpacked. */
class DemoFilesTests {

  private static final long MOST_BYTES = 1_500_000;

  @TempDir private Path folder = Path.of("");
  private DemoFiles files = new DemoFiles(folder);

  /** A row of the table of stories. */
  private record Story(String employeeNo, PayMonth month, List<String> rules) {}

  @BeforeEach
  void unpack() throws IOException {
    files = new DemoFiles(folder.resolve("demo"));
    assertThat(files.unpack(false)).isEmpty();
  }

  @Test
  void itHasThreeMonthsOnEnd() {
    List<PayMonth> months = DemoFiles.months();

    assertThat(months).hasSize(3);
    assertThat(months.get(1).previous()).isEqualTo(months.get(0));
    assertThat(months.get(2).previous()).isEqualTo(months.get(1));
  }

  @Test
  void onlyTheFirstMonthBringsAHistory() {
    List<PayMonth> months = DemoFiles.months();

    assertThat(files.input(months.get(0)).resolve("history.csv")).exists();
    assertThat(files.input(months.get(1)).resolve("history.csv")).doesNotExist();
    assertThat(files.input(months.get(2)).resolve("history.csv")).doesNotExist();
  }

  @Test
  void itIsSmall() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      assertThat(all.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum())
          .isLessThan(MOST_BYTES);
    }
  }

  @Test
  void everybodyHasAStoryAndNobodyElseHas() throws IOException {
    assertThat(stories()).extracting(Story::employeeNo).containsAll(employees());
    for (Story story : stories()) {
      assertThat(employees(story.month())).as("%s", story).contains(story.employeeNo());
    }
  }

  @Test
  void theRulesOfTheStoriesAreThoseOfTheRuleBook() throws IOException {
    RuleBook book = ruleBook();
    for (Story story : stories()) {
      assertThat(story.rules()).as("%s", story).isNotEmpty();
      for (String rule : story.rules()) {
        assertThat(
                rule.startsWith("D:")
                    ? book.incidents().find(rule.substring(2)).isPresent()
                    : book.labels().clauses().containsKey(rule))
            .as("%s of %s", rule, story)
            .isTrue();
      }
    }
  }

  @Test
  void everyIncidentThatPeopleRecordHappens() throws IOException {
    Set<String> recordable = new HashSet<>();
    ruleBook()
        .incidents()
        .items()
        .forEach((code, item) -> {
          if (!item.derived()) {
            recordable.add(code);
          }
        });

    assertThat(values("incidents.csv", "code")).containsAll(recordable);
  }

  @Test
  void everyTypeOfLeaveIsTaken() throws IOException {
    List<String> types = Stream.of(LeaveType.values()).map(Enum::name).toList();

    assertThat(values("leaves.csv", "type")).containsAll(types);
    assertThat(values("leaves.csv", "from_half"))
        .containsAll(Stream.of(Half.values()).map(Enum::name).toList());
  }

  @Test
  void anIncidentStandsInOneMonthsFileOnly() throws IOException {
    assertThat(values("incidents.csv", "incident_no")).doesNotHaveDuplicates();
  }

  @Test
  void aLeaveNumberMeansTheSameLeaveInEveryMonth() throws IOException {
    Map<String, List<String>> known = new HashMap<>();
    for (NamedCsvRecord leave : rows("leaves.csv")) {
      List<String> before = known.put(leave.getField("leave_no"), leave.getFields());
      assertThat(before == null ? leave.getFields() : before).isEqualTo(leave.getFields());
    }
  }

  @Test
  void aFileThatSomebodyChangedStaysAndIsNamed() throws IOException {
    Path exams = files.input(DemoFiles.months().getFirst()).resolve("exams.csv");
    Files.writeString(exams, "mine");

    assertThat(files.unpack(false)).containsExactly(exams);
    assertThat(exams).hasContent("mine");
  }

  @Test
  void aMissingFileComesBack() throws IOException {
    Path exams = files.input(DemoFiles.months().getFirst()).resolve("exams.csv");
    Files.delete(exams);

    assertThat(files.unpack(false)).isEmpty();
    assertThat(exams).exists();
  }

  @Test
  void anewPutsItsOwnFilesBackAndTouchesNoOther() throws IOException {
    Path exams = files.input(DemoFiles.months().getFirst()).resolve("exams.csv");
    String original = Files.readString(exams);
    Files.writeString(exams, "mine");
    Path notes = Files.writeString(exams.resolveSibling("notes.txt"), "mine");

    assertThat(files.unpack(true)).isEmpty();
    assertThat(exams).hasContent(original);
    assertThat(notes).hasContent("mine");
  }

  private List<Story> stories() throws IOException {
    return Files.readAllLines(files.stories()).stream()
        .filter(line -> line.startsWith("| E"))
        .map(line -> line.split(" *\\| *", -1))
        .map(cells ->
            new Story(
                cells[1].substring(0, cells[1].indexOf(' ')),
                PayMonth.of(cells[2]),
                List.of(cells[4].split(", ", -1))))
        .toList();
  }

  private Set<String> employees() throws IOException {
    Set<String> all = new HashSet<>();
    for (PayMonth month : DemoFiles.months()) {
      all.addAll(employees(month));
    }
    return all;
  }

  private List<String> employees(PayMonth month) throws IOException {
    return rows(month, "employees.csv").stream().map(row -> row.getField("employee_no")).toList();
  }

  private List<String> values(String file, String column) throws IOException {
    return rows(file).stream().map(row -> row.getField(column)).toList();
  }

  private List<NamedCsvRecord> rows(String file) throws IOException {
    List<NamedCsvRecord> all = new ArrayList<>();
    for (PayMonth month : DemoFiles.months()) {
      all.addAll(rows(month, file));
    }
    return all;
  }

  private List<NamedCsvRecord> rows(PayMonth month, String file) throws IOException {
    try (CsvReader<NamedCsvRecord> csv =
        CsvReader.builder().ofNamedCsvRecord(files.input(month).resolve(file))) {
      return csv.stream().toList();
    }
  }

  private static RuleBook ruleBook() {
    return RuleBooks.bundled().inEffect(DemoFiles.months().getFirst()).orElseThrow().book();
  }
}
