package io.monthend.exchange;

import io.monthend.attendance.Punches;
import io.monthend.conduct.Incidents;
import io.monthend.evaluation.Exam;
import io.monthend.evaluation.Exams;
import io.monthend.evaluation.KeyFigureRecords;
import io.monthend.evaluation.KeyFigures;
import io.monthend.evaluation.PastEvaluation;
import io.monthend.evaluation.PastEvaluations;
import io.monthend.kernel.Money;
import io.monthend.kernel.PayMonth;
import io.monthend.kernel.Position;
import io.monthend.leave.Half;
import io.monthend.leave.Leave;
import io.monthend.leave.LeaveRequest;
import io.monthend.leave.Leaves;
import io.monthend.leave.OpeningBalance;
import io.monthend.leave.OpeningBalances;
import io.monthend.payroll.Bonuses;
import io.monthend.payroll.CashPayment;
import io.monthend.payroll.CashPayments;
import io.monthend.people.Employee;
import io.monthend.people.Employees;
import io.monthend.people.Facts;
import io.monthend.people.Leaving;
import io.monthend.roster.RosteredShift;
import io.monthend.roster.Rosters;
import io.monthend.rulebook.LeaveType;
import io.monthend.rulebook.RuleBook;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The files of the contract's input, in the order they are read. */
@Component
class InputFiles {

  static final String EMPLOYEES = "employees";

  /** The columns of each file; those that end with * are required. */
  static final Map<String, String> COLUMNS =
      Map.of(
          EMPLOYEES,
          "employee_no* name* team* position* hire_date* training_end probation_end base_salary*"
              + " notice_date last_day leaving notice_waived",
          "roster",
          "employee_no* date* shift*",
          "punches",
          "employee_no* at*",
          "leaves",
          "leave_no* employee_no* type* from_date* from_half* to_date* to_half* certificate approved*",
          "incidents",
          "incident_no* employee_no* date* code* minutes points amount note",
          "exams",
          "employee_no* date* score*",
          "kpis",
          "employee_no* workload* quality* complaint_rate",
          "bonuses",
          "employee_no* amount*",
          "fine_payments",
          "employee_no* date* code* amount*",
          "history",
          "employee_no* month* score* last*");

  private static final Map<String, Position> POSITIONS = Cell.codes(Position.class);
  private static final Map<String, Leaving> LEAVINGS = Cell.codes(Leaving.class);
  private static final Map<String, LeaveType> LEAVE_TYPES = Cell.codes(LeaveType.class);
  private static final Map<String, Half> HALVES = Cell.codes(Half.class);
  private static final Map<String, LeaveType> BALANCE_TYPES =
      Map.of("ANNUAL", LeaveType.ANNUAL, "COMPENSATORY", LeaveType.COMPENSATORY);
  private static final BigDecimal MOST_DAYS = BigDecimal.valueOf(366);
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Employees employees;
  private final Rosters rosters;
  private final Punches punches;
  private final Leaves leaves;
  private final Incidents incidents;
  private final Exams exams;
  private final KeyFigureRecords keyFigures;
  private final Bonuses bonuses;
  private final CashPayments payments;
  private final PastEvaluations history;
  private final OpeningBalances balances;

  InputFiles(
      Employees employees,
      Rosters rosters,
      Punches punches,
      Leaves leaves,
      Incidents incidents,
      Exams exams,
      KeyFigureRecords keyFigures,
      Bonuses bonuses,
      CashPayments payments,
      PastEvaluations history,
      OpeningBalances balances) {
    this.employees = employees;
    this.rosters = rosters;
    this.punches = punches;
    this.leaves = leaves;
    this.incidents = incidents;
    this.exams = exams;
    this.keyFigures = keyFigures;
    this.bonuses = bonuses;
    this.payments = payments;
    this.history = history;
    this.balances = balances;
  }

