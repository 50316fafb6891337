package io.monthend.sample;

import static io.monthend.sample.ContractCatalogue.words;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The contract's list of reasons to reject an input, simple and slow, and written without a look at
 * the generator: what it finds is what an import would refuse.
 */
final class ContractValidator {

  private static final String MOST_MONEY = "10000000";
  private static final int MOST_PUNCHES = 31;
  private static final Set<String> YES_NO = Set.of("Y", "N");
  private static final Set<String> HALVES = Set.of("AM", "PM");

  private final Path folder;
  private final YearMonth month;
  private final List<String> findings = new ArrayList<>();
  private final ContractStaff staff = new ContractStaff();

  private ContractValidator(Path folder, YearMonth month) {
    this.folder = folder;
    this.month = month;
  }

  /** Everything wrong with the files of a month; empty if the import would take them. */
  static List<String> findings(Path folder, YearMonth month) {
    ContractValidator validator = new ContractValidator(folder, month);
    validator.files();
    validator.employees();
    validator.roster();
    validator.punches();
    validator.leaves();
    validator.incidents();
    validator.figures();
    validator.payments();
    return validator.findings;
  }

  private void files() {
    Set<String> known =
        words(
            """
            employees.csv roster.csv punches.csv leaves.csv incidents.csv exams.csv kpis.csv
            bonuses.csv fine_payments.csv history.csv
            """);
    try (Stream<Path> files = Files.list(folder)) {
      files
          .map(file -> file.getFileName().toString())
          .filter(name -> !known.contains(name))
          .forEach(name -> findings.add(name + ": unknown file"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (Files.notExists(folder.resolve("employees.csv"))) {
      findings.add("employees.csv: is not there");
    }
  }

  private void employees() {
    String optional = "training_end probation_end notice_date last_day leaving notice_waived";
    String required = "employee_no name team position hire_date base_salary";
    each(
        "employees.csv",
        required,
        optional,
        row -> {
          row.length("employee_no", 32);
          row.oneOf("position", ContractCatalogue.POSITIONS);
          row.oneOf("leaving", ContractCatalogue.LEAVINGS);
          row.oneOf("notice_waived", YES_NO);
          row.date("training_end");
          row.date("probation_end");
          var salary = row.number("base_salary", "0", MOST_MONEY, 2);
          row.check(salary == null || salary.signum() > 0, "base_salary", "not above 0");
          LocalDate hire = row.date("hire_date");
          LocalDate notice = row.date("notice_date");
          LocalDate last = row.date("last_day");
          row.check(!ContractStaff.isAfter(hire, last), "last_day", "before the hire date");
          row.check(!ContractStaff.isAfter(notice, last), "notice_date", "after the last day");
          staff.add(row);
        });
  }

  private void roster() {
    Map<String, NavigableMap<LocalDate, String>> rosters = new HashMap<>();
    each(
        "roster.csv",
        "employee_no date shift",
        "",
        row -> {
          row.oneOf("shift", Set.of("D", "A", "B", "C"));
          LocalDate date = row.date("date");
          if (date != null && staff.knows(row)) {
            row.check(staff.employed(row, date), "date", "outside the employment");
            var roster = rosters.computeIfAbsent(row.text("employee_no"), no -> new TreeMap<>());
            String twin = roster.put(date, row.text("shift"));
            row.check(twin == null, "date", "duplicate");
          }
        });
    rosters.forEach(this::restBetweenShifts);
  }

  private void restBetweenShifts(String employee, NavigableMap<LocalDate, String> roster) {
    LocalDateTime free = LocalDateTime.MIN;
    for (Map.Entry<LocalDate, String> day : roster.entrySet()) {
      ContractShift shift = ContractShift.of(day.getKey(), day.getValue());
      if (!shift.begin().isAfter(free)) {
        findings.add("roster.csv " + employee + " " + day.getKey() + ": no rest before (A6)");
      }
      free = shift.end();
    }
  }

  private void punches() {
    Map<String, Integer> perDay = new HashMap<>();
    each(
        "punches.csv",
        "employee_no at",
        "",
        row -> {
          LocalDateTime at = row.time("at");
          if (at != null && staff.knows(row)) {
            String day = row.text("employee_no") + at.toLocalDate();
            int count = perDay.merge(day, 1, Integer::sum);
            row.check(count <= MOST_PUNCHES, "at", "more than 31 punches on a day");
          }
        });
  }

  private void leaves() {
    Set<String> numbers = new HashSet<>();
    Map<String, Set<Long>> taken = new HashMap<>();
    String required = "leave_no employee_no type from_date from_half to_date to_half approved";
    each(
        "leaves.csv",
        required,
        "certificate",
        row -> {
          row.length("leave_no", 200);
          row.check(numbers.add(row.text("leave_no")), "leave_no", "duplicate");
          row.oneOf("type", ContractCatalogue.LEAVE_TYPES);
          row.oneOf("from_half", HALVES);
          row.oneOf("to_half", HALVES);
          row.oneOf("certificate", YES_NO);
          row.oneOf("approved", YES_NO);
          LocalDate from = row.date("from_date");
          LocalDate to = row.date("to_date");
          if (staff.knows(row) && from != null && to != null) {
            long begin = 2 * from.toEpochDay() + (row.text("from_half").equals("PM") ? 1 : 0);
            long end = 2 * to.toEpochDay() + (row.text("to_half").equals("PM") ? 1 : 0);
            row.check(begin <= end, "to_date", "ends before it begins");
            if (row.text("approved").equals("Y")) {
              var halves = taken.computeIfAbsent(row.text("employee_no"), no -> new HashSet<>());
              for (long half = begin; half <= end; half++) {
                row.check(halves.add(half), "from_date", "overlaps another approved leave");
              }
            }
          }
        });
  }

  private void incidents() {
    Set<String> numbers = new HashSet<>();
    Set<String> adjusted = new HashSet<>();
    each(
        "incidents.csv",
        "incident_no employee_no date code",
        "minutes points amount note",
        row -> {
          row.length("incident_no", 200);
          row.check(numbers.add(row.text("incident_no")), "incident_no", "duplicate");
          row.length("note", 2000);
          row.oneOf("code", ContractCatalogue.recorded());
          row.number("minutes", "1", "1440", 0);
          row.number("amount", "0", MOST_MONEY, 2);
          String code = row.text("code");
          required(row, "minutes", ContractCatalogue.NEEDS_MINUTES.contains(code), false);
          boolean mayHaveAmount = ContractCatalogue.MAY_HAVE_AMOUNT.contains(code);
          required(row, "amount", ContractCatalogue.NEEDS_AMOUNT.contains(code), mayHaveAmount);
          points(row, code);
          LocalDate date = row.date("date");
          if (date != null && staff.knows(row)) {
            row.check(!date.isAfter(month.atEndOfMonth()), "date", "after the month");
            row.check(staff.employed(row, date), "date", "outside the employment");
            if (code.equals("LEADER_ADJUSTMENT")) {
              String once = row.text("employee_no") + YearMonth.from(date);
              row.check(adjusted.add(once), "code", "a second adjustment in the month");
              leader(row);
            }
          }
        });
  }

  private void leader(ContractRow row) {
    boolean isLeader = staff.position(row).equals("LEADER");
    row.check(isLeader, "code", "an adjustment for someone who is no leader");
    row.check(row.has("points"), "points", "an adjustment without points");
    row.check(row.has("note"), "note", "an adjustment without a note");
  }

  private static void points(ContractRow row, String code) {
    ContractCatalogue.Range range = ContractCatalogue.points(code);
    var points = row.number("points", "-5", "20", 0);
    if (range != null && points != null) {
      boolean none = range.lowest() == 0 && range.highest() == 0;
      row.check(!none && range.contains(points.intValue()), "points", "not of this code");
    }
  }

  private static void required(ContractRow row, String column, boolean needed, boolean allowed) {
    row.check(!needed || row.has(column), column, "missing");
    row.check(needed || allowed || !row.has(column), column, "given where there is none");
  }

  private void figures() {
    each(
        "exams.csv",
        "employee_no date score",
        "",
        row -> {
          row.date("date");
          row.number("score", "0", "100", 2);
          staff.knows(row);
        });
    Set<String> measured = new HashSet<>();
    each(
        "kpis.csv",
        "employee_no workload quality",
        "complaint_rate",
        row -> {
          row.number("workload", "0", MOST_MONEY, 6);
          row.number("quality", "0", "1", 6);
          row.number("complaint_rate", "0", "1", 6);
          row.check(measured.add(row.text("employee_no")), "employee_no", "duplicate");
          staff.knows(row);
        });
    Set<String> evaluated = new HashSet<>();
    each(
        "history.csv",
        "employee_no month score last",
        "",
        row -> {
          row.number("score", "0", "110", 0);
          row.oneOf("last", YES_NO);
          YearMonth of = row.month("month");
          row.check(of == null || of.isBefore(month), "month", "not before this month");
          String once = row.text("employee_no") + row.text("month");
          row.check(evaluated.add(once), "month", "duplicate");
          staff.knows(row);
        });
  }

  private void payments() {
    Set<String> paid = new HashSet<>();
    each(
        "bonuses.csv",
        "employee_no amount",
        "",
        row -> {
          row.number("amount", "300", MOST_MONEY, 2);
          row.check(paid.add(row.text("employee_no")), "employee_no", "duplicate");
          boolean entitled =
              staff.knows(row) && Set.of("MANAGER", "ASSISTANT").contains(staff.position(row));
          row.check(entitled, "employee_no", "no position with a bonus");
        });
    Set<String> codes = new HashSet<>(ContractCatalogue.recorded());
    codes.addAll(ContractCatalogue.DERIVED);
    codes.add("PERSONAL");
    each(
        "fine_payments.csv",
        "employee_no date code amount",
        "",
        row -> {
          row.date("date");
          row.oneOf("code", codes);
          row.number("amount", "0", MOST_MONEY, 2);
          staff.knows(row);
        });
  }

  private void each(String file, String required, String optional, Consumer<ContractRow> check) {
    ContractFile.of(file, required, optional).examine(folder, findings, check);
  }
}
