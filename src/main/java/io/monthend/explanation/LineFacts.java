package io.monthend.explanation;

import static java.math.RoundingMode.HALF_UP;

import io.monthend.evaluation.Evaluation;
import io.monthend.explanation.Explanation.Figure;
import io.monthend.kernel.Money;
import io.monthend.kernel.Source;
import io.monthend.leave.LeaveCharge;
import io.monthend.payroll.CashPayment;
import io.monthend.payroll.IssuedPayslip.Line;
import io.monthend.people.Employee;
import io.monthend.rulebook.Labels;
import io.monthend.rulebook.PayPolicy;
import io.monthend.rulebook.RuleBook;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The facts behind a line of the pay slip, and how its amount comes about, in words. */
final class LineFacts {

  private final Dossier dossier;
  private final Wording words;
  private final Occasions occasions;
  private final CauseFacts causes;
  private final RuleBook rulebook;
  private final Employee employee;
  private final String base;

  LineFacts(Dossier dossier, Wording words, Occasions occasions, CauseFacts causes) {
    this.dossier = dossier;
    this.words = words;
    this.occasions = occasions;
    this.causes = causes;
    this.rulebook = dossier.rulebook();
    this.employee = dossier.employee();
    this.base = Wording.money(employee.baseSalary());
  }

  List<String> of(Line line) {
    return switch (line.code()) {
      case BASE -> List.of(employment());
      case LEAVE_UNPAID -> leave(line);
      case ABSENCE -> absence(line);
      case PERFORMANCE -> performance();
      case BONUS ->
          List.of(
              words.say(
                  line.source().equals(Source.BONUS_MINIMUM)
                      ? Phrase.BONUS_MINIMUM
                      : Phrase.BONUS_SET));
      case REWARD, FINE, COMPENSATION -> occasions.of(line.source());
      case FINE_PAID -> paid(line);
      case FORFEITURE -> line.clauses().stream().flatMap(id -> causes.of(id).stream()).toList();
      case TRAINING_FEE -> List.of(causes.probation());
      case STATUTORY_GUARD -> guard(line.source());
      case CORRECTION -> correction(line.source());
    };
  }

  /** Which line of which slip it corrects; what is behind that, its own slip tells. */
  private List<String> correction(Source source) {
    return source.corrected().stream()
        .map(corrected ->
            words.say(
                Phrase.CORRECTED,
                words.month(corrected.month()),
                words.label(Labels::lines, corrected.code()),
                corrected
                    .source()
                    .leaveNo()
                    .map(leave -> words.say(Phrase.CERTIFICATE_CAME, leave))
                    .orElseGet(() -> corrected.source().text())))
        .toList();
  }

  private String employment() {
    LocalDate first = employee.firstDayIn(dossier.month());
    LocalDate last = employee.lastDayIn(dossier.month());
    boolean byStandardDays = rulebook.pay().base().choice() == PayPolicy.Base.STANDARD_DAYS;
    int of = byStandardDays ? standardDays() : dossier.month().days();
    int days =
        byStandardDays
            ? rulebook.workingTime().standardDaysBetween(first, last)
            : employee.daysIn(dossier.month());
    return words.fact(
        days == of
            ? words.say(Phrase.EMPLOYED, days, of, base)
            : words.say(
                Phrase.EMPLOYED_IN_PART, words.date(first), words.date(last), days, of, base),
        byStandardDays ? words.say(Phrase.STANDARD_DAYS_ONLY) : "");
  }

  private int standardDays() {
    return rulebook.workingTime().standardDaysOf(dossier.month());
  }

  private List<String> leave(Line line) {
    return occasions.leaves().charge(line.source()).stream()
        .map(charge ->
            words.fact(
                occasions.leaves().approved(charge.leave()),
                words.say(Phrase.DAILY_PAY, words.days(charge.halves()), base, standardDays()),
                cut(charge, line.amount().negate())))
        .toList();
  }

  /** Where leave would take more than the base (G2). */
  private String cut(LeaveCharge charge, Money taken) {
    Money full = employee.baseSalary().share(charge.halves(), 2L * standardDays(), HALF_UP);
    return full.equals(taken) ? "" : words.say(Phrase.LEAVE_CUT, Wording.money(full));
  }

