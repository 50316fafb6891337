package io.monthend.roster;

import static org.assertj.core.api.Assertions.assertThat;

import io.monthend.kernel.Money;
import io.monthend.kernel.PayMonth;
import io.monthend.kernel.Position;
import io.monthend.people.Employee;
import io.monthend.people.Roll;
import io.monthend.rulebook.BundledRuleBook;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A screen may send a good roster to the check, but never keeps a bad one from it. */
class RosterScreenTests {

  private static final PayMonth OCTOBER = PayMonth.of("2026-10");

  private final Roll roll = new Roll();

  RosterScreenTests() {
    enrol("E1", null);
    enrol("E2", LocalDate.of(2026, 10, 20));
  }

  private void enrol(String no, @Nullable LocalDate lastDay) {
    roll.see(
        no,
        new Employee(
            no,
            "甲",
            "T1",
            Position.CSR,
            LocalDate.of(2026, 10, 2),
            null,
            null,
            new Money(540_000),
            null,
            lastDay,
            null,
            false));
  }

  private boolean isClear(String... roster) {
    RosterScreen screen =
        new RosterScreen(roll, OCTOBER, BundledRuleBook.copy().book().workingTime());
    for (String row : roster) {
      String[] cells = row.split(" ", -1);
      screen.see(cells[0], new RosteredShift(LocalDate.parse(cells[1]), cells[2]));
    }
    return screen.isClear();
  }

  @Test
  void aRosterWithoutFaultIsClearInAnyOrder() {
    assertThat(
            isClear(
                "E1 2026-10-08 A",
                "E2 2026-10-20 C",
                "E1 2026-10-06 C",
                "E1 2026-10-05 D",
                "E2 2026-10-02 D",
                "E1 2026-11-02 D"))
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "E9 2026-10-05 D, E1 2026-10-05 D", // a stranger
    "E1 2026-10-01 D, E1 2026-10-05 D", // before the hire date
    "E2 2026-10-21 D, E1 2026-10-05 D", // after the last day
    "E1 2026-10-05 D, E1 2026-10-05 D", // twice
    "E1 2026-10-05 D, E1 2026-10-05 A", // twice with another shift
    "E1 2026-10-05 C, E1 2026-10-06 A", // no rest
    "E1 2026-10-06 A, E1 2026-10-05 C", // no rest, the later one first
    "E1 2027-10-05 D, E1 2026-10-05 D" // too far from the month to be remembered
  })
  void whatTheCheckMightRefuseIsNotClear(String one, String other) {
    assertThat(isClear(one, other)).isFalse();
  }

  @Test
  void theFaultOfAnEarlierRowIsNotForgotten() {
    assertThat(isClear("E9 2026-10-05 D", "E1 2026-10-05 D", "E1 2026-10-06 D")).isFalse();
  }

  @Test
  void nothingIsClearWhereSomebodyStandsTwiceOnTheRoll() {
    enrol("E1", null);
    assertThat(roll.isClear()).isFalse();
    assertThat(isClear("E1 2026-10-05 D")).isFalse();
  }
}
