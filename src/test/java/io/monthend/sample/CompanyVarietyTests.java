package io.monthend.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens among five thousand people in one month. */
class CompanyVarietyTests {

  private static final YearMonth OCTOBER = YearMonth.of(2026, 10);

  @TempDir static Path folder = Path.of("");

  private static GeneratedMonth company =
      new GeneratedMonth(Company.of(2026, 5000, OCTOBER), OCTOBER, folder, Written.NOTHING);

  @BeforeAll
  static void writeCompany() throws IOException {
    company = GeneratedMonth.write(Company.of(2026, 5000, OCTOBER), OCTOBER, folder);
  }

  @Test
  void theImportTakesThemAll() {
    assertThat(company.findings()).isEmpty();
  }

  @Test
  void everyCodeOccurs() {
    assertThat(values("incidents.csv", "code"))
        .containsExactlyInAnyOrderElementsOf(ContractCatalogue.recorded());
    assertThat(values("leaves.csv", "type"))
        .containsExactlyInAnyOrderElementsOf(ContractCatalogue.LEAVE_TYPES);
    assertThat(values("employees.csv", "position"))
        .containsExactlyInAnyOrderElementsOf(ContractCatalogue.POSITIONS);
    assertThat(values("employees.csv", "leaving"))
        .contains("")
        .containsAll(ContractCatalogue.LEAVINGS);
    assertThat(values("roster.csv", "shift")).containsExactlyInAnyOrder("A", "B", "C", "D");
    assertThat(values("fine_payments.csv", "code"))
        .contains("PERSONAL", "LATE_OR_EARLY", "CHATTING", "UNTIDY_DETAIL", "PERSONAL_CALL");
  }

  @Test
  void peopleLeaveInEveryWayTheRulesTellApart() {
    assertSomebody("in time", row -> resigned(row) && noticeDays(row) >= 15 && !waived(row));
    assertSomebody("exactly in time", row -> resigned(row) && noticeDays(row) == 15);
    assertSomebody("a day too late", row -> resigned(row) && noticeDays(row) == 14);
    assertSomebody("waived", row -> resigned(row) && noticeDays(row) < 15 && waived(row));
    assertSomebody("without notice", row -> resigned(row) && cell(row, "notice_date").isEmpty());
    assertSomebody("blank way", row -> has(row, "last_day") && cell(row, "leaving").isEmpty());
    assertSomebody(
        "in probation",
        row -> resigned(row) && noticeUntil(row, date(row, "probation_end", LocalDate.MIN)));
    assertSomebody(
        "just after training",
        row ->
            resigned(row)
                && noticeUntil(
                    row, date(row, "training_end", LocalDate.EPOCH).plusMonths(1).minusDays(1)));
    assertSomebody("next month", row -> date(row, "last_day", LocalDate.MIN).isAfter(end()));
    assertSomebody("joined now", row -> date(row, "hire_date", LocalDate.MAX).isAfter(start()));
  }

  @Test
  void leavesComeInEveryForm() {
    assertLeave("half", row -> sameDay(row) && halves(row, "AM", "AM"));
    assertLeave("half after noon", row -> sameDay(row) && halves(row, "PM", "PM"));
    assertLeave("long sick with papers", row -> sick(row) && days(row) >= 2 && is(row, "Y"));
    assertLeave("long sick without", row -> sick(row) && days(row) >= 2 && is(row, "N"));
    assertLeave("long sick, blank", row -> sick(row) && days(row) >= 2 && is(row, ""));
    assertLeave("into the next month", row -> sick(row) && date(row, "to_date").isAfter(end()));
    assertLeave("from the last", row -> date(row, "from_date").isBefore(start()));
    assertLeave("not approved", row -> cell(row, "approved").equals("N"));
    Set<String> forenoons = new HashSet<>();
    company.rows("leaves.csv").stream()
        .filter(row -> sameDay(row) && halves(row, "AM", "AM"))
        .forEach(row -> forenoons.add(cell(row, "employee_no") + cell(row, "from_date")));
    assertLeave(
        "two on one date",
        row ->
            cell(row, "from_half").equals("PM")
                && forenoons.contains(cell(row, "employee_no") + cell(row, "from_date")));
  }

  @Test
  void figuresStandOnBothSidesOfTheirBorders() {
    assertThat(values("exams.csv", "score")).contains("59.99", "60", "59.5", "99.99", "100");
    assertThat(values("kpis.csv", "complaint_rate")).contains("", "0");
    assertThat(values("kpis.csv", "quality")).contains("1");
    assertThat(values("bonuses.csv", "amount")).contains("300");
    assertThat(company.rows("bonuses.csv").size())
        .isLessThan(
            (int) employees(row -> Set.of("MANAGER", "ASSISTANT").contains(cell(row, "position"))));
    assertThat(values("history.csv", "last")).containsExactlyInAnyOrder("Y", "N");
    assertThat(values("history.csv", "month")).containsExactly("2026-09");
    Set<String> minutes = values("incidents.csv", "minutes");
    assertThat(minutes).contains("5", "6", "10", "11", "30", "31");
    assertThat(values("incidents.csv", "points")).contains("", "1", "2", "5", "-5");
  }

  @Test
  void personalCallsReachBackBeforeTheMonth() {
    assertThat(company.rows("incidents.csv"))
        .anyMatch(row ->
            cell(row, "code").equals("PERSONAL_CALL") && date(row, "date").isBefore(start()));
  }

