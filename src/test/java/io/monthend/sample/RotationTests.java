package io.monthend.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RotationTests {

  @ParameterizedTest
  @EnumSource(Rotation.class)
  void noMorningShiftFollowsANightShiftEvenWhenDaysOfRestAreWorked(Rotation rotation) {
    for (int day = 0; day < 2 * rotation.length(); day++) {
      Shift shift = rotation.on(day, 0);
      Shift next = rotation.on(day + 1, 0);
      Shift worked = shift == null ? rotation.cover() : shift;
      Shift then = next == null ? rotation.cover() : next;
      assertThat(worked == Shift.C && then == Shift.A).isFalse();
    }
  }

  @Test
  void dayStaffRestOnSundays() {
    for (LocalDate date = LocalDate.of(2026, 1, 1);
        date.getYear() == 2026;
        date = date.plusDays(1)) {
      assertThat(Rotation.DAYS.on(Days.of(date), Rotation.MONDAY_FIRST) == null)
          .isEqualTo(date.getDayOfWeek() == DayOfWeek.SUNDAY);
    }
  }

  @Test
  void theDayShiftEndsLaterInSummer() {
    assertThat(Shift.D.end(Days.of(LocalDate.of(2026, 4, 30)))).isEqualTo(17 * 60 + 30);
    assertThat(Shift.D.end(Days.of(LocalDate.of(2026, 5, 1)))).isEqualTo(18 * 60);
    assertThat(Shift.D.end(Days.of(LocalDate.of(2026, 9, 30)))).isEqualTo(18 * 60);
    assertThat(Shift.D.end(Days.of(LocalDate.of(2026, 10, 1)))).isEqualTo(17 * 60 + 30);
  }
}
