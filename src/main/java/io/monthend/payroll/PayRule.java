package io.monthend.payroll;

import static java.math.RoundingMode.HALF_UP;

import io.monthend.attendance.AttendanceDay;
import io.monthend.conduct.Incident;
import io.monthend.kernel.Money;
import io.monthend.kernel.Source;
import io.monthend.leave.LeaveCharge;
import io.monthend.people.Employee;
import io.monthend.rulebook.AttendancePolicy.MissingPunch;
import io.monthend.rulebook.PayPolicy;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** One rule of section G: from the facts, and the lines above, to its own lines in any order. */
@FunctionalInterface
interface PayRule {

  /** The rules in the order of the pay slip. */
  List<PayRule> IN_ORDER =
      List.of(
          PayRule::base,
          PayRule::leaveUnpaid,
          PayRule::absence,
          PayRule::performance,
          PayRule::reward,
          PayRule::bonus,
          PayRule::fine,
          PayRule::finePaid,
          Forfeiture::lines,
          PayRule::compensation,
          PayRule::trainingFee,
          Guard::lines,
          PayRule::correction);

  List<PayLine> lines(PayFacts facts, List<PayLine> above);

  /** G1. */
  private static List<PayLine> base(PayFacts facts, List<PayLine> above) {
    return List.of(line(facts, LineCode.BASE, baseOf(facts), "G1", Source.EMPLOYMENT));
  }

  private static Money baseOf(PayFacts facts) {
    Employee employee = facts.employee();
    LocalDate first = employee.firstDayIn(facts.month());
    LocalDate last = employee.lastDayIn(facts.month());
    return switch (facts.rulebook().pay().base().choice()) {
      case CALENDAR_DAYS ->
          employee
              .baseSalary()
              .share(employee.daysIn(facts.month()), facts.month().days(), HALF_UP);
      case STANDARD_DAYS ->
          employee
              .baseSalary()
              .share(
                  facts.rulebook().workingTime().standardDaysBetween(first, last),
                  facts.standardDays(),
                  HALF_UP);
    };
  }

  /** G2: by date, then source; together never more than the base. */
  private static List<PayLine> leaveUnpaid(PayFacts facts, List<PayLine> above) {
    Money left = baseOf(facts);
    List<PayLine> lines = new ArrayList<>();
    for (LeaveCharge charge : inOrder(facts.leave())) {
      Money amount =
          facts.employee().baseSalary().share(charge.halves(), 2L * facts.standardDays(), HALF_UP);
      Money taken = amount.min(left);
      left = left.minus(taken);
      Source source = Source.leave(charge.leave().leaveNo());
      lines.add(
          new PayLine(
              LineCode.LEAVE_UNPAID,
              taken.negate(),
              "G2+" + charge.rule(),
              source,
              charge.leave().from()));
    }
    return lines;
  }

  private static List<LeaveCharge> inOrder(List<LeaveCharge> charges) {
    return charges.stream()
        .sorted(
            Comparator.comparing((LeaveCharge charge) -> charge.leave().from())
                .thenComparing(charge -> Source.leave(charge.leave().leaveNo())))
        .toList();
  }

  /** G3: absent shifts (B4), missing punches where they count so (B2), and off-post cases (B6). */
  private static List<PayLine> absence(PayFacts facts, List<PayLine> above) {
    Stream<PayLine> shifts =
        facts.attendance().stream()
            .filter(day -> day.absentHalves() > 0)
            .map(day -> absence(facts, day));
    Stream<PayLine> offPost =
        facts.incidents().stream()
            .filter(incident -> incident.absenceHalves() > 0)
            .map(incident ->
                absence(
                    facts, incident.absenceHalves(), "G3+B6", incident.source(), incident.date()));
    return Stream.concat(shifts, offPost).toList();
  }

  private static PayLine absence(PayFacts facts, AttendanceDay day) {
    boolean byMissingPunch =
        day.missing() != null
            && facts.rulebook().attendance().missingPunch().choice() == MissingPunch.HALF_ABSENCE;
    String rule = byMissingPunch ? "G3+B2" : "G3+B4";
    return absence(facts, day.absentHalves(), rule, Source.roster(day.date()), day.date());
  }

