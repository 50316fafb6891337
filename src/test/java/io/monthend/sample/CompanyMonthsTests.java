package io.monthend.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One company through seven months, over a turn of the year and a February. */
class CompanyMonthsTests {

  private static final YearMonth FIRST = YearMonth.of(2026, 8);
  private static final int EMPLOYEES = 500;
  private static final List<String> KNOWN_LATER =
      List.of("notice_date", "last_day", "leaving", "notice_waived");

  private static final List<GeneratedMonth> MONTHS = new ArrayList<>();

  @TempDir static Path folder = Path.of("");

  @BeforeAll
  static void writeMonths() throws IOException {
    MONTHS.clear();
    Company company = Company.of(99, EMPLOYEES, FIRST);
    for (int i = 0; i < 7; i++) {
      MONTHS.add(GeneratedMonth.write(company, FIRST.plusMonths(i), folder));
    }
  }

  @Test
  void theImportTakesEveryMonth() {
    assertThat(MONTHS).allSatisfy(month -> assertThat(month.findings()).isEmpty());
  }

  @Test
  void thereAreAsManyPeopleInEveryMonthAndAboutThreeInAHundredChange() {
    int left = 0;
    for (int i = 1; i < MONTHS.size(); i++) {
      Set<String> before = MONTHS.get(i - 1).employees().keySet();
      Set<String> now = MONTHS.get(i).employees().keySet();
      assertThat(now).hasSize(EMPLOYEES);
      Set<String> gone = new HashSet<>(before);
      gone.removeAll(now);
      left += gone.size();
    }
    assertThat(left / (MONTHS.size() - 1.0)).isBetween(0.02 * EMPLOYEES, 0.04 * EMPLOYEES);
  }

  @Test
  void whoIsGoneHadALastDayAndWhoIsNewWasHiredInTheMonth() {
    for (int i = 1; i < MONTHS.size(); i++) {
      GeneratedMonth before = MONTHS.get(i - 1);
      GeneratedMonth now = MONTHS.get(i);
      Set<String> stayed = now.employees().keySet();
      before
          .employees()
          .forEach((number, row) -> {
            if (!stayed.contains(number)) {
              assertThat(cell(row, "last_day")).startsWith(before.month().toString());
            }
          });
      Set<String> known = before.employees().keySet();
      now.employees()
          .forEach((number, row) -> {
            if (!known.contains(number)) {
              assertThat(cell(row, "hire_date")).startsWith(now.month().toString());
            }
          });
    }
  }

  @Test
  void aPersonStaysTheSameButForALeavingThatBecomesKnown() {
    for (int i = 1; i < MONTHS.size(); i++) {
      Map<String, Map<String, String>> now = MONTHS.get(i).employees();
      MONTHS
          .get(i - 1)
          .employees()
          .forEach((number, row) -> {
            Map<String, String> later = now.get(number);
            if (later != null) {
              row.forEach((column, value) -> {
                if (!KNOWN_LATER.contains(column) || !cell(row, "last_day").isEmpty()) {
                  assertThat(later).containsEntry(column, value);
                }
              });
            }
          });
    }
  }

  @Test
  void anEmployeeNumberIsNeverGivenTwice() {
    Map<String, String> holders = new HashMap<>();
    for (GeneratedMonth month : MONTHS) {
      month
          .employees()
          .forEach((number, row) -> {
            String person = cell(row, "name") + cell(row, "hire_date");
            assertThat(Objects.requireNonNullElse(holders.putIfAbsent(number, person), person))
                .isEqualTo(person);
          });
    }
    assertThat(holders.size()).isGreaterThan(EMPLOYEES);
  }

  @Test
  void anIncidentNumberOccursInOneMonthOnly() {
    Set<String> numbers = new HashSet<>();
    for (GeneratedMonth month : MONTHS) {
      assertThat(month.table("incidents.csv").column("incident_no")).allMatch(numbers::add);
    }
  }

  @Test
  void aLeaveNumberMeansTheSameLeaveInEveryMonthItTouches() {
    Map<String, Map<String, String>> leaves = new HashMap<>();
    int again = 0;
    for (GeneratedMonth month : MONTHS) {
      for (Map<String, String> row : month.rows("leaves.csv")) {
        Map<String, String> known = leaves.putIfAbsent(cell(row, "leave_no"), row);
        if (known != null) {
          assertThat(row).isEqualTo(known);
          again++;
        }
      }
    }
    assertThat(again).isPositive();
  }

  @Test
  void neighbouringMonthsTellTheSameOfTheDaysTheyShare() {
    for (int i = 1; i < MONTHS.size(); i++) {
      assertSharedRows(MONTHS.get(i - 1), MONTHS.get(i), "roster.csv", "date");
      assertSharedRows(MONTHS.get(i), MONTHS.get(i - 1), "roster.csv", "date");
      assertSharedRows(MONTHS.get(i - 1), MONTHS.get(i), "punches.csv", "at");
      assertSharedRows(MONTHS.get(i), MONTHS.get(i - 1), "punches.csv", "at");
    }
  }

  @Test
  void aLeaveOverTheMonthsEndBringsItsRosterAlong() {
    GeneratedMonth month = MONTHS.getFirst();
    Set<String> shifts = new HashSet<>();
    month
        .rows("roster.csv")
        .forEach(row -> shifts.add(cell(row, "employee_no") + cell(row, "date")));
    YearMonth next = FIRST.plusMonths(1);
    GeneratedMonth after = MONTHS.get(1);
    Set<String> over = new HashSet<>();
    month.rows("leaves.csv").stream()
        .filter(row -> cell(row, "to_date").startsWith(next.toString()))
        .filter(row -> !cell(row, "type").equals("MATERNITY"))
        .forEach(row -> over.add(cell(row, "employee_no") + cell(row, "to_date")));
    assertThat(over).isNotEmpty();
    assertThat(after.rows("roster.csv"))
        .map(row -> cell(row, "employee_no") + cell(row, "date"))
        .filteredOn(over::contains)
        .isNotEmpty()
        .allMatch(shifts::contains);
  }

  @Test
  void onlyTheFirstMonthHasAHistory() {
    assertThat(MONTHS.getFirst().folder().resolve("history.csv")).isNotEmptyFile();
    assertThat(MONTHS.subList(1, MONTHS.size()))
        .allSatisfy(month -> {
          assertThat(month.folder().resolve("history.csv")).doesNotExist();
          assertThat(month.written().rows()).doesNotContainKey("history.csv");
        });
  }

  @Test
  void aHistoryOfAnEarlierWritingIsTakenAway(@TempDir Path again) throws IOException {
    YearMonth second = FIRST.plusMonths(1);
    Path stale = Files.createDirectories(again.resolve(second.toString())).resolve("history.csv");
    Files.writeString(stale, "employee_no,month,score,last\n");
    GeneratedMonth.write(Company.of(99, 10, FIRST), second, again);
    assertThat(stale).doesNotExist();
  }

  /** Rows of the first month that are dated in the second stand there too. */
  private static void assertSharedRows(
      GeneratedMonth one, GeneratedMonth other, String file, String column) {
    Set<Map<String, String>> there = new HashSet<>(other.rows(file));
    Set<String> known = other.employees().keySet();
    List<Map<String, String>> shared =
        one.rows(file).stream()
            .filter(row -> cell(row, column).startsWith(other.month().toString()))
            .filter(row -> known.contains(cell(row, "employee_no")))
            .toList();
    assertThat(shared).isNotEmpty().allMatch(there::contains);
  }

  private static String cell(Map<String, String> row, String column) {
    return row.getOrDefault(column, "");
  }
}
