package io.monthend.closing;

import io.monthend.attendance.Attendance;
import io.monthend.attendance.AttendanceDay;
import io.monthend.closing.ReviewItem.Kind;
import io.monthend.closing.Settlement.Blocked;
import io.monthend.closing.Settlement.NotEmployed;
import io.monthend.closing.Settlement.Settled;
import io.monthend.conduct.Conduct;
import io.monthend.conduct.Incident;
import io.monthend.evaluation.Evaluation;
import io.monthend.evaluation.Exam;
import io.monthend.evaluation.KeyFigures;
import io.monthend.kernel.PayMonth;
import io.monthend.kernel.Source;
import io.monthend.leave.LeaveCharge;
import io.monthend.payroll.PayFacts;
import io.monthend.payroll.PayLine;
import io.monthend.payroll.PayNotice;
import io.monthend.payroll.Payslip;
import io.monthend.people.Employee;
import io.monthend.roster.RosteredShift;
import io.monthend.roster.ShiftTimes;
import io.monthend.rulebook.RuleBook;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Settles a person's month: a pure function of the facts, the rule book and the figures that need
 * everyone.
 *
 * @param best the best key figures of all evaluated staff
 */
record Settle(PayMonth month, RuleBook rulebook, KeyFigures.Best best) {

  Settlement settle(PersonMonth person) {
    try {
      return exactly(person);
    } catch (ArithmeticException e) {
      return new Blocked(person.employee(), notCountable(e));
    }
  }

  /** Amounts are exact: one that cannot be is an exception, and of no concern to anybody else. */
  private Settlement exactly(PersonMonth person) {
    List<ShiftTimes> shifts = new ArrayList<>(person.roster().size());
    for (RosteredShift shift : person.roster()) {
      Optional<ShiftTimes> times = shift.times(rulebook.workingTime());
      if (times.isEmpty()) {
        return new Blocked(person.employee(), noHours(shift));
      }
      shifts.add(times.get());
    }
    return person.employee().isEmployedIn(month)
        ? settle(person, shifts)
        : notEmployed(person, shifts);
  }

  private Settlement notEmployed(PersonMonth person, List<ShiftTimes> shifts) {
    List<ReviewItem> items = new ArrayList<>();
    Attendance attendance = attendanceOf(person, shifts);
    addAttendance(attendance, items);
    person.payments().stream()
        .map(payment -> Source.payment(payment.date(), payment.code()))
        .distinct()
        .map(source -> ReviewItem.of(Kind.UNMATCHED_PAYMENT, source))
        .forEach(items::add);
    return person.corrections().isEmpty()
        ? new NotEmployed(person.employee(), items)
        : corrected(person, attendance, items);
  }

  /** Who has left gets a slip of corrections alone (G13). */
  private static Settlement corrected(
      PersonMonth person, Attendance attendance, List<ReviewItem> items) {
    Payslip payslip = Payslip.ofCorrections(person.corrections());
    payslip.notices().stream().map(Settle::item).forEach(items::add);
    return new Settled(person.employee(), attendance, null, payslip, items);
  }

  private Attendance attendanceOf(PersonMonth person, List<ShiftTimes> shifts) {
    return Attendance.of(month, shifts, person.punches(), person.leaves(), rulebook.attendance());
  }

  private String notCountable(ArithmeticException why) {
    return "An amount of this month cannot be worked out (%s); correct the salary, the amounts or the numbers of rule book %s"
        .formatted(why.getMessage(), rulebook.edition());
  }

  private String noHours(RosteredShift shift) {
    return "Rule book %s has no hours for shift %s on %s; add workingTime.shifts.%s"
        .formatted(rulebook.edition(), shift.shift(), shift.date(), shift.shift());
  }