  /** The files for a month under a rule book. */
  List<InputFile<?>> of(PayMonth month, RuleBook rulebook) {
    IncidentRow incident = new IncidentRow(month, rulebook.incidents());
    return List.of(
        file(EMPLOYEES, employees, InputFiles::employee),
        file("roster", rosters, row -> shift(row, rulebook)),
        file("punches", punches, row -> row.required("at", Cell::time)),
        file("leaves", leaves, InputFiles::leave),
        file("incidents", incidents, incident::read),
        file("exams", exams, InputFiles::exam),
        file("kpis", keyFigures, InputFiles::keyFigures),
        file("bonuses", bonuses, row -> bonus(row, rulebook)),
        file("fine_payments", payments, row -> payment(row, rulebook)),
        file("history", history, row -> past(row, month, rulebook)));
  }

  private static <T> InputFile<T> file(
      String name, Facts<T> facts, Function<Row, @Nullable T> parser) {
    return InputFile.<T>of(name, Objects.requireNonNull(COLUMNS.get(name), name), facts, parser);
  }

  /**
   * The files that can be imported.
   *
   * @param month of those that do not say theirs; null = there are none of these
   */
  List<InputFile<?>> ofImport(@Nullable PayMonth month, RuleBook rulebook) {
    PayMonth last = month == null ? PayMonth.of(PayMonth.LATEST_DATE) : month;
    return Stream.concat(
            of(last, rulebook).stream(),
            Stream.of(
                InputFile.of(
                    "balances", "employee_no* type* as_of* days*", balances, InputFiles::balance)))
        .toList();
  }

  private static @Nullable OpeningBalance balance(Row row) {
    LeaveType type = row.required("type", text -> Cell.code(text, BALANCE_TYPES));
    LocalDate asOf = row.required("as_of", Cell::date);
    BigDecimal days = row.required("days", text -> Cell.decimal(text, MOST_DAYS, 1));
    BigDecimal halves = days == null ? BigDecimal.ZERO : days.multiply(BigDecimal.TWO);
    if (halves.stripTrailingZeros().scale() > 0) {
      row.fault("days", "not in steps of half a day; write it like 7.5");
    }
    return type == null || asOf == null || days == null || !row.isSound()
        ? null
        : new OpeningBalance(type, asOf, halves.intValueExact());
  }

  private static @Nullable Employee employee(Row row) {
    String no = row.required("employee_no", InputFiles::employeeNo);
    String name = row.required("name", InputFiles::text);
    String team = row.required("team", InputFiles::text);
    Position position = row.required("position", text -> Cell.code(text, POSITIONS));
    LocalDate hireDate = row.required("hire_date", Cell::date);
    LocalDate trainingEnd = row.optional("training_end", Cell::date);
    LocalDate probationEnd = row.optional("probation_end", Cell::date);
    Money base = row.required("base_salary", Cell::money);
    LocalDate notice = row.optional("notice_date", Cell::date);
    LocalDate lastDay = row.optional("last_day", Cell::date);
    Leaving leaving = row.optional("leaving", text -> Cell.code(text, LEAVINGS));
    Boolean waived = row.optional("notice_waived", Cell::flag);
    if (base != null && base.signum() <= 0) {
      row.fault("base_salary", "must be above 0");
    }
    if (hireDate != null && lastDay != null && lastDay.isBefore(hireDate)) {
      row.fault("last_day", "lies before the hire date " + hireDate);
    }
    if (notice != null && lastDay != null && notice.isAfter(lastDay)) {
      row.fault("notice_date", "lies after the last day " + lastDay);
    }
    if (no == null
        || name == null
        || team == null
        || position == null
        || hireDate == null
        || base == null
        || !row.isSound()) {
      return null;
    }
    return new Employee(
        no,
        name,
        team,
        position,
        hireDate,
        trainingEnd,
        probationEnd,
        base,
        notice,
        lastDay,
        leaving,
        waived != null && waived);
  }

  private static @Nullable RosteredShift shift(Row row, RuleBook rulebook) {
    LocalDate date = row.required("date", Cell::date);
    String shift = row.required("shift", InputFiles::text);
    Map<String, ?> shifts = rulebook.workingTime().shifts();
    if (shift != null && !shifts.containsKey(shift)) {
      row.fault(
          "shift",
          "unknown shift; use one of "
              + String.join(", ", shifts.keySet().stream().sorted().toList()));
    }
    return date == null || shift == null || !row.isSound() ? null : new RosteredShift(date, shift);
  }

