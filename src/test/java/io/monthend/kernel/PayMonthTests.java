package io.monthend.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PayMonthTests {

  @ParameterizedTest
  @ValueSource(strings = {"2026-13", "2026-1", "2026", "2026-10-01", " 2026-10", "October", ""})
  void whatIsNoMonthIsRefusedWithTheForm(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PayMonth.of(text))
        .withMessage("'%s' is not a month; write it like 2026-10", text);
  }

  @Test
  void monthsGoFrom1970To2199() {
    assertThat(PayMonth.of("1970-01").first()).isEqualTo(PayMonth.EARLIEST_DATE);
    assertThat(PayMonth.of("2199-12").last()).isEqualTo(PayMonth.LATEST_DATE);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PayMonth.of("1969-12"))
        .withMessage("Month 1969-12 lies outside 1970-01 to 2199-12");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PayMonth.of("2200-01"))
        .withMessage("Month 2200-01 lies outside 1970-01 to 2199-12");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02, 28",
    "2028-02, 29",
    "2100-02, 28",
    "2000-02, 29",
    "2026-04, 30",
    "2026-10, 31"
  })
  void aMonthHasItsCalendarDays(String month, int days) {
    assertThat(PayMonth.of(month).days()).isEqualTo(days);
    assertThat(PayMonth.of(month).last().getDayOfMonth()).isEqualTo(days);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-09-30, false",
    "2026-10-01, true",
    "2026-10-31, true",
    "2026-11-01, false",
    "2025-10-15, false"
  })
  void aMonthHoldsItsOwnDatesOnly(LocalDate date, boolean holds) {
    assertThat(PayMonth.of("2026-10").contains(date)).isEqualTo(holds);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-10-01, 1",
    "2026-10-31, 1",
    "2026-09-01, 2",
    "2026-09-30, 2",
    "2026-08-31, 3",
    "2025-10-31, 13",
    "2026-11-01, 0",
    "2026-12-31, -1"
  })
  void theMonthOfADateIsTheFirst(LocalDate date, long ordinal) {
    assertThat(PayMonth.of("2026-10").ordinalSince(date)).isEqualTo(ordinal);
  }

  @Test
  void monthsFollowEachOtherOverTheTurnOfTheYear() {
    assertThat(PayMonth.of("2027-01").previous()).isEqualTo(PayMonth.of("2026-12"));
    assertThat(PayMonth.of("2026-12")).isLessThan(PayMonth.of("2027-01"));
    assertThat(PayMonth.of(LocalDate.of(2026, 10, 31))).hasToString("2026-10");
  }
}
