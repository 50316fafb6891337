package io.monthend.closing;

import io.monthend.conduct.RecordedIncident;
import io.monthend.evaluation.Exam;
import io.monthend.evaluation.KeyFigures;
import io.monthend.kernel.Money;
import io.monthend.kernel.PayMonth;
import io.monthend.kernel.Position;
import io.monthend.leave.Half;
import io.monthend.leave.Leave;
import io.monthend.payroll.CashPayment;
import io.monthend.people.Employee;
import io.monthend.people.Leaving;
import io.monthend.roster.RosteredShift;
import io.monthend.rulebook.LeaveType;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A person's month full of trouble, the same for the same seed. */
final class RandomMonth {

  static final PayMonth MONTH = PayMonth.of("2026-10");

  private static final LocalDate FIRST_SHIFT = LocalDate.of(2026, 10, 1);
  private static final List<String> INCIDENTS =
      List.of(
          "CHATTING",
          "UNTIDY_DETAIL",
          "PERSONAL_CALL",
          "LOUD_NOISE",
          "WORK_SKIPPED",
          "MEETING_MISSED",
          "REPORTED_MISCONDUCT",
          "COVER_SHIFT",
          "DRESS_CODE",
          "SLEEPING_ON_DUTY",
          "DATA_ENTRY_ERROR");

  private final Random random;

  private RandomMonth(long seed) {
    random = new Random(seed);
  }

  static PersonMonth of(long seed) {
    return new RandomMonth(seed).make();
  }

  private PersonMonth make() {
    LocalDate lastDay = chance(6) ? LocalDate.of(2026, 10, 10 + random.nextInt(22)) : null;
    Employee employee =
        new Employee(
            "E1",
            "甲",
            "T1",
            oneOf(List.of(Position.values())),
            chance(4) ? LocalDate.of(2026, 8 + random.nextInt(2), 15) : LocalDate.of(2024, 3, 1),
            chance(3) ? LocalDate.of(2026, 9, 20) : null,
            chance(3) ? LocalDate.of(2026, 9 + random.nextInt(3), 28) : null,
            new Money(1 + random.nextInt(2_000_000)),
            lastDay != null && chance(2) ? lastDay.minusDays(random.nextInt(30)) : null,
            lastDay,
            lastDay != null && chance(3) ? Leaving.ENDED : null,
            chance(4));
    List<RosteredShift> roster = roster(lastDay);
    return new PersonMonth(
        employee,
        roster,
        punches(roster),
        leaves(),
        incidents(),
        exams(),
        figures(),
        chance(2) ? new Money(30_000 + random.nextInt(50_000)) : null,
        payments(),
        List.of());
  }

  private List<RosteredShift> roster(@Nullable LocalDate lastDay) {
    List<RosteredShift> roster = new ArrayList<>();
    String shift = oneOf(List.of("D", "A", "B", "C"));
    for (LocalDate date = FIRST_SHIFT; MONTH.contains(date); date = date.plusDays(1)) {
      boolean works = date.equals(FIRST_SHIFT) || date.getDayOfWeek() != DayOfWeek.SUNDAY;
      if (works && (lastDay == null || !date.isAfter(lastDay))) {
        roster.add(new RosteredShift(date, date.equals(FIRST_SHIFT) ? "D" : shift));
      }
    }
    return roster;
  }

  private List<LocalDateTime> punches(List<RosteredShift> roster) {
    List<LocalDateTime> punches = new ArrayList<>();
    for (RosteredShift shift : roster) {
      LocalTime start =
          switch (shift.shift()) {
            case "D" -> LocalTime.of(9, 0);
            case "A" -> LocalTime.of(7, 30);
            case "B" -> LocalTime.of(15, 30);
            default -> LocalTime.of(23, 30);
          };
      LocalDateTime begin = shift.date().atTime(start);
      if (!chance(12)) {
        punches.add(begin.plusMinutes(chance(6) ? random.nextInt(90) : -random.nextInt(20)));
      }
      if (!chance(12)) {
        int length = shift.shift().equals("D") ? 510 : 480;
        punches.add(
            begin.plusMinutes(length + (chance(6) ? -random.nextInt(90) : random.nextInt(20))));
      }
    }
    Collections.sort(punches);
    return punches;
  }

