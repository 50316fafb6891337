package io.monthend.closing;

import io.monthend.conduct.RecordedIncident;
import io.monthend.evaluation.Exam;
import io.monthend.evaluation.KeyFigures;
import io.monthend.kernel.Money;
import io.monthend.kernel.PayMonth;
import io.monthend.kernel.Position;
import io.monthend.leave.Half;
import io.monthend.leave.Leave;
import io.monthend.leave.LeaveRequest;
import io.monthend.payroll.CashPayment;
import io.monthend.people.Employee;
import io.monthend.people.Leaving;
import io.monthend.roster.RosteredShift;
import io.monthend.rulebook.CatalogueItem;
import io.monthend.rulebook.CatalogueItem.Compensation;
import io.monthend.rulebook.LeaveType;
import io.monthend.rulebook.RuleBook;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The facts of an example, as people tell them. What is left out is ordinary: a customer-service
 * representative since 2024 on 5400 a month, in October 2026, on day shifts from Monday to
 * Saturday, on time.
 *
 * @param roster by shift: a list of dates, {@code all working days} or {@code every day}
 * @param punches by the date of the shift; a shift without an entry was worked on time
 * @param absent dates of shifts without any punch
 * @param best the best key figures of all evaluated staff; absent = nobody's
 */
record ExampleFacts(
    @Nullable Worker worker,
    @Nullable String month,
    @Nullable Map<String, JsonNode> roster,
    @Nullable Map<LocalDate, List<String>> punches,
    @Nullable List<LocalDate> absent,
    @Nullable List<LeaveTaken> leaves,
    @Nullable List<Recorded> incidents,
    @Nullable List<ExamTaken> exams,
    @Nullable KeyFigures kpis,
    KeyFigures.@Nullable Best best,
    @Nullable BigDecimal bonus,
    @Nullable List<Payment> payments) {

  private static final String NEXT_DAY = "next day ";

  /** A person's terms; those left out are ordinary or do not apply. */
  record Worker(
      @Nullable BigDecimal base,
      @Nullable Position position,
      @Nullable LocalDate hired,
      @Nullable LocalDate trainedUntil,
      @Nullable LocalDate probationUntil,
      @Nullable LocalDate noticeOn,
      @Nullable LocalDate lastDay,
      @Nullable Leaving leaving,
      @Nullable Boolean noticeWaived) {

    static final Worker ORDINARY = new Worker(null, null, null, null, null, null, null, null, null);

    Employee employee() {
      return new Employee(
          "E",
          "A worker",
          "One",
          Objects.requireNonNullElse(position, Position.CSR),
          Objects.requireNonNullElse(hired, LocalDate.of(2024, 3, 1)),
          trainedUntil,
          probationUntil,
          Money.of(Objects.requireNonNullElse(base, new BigDecimal("5400"))),
          noticeOn,
          lastDay,
          leaving,
          Boolean.TRUE.equals(noticeWaived));
    }
  }

  /**
   * A leave {@code on} one date, or {@code from} one {@code to} another; a date may be followed by
   * AM or PM, without it is whole.
   */
  record LeaveTaken(
      LeaveType type,
      @Nullable String on,
      @Nullable String from,
      @Nullable String to,
      @Nullable Boolean certificate,
      @Nullable Boolean approved) {

    LeaveRequest request(String leaveNo) {
      String first = Objects.requireNonNull(on == null ? from : on, "`on` or `from` is missing");
      String last = Objects.requireNonNull(on == null ? to : on, "`to` is missing");
      Leave leave =
          new Leave(
              leaveNo,
              type,
              LocalDate.parse(first.substring(0, 10)),
              first.endsWith(" PM") ? Half.PM : Half.AM,
              LocalDate.parse(last.substring(0, 10)),
              last.endsWith(" AM") ? Half.AM : Half.PM,
              Boolean.TRUE.equals(certificate));
      return new LeaveRequest(leave, !Boolean.FALSE.equals(approved));
    }
  }

  /** An incident as it was recorded. */
  record Recorded(
      LocalDate on,
      String code,
      @Nullable Integer minutes,
      @Nullable Integer points,
      @Nullable BigDecimal amount,
      @Nullable String note) {}

  /** An exam and its result. */
  record ExamTaken(LocalDate on, BigDecimal score) {}

  /** Cash paid for a fine. */
  record Payment(LocalDate on, String code, BigDecimal amount) {}

  PayMonth payMonth() {
    return PayMonth.of(month == null ? "2026-10" : month);
  }

  KeyFigures.Best bestOfAll() {
    return best == null ? new KeyFigures.Best(null, null) : best;
  }

  /** Refuses incidents that nobody could have recorded under this rule book. */
  void requireRecordable(RuleBook rulebook) {
    for (Recorded incident : orEmpty(incidents)) {
      CatalogueItem item = rulebook.incidents().item(incident.code());
      boolean fits =
          !item.derived()
              && item.needsMinutes() == (incident.minutes() != null)
              && (item.compensation() != null || incident.amount() == null)
              && (item.compensation() != Compensation.REQUIRED || incident.amount() != null)
              && (incident.points() == null
                  || (item.points() != null && item.points().contains(incident.points())));
      if (!fits) {
        throw new IllegalArgumentException("The catalogue does not take " + incident);
      }
    }
  }

  /** The same facts as the settlement takes them. */
  PersonMonth personMonth(RuleBook rulebook) {
    Employee employee = (worker == null ? Worker.ORDINARY : worker).employee();
    List<RosteredShift> shifts = shifts(employee);
    return new PersonMonth(
        employee,
        shifts,
        punchTimes(shifts, rulebook),
        numbered(leaves, "L", LeaveTaken::request).stream()
            .filter(LeaveRequest::approved)
            .map(LeaveRequest::leave)
            .toList(),
        numbered(incidents, "I", ExampleFacts::incident),
        orEmpty(exams).stream().map(exam -> new Exam(exam.on(), exam.score())).toList(),
        kpis,
        bonus == null ? null : Money.of(bonus),
        orEmpty(payments).stream()
            .map(paid -> new CashPayment(paid.on(), paid.code(), Money.of(paid.amount())))
            .toList(),
        List.of());
  }

  private List<RosteredShift> shifts(Employee employee) {
    if (roster == null) {
      return workingDays(employee).map(date -> new RosteredShift(date, "D")).toList();
    }
    List<RosteredShift> shifts = new ArrayList<>();
    roster.forEach((shift, dates) ->
        dates(dates, employee).forEach(date -> shifts.add(new RosteredShift(date, shift))));
    shifts.sort(Comparator.comparing(RosteredShift::date));
    return shifts;
  }

  private Stream<LocalDate> dates(JsonNode dates, Employee employee) {
    if (dates.isArray()) {
      return dates.valueStream().map(date -> LocalDate.parse(date.asString()));
    }
    return switch (dates.asString()) {
      case "all working days" -> workingDays(employee);
      case "every day" -> daysEmployed(employee);
      default -> throw new IllegalArgumentException("No dates for a roster: " + dates);
    };
  }

  private Stream<LocalDate> workingDays(Employee employee) {
    return daysEmployed(employee).filter(date -> date.getDayOfWeek() != DayOfWeek.SUNDAY);
  }

  private Stream<LocalDate> daysEmployed(Employee employee) {
    return payMonth()
        .first()
        .datesUntil(payMonth().last().plusDays(1))
        .filter(employee::isEmployedOn);
  }

  private List<LocalDateTime> punchTimes(List<RosteredShift> shifts, RuleBook rulebook) {
    Map<LocalDate, List<String>> told = punches == null ? Map.of() : punches;
    List<LocalDate> none = orEmpty(absent);
    List<LocalDateTime> times = new ArrayList<>();
    told.forEach((date, punched) -> punched.forEach(text -> times.add(time(date, text))));
    for (RosteredShift shift : shifts) {
      if (!told.containsKey(shift.date()) && !none.contains(shift.date())) {
        shift
            .times(rulebook.workingTime())
            .ifPresent(onTime -> times.addAll(List.of(onTime.start(), onTime.end())));
      }
    }
    if (!shifts.stream().map(RosteredShift::date).toList().containsAll(none)) {
      throw new IllegalArgumentException("Absent on a date without a shift: " + none);
    }
    times.sort(Comparator.naturalOrder());
    return times;
  }

  private static LocalDateTime time(LocalDate date, String text) {
    return text.startsWith(NEXT_DAY)
        ? date.plusDays(1).atTime(LocalTime.parse(text.substring(NEXT_DAY.length())))
        : date.atTime(LocalTime.parse(text));
  }

  private static RecordedIncident incident(Recorded recorded, String no) {
    return new RecordedIncident(
        no,
        recorded.on(),
        recorded.code(),
        recorded.minutes(),
        recorded.points(),
        recorded.amount() == null ? null : Money.of(recorded.amount()),
        recorded.note());
  }

  private interface Numbering<T, R> {
    R give(T fact, String no);
  }

  private static <T, R> List<R> numbered(
      @Nullable List<T> facts, String letter, Numbering<T, R> numbering) {
    List<R> numbered = new ArrayList<>();
    for (T fact : orEmpty(facts)) {
      numbered.add(numbering.give(fact, letter + (numbered.size() + 1)));
    }
    return numbered;
  }

  private static <T> List<T> orEmpty(@Nullable List<T> facts) {
    return facts == null ? List.of() : facts;
  }
}
