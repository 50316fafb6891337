package io.monthend.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.monthend.kernel.Money;
import io.monthend.kernel.Position;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class RollTests {

  private static final int MORE_THAN_ITS_FIRST_ROOM = 1_000;

  private final Roll roll = new Roll();

  private void enrol(String no, LocalDate hireDate) {
    Money salary = new Money(540_000);
    roll.see(
        no,
        new Employee(
            no, "甲", "T1", Position.CSR, hireDate, null, null, salary, null, null, null, false));
  }

  @Test
  void everybodyHasAPlaceAndStrangersHaveNone() {
    for (int i = 0; i < MORE_THAN_ITS_FIRST_ROOM; i++) {
      enrol("E" + i, LocalDate.EPOCH.plusDays(i));
    }
    assertThat(roll.size()).isEqualTo(MORE_THAN_ITS_FIRST_ROOM);
    assertThat(roll.placeOf("E999")).isEqualTo(999);
    assertThat(roll.placeOf("E999")).isEqualTo(999);
    assertThat(roll.placeOf("E1000")).isEqualTo(Roll.NOWHERE);
    assertThat(roll.isEmployedOn(999, 998)).isFalse();
    assertThat(roll.isEmployedOn(999, 999)).isTrue();
    assertThat(roll.isClear()).isTrue();
  }

  @Test
  void factsAboutPeopleOnTheRollAreClear() {
    enrol("E1", LocalDate.EPOCH);
    Screen<String> known = roll.known();
    known.see("E1", "one");
    known.see("E1", "another");
    assertThat(known.isClear()).isTrue();
    known.see("E2", "of a stranger");
    known.see("E1", "a third");
    assertThat(known.isClear()).isFalse();
  }

  @Test
  void aSecondFactIsNotClearWhereEverybodyHasOne() {
    enrol("E1", LocalDate.EPOCH);
    enrol("E2", LocalDate.EPOCH);
    Screen<String> oneEach = roll.oneEach();
    oneEach.see("E1", "one");
    oneEach.see("E2", "one");
    assertThat(oneEach.isClear()).isTrue();
    oneEach.see("E1", "another");
    assertThat(oneEach.isClear()).isFalse();
  }
}