  private static PayLine absence(
      PayFacts facts, int halves, String rule, Source source, LocalDate date) {
    long times = facts.rulebook().pay().absence().times();
    Money amount =
        facts
            .employee()
            .baseSalary()
            .share(times * halves, 2L * facts.standardDays(), HALF_UP)
            .negate();
    return new PayLine(LineCode.ABSENCE, amount, rule, source, date);
  }

  /** G4, E6. */
  private static List<PayLine> performance(PayFacts facts, List<PayLine> above) {
    PayPolicy.Performance policy = facts.rulebook().pay().performance();
    long month = facts.month().ordinalSince(facts.employee().hireDate());
    if (facts.evaluation() == null || month < policy.fromMonth().months()) {
      return List.of();
    }
    int score = facts.evaluation().score();
    Money limit = policy.limit().cny();
    Money full =
        policy
            .perPoint()
            .cny()
            .times(score - policy.from().points())
            .min(limit)
            .max(limit.negate());
    Money amount =
        policy.prorate().choice()
            ? full.share(facts.employee().daysIn(facts.month()), facts.month().days(), HALF_UP)
            : full;
    return List.of(line(facts, LineCode.PERFORMANCE, amount, "G4", Source.score(score)));
  }

  /** G5. */
  private static List<PayLine> reward(PayFacts facts, List<PayLine> above) {
    return ofIncidents(facts, LineCode.REWARD, "G5+", Incident::reward);
  }

  /** G6. */
  private static List<PayLine> bonus(PayFacts facts, List<PayLine> above) {
    PayPolicy.Bonus policy = facts.rulebook().pay().bonus();
    if (!policy.positions().contains(facts.employee().position())) {
      return List.of();
    }
    Money amount = facts.bonus() == null ? policy.minimum().cny() : facts.bonus();
    Source source = facts.bonus() == null ? Source.BONUS_MINIMUM : Source.BONUS_SET;
    return List.of(line(facts, LineCode.BONUS, amount, "G6", source));
  }

  /** G9. */
  private static List<PayLine> fine(PayFacts facts, List<PayLine> above) {
    return facts.fines().stream()
        .map(fine ->
            new PayLine(
                LineCode.FINE,
                fine.amount().negate(),
                fine.rule(),
                fine.source(),
                fine.key().date()))
        .toList();
  }

  /** G10. */
  private static List<PayLine> finePaid(PayFacts facts, List<PayLine> above) {
    return facts.paid().entrySet().stream()
        .map((Map.Entry<CashPayment.Key, Money> paid) ->
            new PayLine(
                LineCode.FINE_PAID,
                facts.matched(paid),
                "G10",
                paid.getKey().source(),
                paid.getKey().date()))
        .toList();
  }

  /** G12. */
  private static List<PayLine> compensation(PayFacts facts, List<PayLine> above) {
    return ofIncidents(
        facts, LineCode.COMPENSATION, "G12+", incident -> incident.compensation().negate());
  }

  /** G8, F3. */
  private static List<PayLine> trainingFee(PayFacts facts, List<PayLine> above) {
    Resignation resignation = Resignation.of(facts);
    if (!resignation.isInProbation()) {
      return List.of();
    }
    BigDecimal percent = facts.rulebook().resignation().trainingFee().percent();
    Money fee =
        facts.employee().baseSalary().share(percent, BigDecimal.valueOf(100), HALF_UP).negate();
    return List.of(line(facts, LineCode.TRAINING_FEE, fee, "G8+F3", resignation.source()));
  }

  /** G13. */
  private static List<PayLine> correction(PayFacts facts, List<PayLine> above) {
    return facts.corrections().stream().map(Correction::line).toList();
  }

  private static List<PayLine> ofIncidents(
      PayFacts facts, LineCode code, String rule, Function<Incident, Money> amount) {
    return facts.incidents().stream()
        .map(incident ->
            new PayLine(
                code,
                amount.apply(incident),
                rule + incident.rule(),
                incident.source(),
                incident.date()))
        .toList();
  }

  /** A line of the month as a whole. */
  static PayLine line(PayFacts facts, LineCode code, Money amount, String rule, Source source) {
    return new PayLine(code, amount, rule, source, facts.month().last());
  }
}