  private static @Nullable LeaveRequest leave(Row row) {
    String no = row.required("leave_no", InputFiles::text);
    LeaveType type = row.required("type", text -> Cell.code(text, LEAVE_TYPES));
    LocalDate from = row.required("from_date", Cell::date);
    Half fromHalf = row.required("from_half", text -> Cell.code(text, HALVES));
    LocalDate to = row.required("to_date", Cell::date);
    Half toHalf = row.required("to_half", text -> Cell.code(text, HALVES));
    Boolean certificate = row.optional("certificate", Cell::flag);
    Boolean approved = row.required("approved", Cell::flag);
    if (no == null
        || type == null
        || from == null
        || fromHalf == null
        || to == null
        || toHalf == null
        || approved == null) {
      return null;
    }
    if (to.isBefore(from)) {
      row.fault("to_date", "lies before " + from + ", where the leave begins");
    } else if (to.equals(from) && toHalf.compareTo(fromHalf) < 0) {
      row.fault("to_half", "lies before the half in which the leave begins");
    }
    return row.isSound()
        ? new LeaveRequest(
            new Leave(no, type, from, fromHalf, to, toHalf, certificate != null && certificate),
            approved)
        : null;
  }

  private static @Nullable Exam exam(Row row) {
    LocalDate date = row.required("date", Cell::date);
    BigDecimal score = row.required("score", text -> Cell.decimal(text, HUNDRED, 2));
    return date == null || score == null ? null : new Exam(date, score);
  }

  private static @Nullable KeyFigures keyFigures(Row row) {
    BigDecimal workload = row.required("workload", text -> Cell.decimal(text, Cell.MOST, 6));
    BigDecimal quality = row.required("quality", InputFiles::rate);
    BigDecimal complaintRate = row.optional("complaint_rate", InputFiles::rate);
    return workload == null || quality == null || !row.isSound()
        ? null
        : new KeyFigures(workload, quality, complaintRate);
  }

  private static @Nullable Money bonus(Row row, RuleBook rulebook) {
    Money amount = row.required("amount", Cell::money);
    Money minimum = rulebook.pay().bonus().minimum().cny();
    if (amount != null && amount.compareTo(minimum) < 0) {
      row.fault("amount", "below the least bonus of " + minimum + " (G6)");
    }
    return row.isSound() ? amount : null;
  }

  private static @Nullable CashPayment payment(Row row, RuleBook rulebook) {
    LocalDate date = row.required("date", Cell::date);
    String code = row.required("code", InputFiles::text);
    Money amount = row.required("amount", Cell::money);
    if (code != null
        && !code.equals(CashPayment.ANY_LEAVE_FINE)
        && rulebook.incidents().find(code).isEmpty()) {
      row.fault("code", "unknown code; use one of the catalogue of incidents, or PERSONAL");
    }
    return date == null || code == null || amount == null || !row.isSound()
        ? null
        : new CashPayment(date, code, amount);
  }

  private static @Nullable PastEvaluation past(Row row, PayMonth closing, RuleBook rulebook) {
    PayMonth month = row.required("month", Cell::month);
    int lowest = rulebook.evaluation().lowest().points();
    int highest = rulebook.evaluation().highest().points();
    Integer score = row.required("score", text -> Cell.integer(text, lowest, highest));
    Boolean last = row.required("last", Cell::flag);
    if (month != null && month.compareTo(closing) >= 0) {
      row.fault("month", "not before " + closing + ", the month to close");
    }
    return month == null || score == null || last == null || !row.isSound()
        ? null
        : new PastEvaluation(month, score, last);
  }

  static String employeeNo(String text) {
    return Cell.text(text, Cell.EMPLOYEE_NO_LENGTH);
  }

  static String text(String text) {
    return Cell.text(text, Cell.TEXT_LENGTH);
  }

  private static BigDecimal rate(String text) {
    return Cell.decimal(text, BigDecimal.ONE, 6);
  }
}
