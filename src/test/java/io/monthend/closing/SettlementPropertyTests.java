package io.monthend.closing;

import static org.assertj.core.api.Assertions.assertThat;

import io.monthend.closing.Settlement.Settled;
import io.monthend.evaluation.EvaluationLine;
import io.monthend.evaluation.KeyFigures;
import io.monthend.kernel.Money;
import io.monthend.kernel.Source;
import io.monthend.payroll.LineCode;
import io.monthend.payroll.PayLine;
import io.monthend.rulebook.BundledRuleBook;
import io.monthend.rulebook.RuleBook;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What holds for every month of every person. */
class SettlementPropertyTests {

  private static final KeyFigures.Best NOBODY = new KeyFigures.Best(null, null);
  private static final int LATEST = 8 * 60;
  private static final Money A_LIVING = new Money(200_000);
  private static final RuleBook BOOK = BundledRuleBook.copy().book();
  private static final RuleBook LATE_IS_ABSENCE =
      with("attendance.lateIsHalfAbsenceFrom.minutes", "30");
  private static final int OTHER_SETTINGS = 8;
  private static final List<RuleBook> OTHER_BOOKS =
      List.of(
          with("pay.guard.choice", "cap"),
          BundledRuleBook.copy()
              .with("pay.guard.choice", "cap")
              .with("pay.minimumWage.cny", "2490")
              .book(),
          with("pay.forfeiture.choice", "never-positive"),
          with("attendance.missingPunch.choice", "fine"),
          with("attendance.missingPunch.choice", "half-absence"),
          with("attendance.grace.minutes", "5"),
          with("repeatedMisconduct.count.choice", "occurrences"),
          with("pay.performance.prorate.choice", "true"));
  private static final Set<String> UP_TO_FORFEITURE =
      Set.of(
          "BASE",
          "LEAVE_UNPAID",
          "ABSENCE",
          "PERFORMANCE",
          "REWARD",
          "BONUS",
          "FINE",
          "FINE_PAID",
          "FORFEITURE");

  @Property(tries = 2000)
  void linesSumToTheNetAndEvaluationLinesToTheScore(@ForAll long seed) {
    Settled settled = settle(RandomMonth.of(seed));
    long net = settled.payslip().lines().stream().mapToLong(line -> line.amount().cents()).sum();
    assertThat(settled.payslip().net()).isEqualTo(new Money(net));
    if (settled.evaluation() != null) {
      int sum = 80 + settled.evaluation().lines().stream().mapToInt(EvaluationLine::points).sum();
      assertThat(settled.evaluation().score()).isEqualTo(Math.clamp(sum, 0, 110));
    }
  }

  @Property(tries = 2000)
  void noSourceIsChargedTwiceUnderOneClause(@ForAll long seed) {
    Set<String> charged = new HashSet<>();
    for (PayLine line : settle(RandomMonth.of(seed)).payslip().lines()) {
      assertThat(charged.add(line.rule() + " " + line.source())).as("%s", line).isTrue();
    }
  }

  @Property(tries = 2000)
  void leaveNeverTakesMoreThanTheBaseAndAForfeitedMonthIsZero(@ForAll long seed) {
    List<PayLine> lines = settle(RandomMonth.of(seed)).payslip().lines();
    long baseAndLeave = sum(lines, Set.of("BASE", "LEAVE_UNPAID"));
    assertThat(baseAndLeave).isNotNegative();
    if (lines.stream().anyMatch(line -> line.code().name().equals("FORFEITURE"))) {
      assertThat(sum(lines, UP_TO_FORFEITURE)).isZero();
    }
  }

  @Property(tries = 2000)
  void comingAMinuteLaterNeverRaisesPay(
      @ForAll long seed, @ForAll @IntRange(min = 0, max = LATEST - 1) int lateMinutes) {
    assertLaterEarnsNoMore(seed, lateMinutes, BOOK);
  }

  @Property(tries = 2000)
  void norUnderOtherSettings(
      @ForAll long seed,
      @ForAll @IntRange(min = 0, max = LATEST - 1) int lateMinutes,
      @ForAll @IntRange(min = 0, max = OTHER_SETTINGS - 1) int setting) {
    assertLaterEarnsNoMore(seed, lateMinutes, OTHER_BOOKS.get(setting));
  }

