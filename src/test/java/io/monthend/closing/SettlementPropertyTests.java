package io.monthend.closing;

import static org.assertj.core.api.Assertions.assertThat;

import io.monthend.closing.Settlement.Settled;
import io.monthend.evaluation.EvaluationLine;
import io.monthend.evaluation.KeyFigures;
import io.monthend.kernel.Money;
import io.monthend.kernel.PayMonth;
import io.monthend.payroll.PayLine;
import io.monthend.rulebook.RuleBook;
import io.monthend.rulebook.RuleBooks;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What holds for every month of every person. */
class SettlementPropertyTests {

  private static final KeyFigures.Best NOBODY = new KeyFigures.Best(null, null);
  private static final int LATEST = 8 * 60;
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
      @ForAll long seed, @ForAll @IntRange(min = 1, max = LATEST - 1) int lateMinutes) {
    PersonMonth person = RandomMonth.of(seed);
    PersonMonth late = RandomMonth.lateOnFirstDayShift(person, lateMinutes);
    PersonMonth later = RandomMonth.lateOnFirstDayShift(person, lateMinutes + 1);
    assertThat(settle(later).payslip().net()).isLessThanOrEqualTo(settle(late).payslip().net());
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

  private static long sum(List<PayLine> lines, Set<String> codes) {
    return lines.stream()
        .filter(line -> codes.contains(line.code().name()))
        .mapToLong(line -> line.amount().cents())
        .sum();
  }

  private static Settled settle(PersonMonth person) {
    PayMonth month = RandomMonth.MONTH;
    RuleBook rulebook = RuleBookHolder.BOOK;
    Settlement settlement = new Settle(month, rulebook, NOBODY).settle(person);
    assertThat(settlement).isInstanceOf(Settled.class);
    return (Settled) settlement;
  }

  private static final class RuleBookHolder {
    static final RuleBook BOOK =
        RuleBooks.bundled().inEffect(RandomMonth.MONTH).orElseThrow().book();
  }
}