  private List<Leave> leaves() {
    List<Leave> leaves = new ArrayList<>();
    LocalDate from = LocalDate.of(2026, 10, 2);
    for (int i = 0; i < random.nextInt(4); i++) {
      LocalDate begin = from.plusDays(random.nextInt(5));
      LocalDate end = begin.plusDays(random.nextInt(4));
      LeaveType type = oneOf(List.of(LeaveType.values()));
      Half first = chance(2) ? Half.AM : Half.PM;
      leaves.add(new Leave("L" + i, type, begin, first, end, Half.PM, chance(2)));
      from = end.plusDays(1);
    }
    return leaves;
  }

  private List<RecordedIncident> incidents() {
    List<RecordedIncident> incidents = new ArrayList<>();
    for (int i = 0; i < random.nextInt(6); i++) {
      String code = oneOf(INCIDENTS);
      incidents.add(new RecordedIncident("I" + i, day(), code, null, null, null, null));
    }
    if (chance(5)) {
      incidents.add(
          new RecordedIncident("I90", day(), "OFF_POST", 1 + random.nextInt(30), null, null, null));
      incidents.add(
          new RecordedIncident(
              "I91", day(), "MAIL_LOST", null, null, new Money(random.nextInt(100_000)), null));
    }
    return incidents;
  }

  private List<Exam> exams() {
    return chance(2)
        ? List.of(new Exam(day(), BigDecimal.valueOf(random.nextInt(10_001), 2)))
        : List.of();
  }

  private KeyFigures figures() {
    return new KeyFigures(
        BigDecimal.valueOf(random.nextInt(1_000)), BigDecimal.valueOf(0.9), BigDecimal.ZERO);
  }

  private List<CashPayment> payments() {
    return chance(3)
        ? List.of(new CashPayment(day(), "CHATTING", new Money(1 + random.nextInt(2_000))))
        : List.of();
  }

  private LocalDate day() {
    return LocalDate.of(2026, 10, 1 + random.nextInt(10));
  }

  private <T> T oneOf(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  private boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  /**
   * The person with a day shift on the first, out on time and in so late; no leave on that date.
   */
  static PersonMonth lateOnFirstDayShift(PersonMonth person, int lateMinutes) {
    List<LocalDateTime> punches = new ArrayList<>(person.punches());
    punches.removeIf(punch -> punch.toLocalDate().equals(FIRST_SHIFT) && punch.getHour() < 20);
    punches.add(FIRST_SHIFT.atTime(9, 0).plusMinutes(lateMinutes));
    punches.add(FIRST_SHIFT.atTime(17, 45));
    punches.sort(null);
    return withPunches(person, punches);
  }

  static PersonMonth withPunches(PersonMonth person, List<LocalDateTime> punches) {
    return new PersonMonth(
        person.employee(),
        person.roster(),
        punches,
        person.leaves(),
        person.incidents(),
        person.exams(),
        person.keyFigures(),
        person.bonus(),
        person.payments(),
        person.corrections());
  }

  /** The same facts, those without an order of their own in another one. */
  static PersonMonth shuffled(PersonMonth person, Random random) {
    return new PersonMonth(
        person.employee(),
        person.roster(),
        person.punches(),
        shuffled(person.leaves(), random),
        shuffled(person.incidents(), random),
        shuffled(person.exams(), random),
        person.keyFigures(),
        person.bonus(),
        shuffled(person.payments(), random),
        shuffled(person.corrections(), random));
  }

  private static <T> List<T> shuffled(List<T> facts, Random random) {
    List<T> copy = new ArrayList<>(facts);
    Collections.shuffle(copy, random);
    return copy;
  }
}
