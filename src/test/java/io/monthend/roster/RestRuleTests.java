package io.monthend.roster;

import static org.assertj.core.api.Assertions.assertThat;

import io.monthend.roster.RestRule.Clash;
import io.monthend.rulebook.BundledRuleBook;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A6, both sides: rest between shifts, and hours on end. */
class RestRuleTests {

  private static final LocalDate WINTER = LocalDate.of(2026, 10, 6);
  private static final LocalDate SUMMER = LocalDate.of(2026, 7, 7);

  @Test
  void onlyANightFollowedByAnEarlyShiftTouches() {
    RestRule rule = new RestRule(BundledRuleBook.copy().book().workingTime());
    assertThat(rule.clashes(List.of(WINTER, SUMMER)))
        .containsExactly(new Clash(WINTER, "C", "A"), new Clash(SUMMER, "C", "A"));
  }

  @ParameterizedTest
  @CsvSource({"07:29, false", "07:30, true", "07:31, true"})
  void aNightThatEndsAMinuteBeforeTheEarlyShiftLeavesARest(String nightEnd, boolean clashes) {
    RestRule rule =
        new RestRule(
            BundledRuleBook.copy()
                .with("workingTime.shifts.C.winter", "[\"23:30-%s\"]".formatted(nightEnd))
                .book()
                .workingTime());
    assertThat(rule.clashes(List.of(WINTER)).contains(new Clash(WINTER, "C", "A")))
        .isEqualTo(clashes);
  }

  @ParameterizedTest
  @CsvSource({"08:59, false", "09:00, true", "12:00, true"})
  void aNightThatRunsIntoTheDayShiftClashesWithItToo(String nightEnd, boolean clashes) {
    RestRule rule =
        new RestRule(
            BundledRuleBook.copy()
                .with("workingTime.shifts.C.winter", "[\"23:30-%s\"]".formatted(nightEnd))
                .book()
                .workingTime());
    assertThat(rule.clashes(List.of(WINTER)).contains(new Clash(WINTER, "C", "D")))
        .isEqualTo(clashes);
  }

  @ParameterizedTest
  @CsvSource({"7, 3", "8, 0", "9, 0"})
  void eightHoursOnEndAreNotTooLong(int longest, int shiftsTooLong) {
    RestRule rule =
        new RestRule(
            BundledRuleBook.copy()
                .with("workingTime.longestWork.hours", "" + longest)
                .book()
                .workingTime());
    assertThat(rule.tooLong(List.of(WINTER))).hasSize(shiftsTooLong);
  }

  @ParameterizedTest
  @CsvSource({"15:30, false", "15:31, true"})
  void aMinuteBeyondEightHoursIsTooLong(String end, boolean tooLong) {
    RestRule rule =
        new RestRule(
            BundledRuleBook.copy()
                .with("workingTime.shifts.A.winter", "[\"07:30-%s\"]".formatted(end))
                .book()
                .workingTime());
    assertThat(rule.tooLong(List.of(WINTER)).contains(new RosteredShift(WINTER, "A")))
        .isEqualTo(tooLong);
  }

  @Test
  void theBreakOfTheDayShiftDividesItsHours() {
    RestRule rule =
        new RestRule(
            BundledRuleBook.copy()
                .with("workingTime.shifts.D.winter", "[\"06:00-14:00\", \"14:30-22:30\"]")
                .book()
                .workingTime());
    assertThat(rule.tooLong(List.of(WINTER))).isEmpty();
  }
}