  private List<String> absence(Line line) {
    int halves =
        Stream.concat(
                occasions.day(line.source()).stream().map(day -> day.absentHalves()),
                occasions.incidents().judged().stream()
                    .filter(incident -> incident.source().equals(line.source()))
                    .map(incident -> incident.absenceHalves()))
            .mapToInt(Integer::intValue)
            .sum();
    String cost =
        words.say(
            Phrase.TIMES_DAILY_PAY,
            rulebook.pay().absence().times(),
            words.days(halves),
            base,
            standardDays());
    return Stream.concat(occasions.of(line.source()).stream(), Stream.of(cost)).toList();
  }

  private List<String> performance() {
    Evaluation evaluation = dossier.evaluation();
    if (evaluation == null) {
      return List.of();
    }
    PayPolicy.Performance policy = rulebook.pay().performance();
    Money limit = policy.limit().cny();
    Money uncut = policy.perPoint().cny().times(evaluation.score() - policy.from().points());
    Money cut = uncut.min(limit).max(limit.negate());
    String pay =
        words.fact(
            words.say(
                Phrase.SCORE_PAY,
                evaluation.score(),
                policy.from().points(),
                Wording.money(policy.perPoint().cny()),
                Wording.money(uncut)),
            cut.equals(uncut) ? "" : words.say(Phrase.SCORE_PAY_LIMIT, Wording.money(cut)),
            policy.prorate().choice()
                ? words.say(
                    Phrase.SCORE_PAY_BY_DAYS,
                    employee.daysIn(dossier.month()),
                    dossier.month().days())
                : "");
    return evaluation.lines().isEmpty() ? List.of(pay) : List.of(pay, scoreFrom(evaluation));
  }

  /** The evaluation in one sentence; the section of its own has each line. */
  private String scoreFrom(Evaluation evaluation) {
    Map<String, List<Integer>> byCode = new LinkedHashMap<>();
    evaluation
        .lines()
        .forEach(line ->
            byCode.computeIfAbsent(line.code(), code -> new ArrayList<>()).add(line.points()));
    List<String> changes = new ArrayList<>();
    byCode.forEach((code, points) -> changes.add(change(code, points)));
    return words.say(
        Phrase.SCORE_FROM,
        rulebook.evaluation().start().points(),
        words.list(changes),
        evaluation.score());
  }

  private String change(String code, List<Integer> points) {
    String label = words.inSentence(Labels::incidents, code);
    int sum = points.stream().mapToInt(Integer::intValue).sum();
    String change = new Figure.Change(sum).text();
    return points.size() == 1
        ? words.say(Phrase.SCORE_CHANGE, label, change)
        : words.say(Phrase.SCORE_CHANGES, label, change, words.times(points.size()));
  }

  private List<String> paid(Line line) {
    Money paid = dossier.paid(line.source());
    return List.of(
        words.fact(
            payment(line.source()),
            paid.equals(line.amount())
                ? ""
                : words.say(Phrase.PAID_TOO_MUCH, Wording.money(line.amount()))));
  }

  /** What was paid in cash under a source. */
  String payment(Source source) {
    return dossier.payments().stream()
        .filter(payment -> Source.payment(payment.date(), payment.code()).equals(source))
        .findFirst()
        .map(payment ->
            words.say(
                Phrase.PAID_IN_CASH,
                Wording.money(dossier.paid(source)),
                words.date(payment.date()),
                payment.code().equals(CashPayment.ANY_LEAVE_FINE)
                    ? words.say(Phrase.LEAVE_FINE)
                    : words.incident(payment.code())))
        .orElse("");
  }

  private List<String> guard(Source source) {
    PayPolicy policy = rulebook.pay();
    Money minimum = policy.minimumWage().cny();
    if (source.equals(Source.MINIMUM_WAGE) && minimum != null) {
      return List.of(words.say(Phrase.UP_TO_MINIMUM_WAGE, Wording.money(minimum)));
    }
    return List.of(
        words.say(Phrase.OVER_DEDUCTION_LIMIT, Wording.number(policy.deductionLimit().percent())));
  }
}