  private Settlement settle(PersonMonth person, List<ShiftTimes> shifts) {
    Employee employee = person.employee();
    Attendance attendance = attendanceOf(person, shifts);
    List<Incident> incidents =
        Conduct.of(month, person.incidents(), attendance, examResults(person), rulebook);
    Evaluation evaluation =
        rulebook.evaluation().evaluates(employee.position())
            ? Evaluation.of(month, incidents, person.keyFigures(), best, rulebook)
            : null;
    PayFacts facts =
        new PayFacts(
            month,
            employee,
            LeaveCharge.of(month, person.leaves(), person.roster(), rulebook.leave()),
            attendance.days(),
            incidents,
            evaluation,
            person.bonus(),
            person.payments(),
            person.corrections(),
            rulebook);
    Payslip payslip = Payslip.of(facts);
    List<ReviewItem> items = new ArrayList<>();
    addAttendance(attendance, items);
    addDismissals(incidents, evaluation, items);
    payslip.notices().stream().map(Settle::item).forEach(items::add);
    return chargedTwice(payslip)
        .<Settlement>map(line -> new Blocked(employee, chargedTwice(line)))
        .orElseGet(() -> new Settled(employee, attendance, evaluation, payslip, items));
  }

  private List<Incident> examResults(PersonMonth person) {
    return person.exams().stream()
        .map((Exam exam) -> exam.incident(rulebook))
        .flatMap(Optional::stream)
        .toList();
  }

  private static void addAttendance(Attendance attendance, List<ReviewItem> items) {
    for (AttendanceDay day : attendance.days()) {
      if (day.missing() != null) {
        items.add(
            new ReviewItem(Kind.MISSING_PUNCH, Source.roster(day.date()), day.missing().name()));
      }
    }
    for (LocalDateTime punch : attendance.unrostered()) {
      items.add(ReviewItem.of(Kind.UNROSTERED_PUNCH, Source.punch(punch)));
    }
  }

  private void addDismissals(
      List<Incident> incidents, @Nullable Evaluation evaluation, List<ReviewItem> items) {
    incidents.stream()
        .filter(Incident::dismissalReview)
        .map(Incident::code)
        .distinct()
        .map(code -> ReviewItem.of(Kind.DISMISSAL_REVIEW, new Source(code)))
        .forEach(items::add);
    if (evaluation != null && evaluation.score() < rulebook.evaluation().reviewBelow().points()) {
      items.add(ReviewItem.of(Kind.DISMISSAL_REVIEW, ReviewItem.SCORE_BELOW_60));
    }
  }

  private static ReviewItem item(PayNotice notice) {
    return switch (notice.kind()) {
      case PAY_FORFEITED -> ReviewItem.of(Kind.PAY_FORFEITED, notice.source());
      case ABSENT_TOO_LONG -> ReviewItem.of(Kind.DISMISSAL_REVIEW, ReviewItem.ABSENT_OVER_2_DAYS);
      case NEGATIVE_NET -> ReviewItem.of(Kind.NEGATIVE_NET, notice.source());
      case DEDUCTION_OVER_LIMIT -> ReviewItem.of(Kind.DEDUCTION_OVER_LIMIT, notice.source());
      case BELOW_MINIMUM_WAGE -> ReviewItem.of(Kind.BELOW_MINIMUM_WAGE, notice.source());
      case BONUS_NOT_SET -> ReviewItem.of(Kind.BONUS_NOT_SET, notice.source());
      case UNMATCHED_PAYMENT -> ReviewItem.of(Kind.UNMATCHED_PAYMENT, notice.source());
    };
  }

  /**
   * No fact may be charged twice under one clause; here it is still known of whom. What was written
   * is held against it once more in the end.
   *
   * @see Reconciliation
   */
  private static Optional<PayLine> chargedTwice(Payslip payslip) {
    Set<String> charged = new HashSet<>();
    return payslip.lines().stream()
        .filter(line -> !charged.add(line.rule() + " " + line.source()))
        .findFirst();
  }

  private static String chargedTwice(PayLine line) {
    return "%s is charged twice under %s; if the fact stands twice in the input, remove one, else report this"
        .formatted(line.source(), line.rule());
  }
}