  /**
   * B4 as half a day's absence: points and fine of the lateness go, a day's pay comes. That is less
   * pay where a day's pay is more than a lateness can cost, and where no forfeiture wipes a debt.
   */
  @Property(tries = 2000)
  void norWhereLatenessBecomesAbsence(
      @ForAll long seed, @ForAll @IntRange(min = 0, max = LATEST - 1) int lateMinutes) {
    PersonMonth person = RandomMonth.of(seed);
    Settled late = settle(RandomMonth.lateOnFirstDayShift(person, lateMinutes), LATE_IS_ABSENCE);
    Settled later =
        settle(RandomMonth.lateOnFirstDayShift(person, lateMinutes + 1), LATE_IS_ABSENCE);
    Assume.that(person.employee().baseSalary().compareTo(A_LIVING) > 0);
    Assume.that(!isForfeited(later) || late.payslip().net().signum() >= 0);
    assertThat(later.payslip().net()).isLessThanOrEqualTo(late.payslip().net());
  }

  /** B1: the arrival a minute before the departure is no arrival any more; it goes to review. */
  @Test
  void onlyAnArrivalThatIsTakenForTheDepartureCostsLess() {
    PersonMonth person = RandomMonth.of(1);
    Settled arrival = settle(RandomMonth.lateOnFirstDayShift(person, 8 * 60 + 43));
    Settled onePunch = settle(RandomMonth.lateOnFirstDayShift(person, 8 * 60 + 44));
    assertThat(arrival.attendance().days().getFirst().missing()).isNull();
    assertThat(onePunch.attendance().days().getFirst().missing()).isNotNull();
    assertThat(onePunch.payslip().net()).isGreaterThan(arrival.payslip().net());
    assertThat(onePunch.reviewItems())
        .contains(
            new ReviewItem(
                ReviewItem.Kind.MISSING_PUNCH, Source.roster(RandomMonth.MONTH.first()), "IN"));
  }

  private static void assertLaterEarnsNoMore(long seed, int lateMinutes, RuleBook rulebook) {
    PersonMonth person = RandomMonth.of(seed);
    PersonMonth late = RandomMonth.lateOnFirstDayShift(person, lateMinutes);
    PersonMonth later = RandomMonth.lateOnFirstDayShift(person, lateMinutes + 1);
    assertThat(settle(later, rulebook).payslip().net())
        .isLessThanOrEqualTo(settle(late, rulebook).payslip().net());
  }

  private static boolean isForfeited(Settled settled) {
    return settled.payslip().lines().stream().anyMatch(line -> line.code() == LineCode.FORFEITURE);
  }

  @Property(tries = 500)
  void theOrderOfFactsChangesNothing(@ForAll long seed) {
    PersonMonth person = RandomMonth.of(seed);
    assertThat(settle(RandomMonth.shuffled(person, new Random(seed)))).isEqualTo(settle(person));
  }

  @Property(tries = 500)
  void punchesOutsideEveryShiftChangeNoPay(@ForAll long seed) {
    PersonMonth person = RandomMonth.of(seed);
    List<LocalDateTime> punches = new ArrayList<>(person.punches());
    punches.add(RandomMonth.MONTH.first().minusDays(20).atTime(12, 0));
    punches.add(RandomMonth.MONTH.last().plusDays(20).atTime(12, 0));
    punches.sort(null);
    PersonMonth more = RandomMonth.withPunches(person, punches);
    assertThat(settle(more).payslip()).isEqualTo(settle(person).payslip());
  }

  private static RuleBook with(String path, String value) {
    return BundledRuleBook.copy().with(path, value).book();
  }

  private static long sum(List<PayLine> lines, Set<String> codes) {
    return lines.stream()
        .filter(line -> codes.contains(line.code().name()))
        .mapToLong(line -> line.amount().cents())
        .sum();
  }

  private static Settled settle(PersonMonth person) {
    return settle(person, BOOK);
  }

  private static Settled settle(PersonMonth person, RuleBook rulebook) {
    Settlement settlement = new Settle(RandomMonth.MONTH, rulebook, NOBODY).settle(person);
    assertThat(settlement).isInstanceOf(Settled.class);
    return (Settled) settlement;
  }
}