  @Test
  void thePunchesOfAPersonStandInTimeOrderAndNoneTwice() {
    Map<String, String> before = new HashMap<>();
    for (Map<String, String> row : company.rows("punches.csv")) {
      String earlier = before.put(cell(row, "employee_no"), cell(row, "at"));
      assertThat(earlier == null || earlier.compareTo(cell(row, "at")) < 0).isTrue();
    }
  }

  @Test
  void punchesShowWhatADayCanBring() {
    Map<String, Set<LocalDateTime>> punches = new HashMap<>();
    for (Map<String, String> row : company.rows("punches.csv")) {
      punches
          .computeIfAbsent(cell(row, "employee_no"), no -> new TreeSet<>())
          .add(LocalDateTime.parse(cell(row, "at")));
    }
    Map<String, Integer> seen = new HashMap<>();
    int shifts = 0;
    for (Map<String, String> row : company.rows("roster.csv")) {
      ContractShift shift = ContractShift.of(date(row, "date"), cell(row, "shift"));
      Set<LocalDateTime> own = punches.getOrDefault(cell(row, "employee_no"), Set.of());
      look(shift, own, seen);
      shifts++;
    }
    assertThat(share(seen, "none", shifts)).isBetween(0.01, 0.05);
    assertThat(share(seen, "one side", shifts)).isBetween(0.002, 0.02);
    assertThat(share(seen, "late", shifts)).isBetween(0.005, 0.04);
    assertThat(share(seen, "early", shifts)).isBetween(0.005, 0.04);
    assertThat(share(seen, "in the very minute", shifts)).isBetween(0.01, 0.05);
    assertThat(share(seen, "twice", shifts)).isBetween(0.005, 0.05);
  }

  /** Notes what can be said of a shift without the rules of matching. */
  private static void look(
      ContractShift shift, Set<LocalDateTime> punches, Map<String, Integer> seen) {
    List<LocalDateTime> own =
        punches.stream()
            .filter(at -> at.isAfter(shift.begin().minusHours(1)))
            .filter(at -> at.isBefore(shift.end().plusHours(1)))
            .toList();
    if (own.isEmpty()) {
      seen.merge("none", 1, Integer::sum);
      return;
    }
    LocalDateTime in = own.getFirst();
    LocalDateTime out = own.getLast();
    count(seen, "one side", ChronoUnit.SECONDS.between(in, out) < 120);
    count(seen, "late", !in.isBefore(shift.begin().plusMinutes(1)) && own.size() > 1);
    count(seen, "early", out.isBefore(shift.end()) && own.size() > 1);
    count(seen, "in the very minute", in.truncatedTo(ChronoUnit.MINUTES).equals(shift.begin()));
    count(seen, "twice", own.size() > 2 && ChronoUnit.SECONDS.between(in, own.get(1)) < 120);
  }

  private static void count(Map<String, Integer> seen, String what, boolean holds) {
    if (holds) {
      seen.merge(what, 1, Integer::sum);
    }
  }

  private static double share(Map<String, Integer> seen, String what, int of) {
    return seen.getOrDefault(what, 0) / (double) of;
  }

  private static Set<String> values(String file, String column) {
    return new TreeSet<>(company.table(file).column(column));
  }

  private static long employees(Predicate<Map<String, String>> condition) {
    return company.rows("employees.csv").stream().filter(condition).count();
  }

  private static void assertSomebody(String who, Predicate<Map<String, String>> condition) {
    assertThat(employees(condition)).as(who).isPositive();
  }

  private static void assertLeave(String which, Predicate<Map<String, String>> condition) {
    assertThat(company.rows("leaves.csv")).as(which).anyMatch(condition);
  }

  private static boolean resigned(Map<String, String> row) {
    return cell(row, "leaving").equals("RESIGNED");
  }

  private static boolean waived(Map<String, String> row) {
    return cell(row, "notice_waived").equals("Y");
  }

  private static long noticeDays(Map<String, String> row) {
    return ChronoUnit.DAYS.between(
        date(row, "notice_date", date(row, "last_day")), date(row, "last_day"));
  }

  private static boolean noticeUntil(Map<String, String> row, LocalDate last) {
    return !date(row, "notice_date", LocalDate.MAX).isAfter(last);
  }

  private static boolean sick(Map<String, String> row) {
    return cell(row, "type").equals("SICK") && cell(row, "approved").equals("Y");
  }

  private static boolean is(Map<String, String> row, String certificate) {
    return cell(row, "certificate").equals(certificate);
  }

  private static boolean sameDay(Map<String, String> row) {
    return cell(row, "from_date").equals(cell(row, "to_date"));
  }

  private static boolean halves(Map<String, String> row, String from, String to) {
    return cell(row, "from_half").equals(from) && cell(row, "to_half").equals(to);
  }

  private static long days(Map<String, String> row) {
    return ChronoUnit.DAYS.between(date(row, "from_date"), date(row, "to_date"));
  }

  private static LocalDate start() {
    return OCTOBER.atDay(1);
  }

  private static LocalDate end() {
    return OCTOBER.atEndOfMonth();
  }

  private static boolean has(Map<String, String> row, String column) {
    return !cell(row, column).isEmpty();
  }

  private static LocalDate date(Map<String, String> row, String column) {
    return LocalDate.parse(cell(row, column));
  }

  private static LocalDate date(Map<String, String> row, String column, LocalDate otherwise) {
    return has(row, column) ? date(row, column) : otherwise;
  }

  private static String cell(Map<String, String> row, String column) {
    return row.getOrDefault(column, "");
  }
}
