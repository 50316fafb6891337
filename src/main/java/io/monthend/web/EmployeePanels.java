package io.monthend.web;

import io.monthend.evaluation.Evaluations;
import io.monthend.evaluation.MonthlyScore;
import io.monthend.kernel.Money;
import io.monthend.kernel.PayMonth;
import io.monthend.months.PayMonths;
import io.monthend.pages.Page;
import io.monthend.pages.PanelOf;
import io.monthend.pages.StartPanel;
import io.monthend.payroll.Payslips;
import io.monthend.people.Role;
import io.monthend.roster.RosterBook;
import io.monthend.roster.RosteredShift;
import io.monthend.rulebook.Language;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** What an employee sees first: the shifts of the week, the last slip, the last evaluations. */
@Configuration(proxyBeanMethods = false)
@Profile(Page.SERVED)
class EmployeePanels {

  private static final int SHIFTS = 100;
  private static final int SLIP = 200;
  private static final int SCORES = 210;
  private static final int DAYS_OF_WEEK = 7;

  /**
   * A week of shifts.
   *
   * @param days each day of the week, with or without a shift
   */
  public record Week(LocalDate from, List<Day> days) {
    public Week {
      days = List.copyOf(days);
    }
  }

  /**
   * One day.
   *
   * @param shift what it is called; absent on a day without one
   */
  public record Day(LocalDate date, @Nullable String shift, boolean isToday) {}

  /** The last pay slip. */
  public record LastSlip(PayMonth month, Money net) {}

  @Bean
  StartPanel shiftsOfWeek(RosterBook roster, RuleBookTerms terms, Clock clock) {
    return panel(
        SHIFTS,
        (employeeNo, language) -> {
          LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
          LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
          return Optional.of(
              new StartPanel.Shown(
                  "web/shifts-panel", week(roster, terms, employeeNo, monday, today, language)));
        });
  }

  private static Week week(
      RosterBook roster,
      RuleBookTerms terms,
      String employeeNo,
      LocalDate monday,
      LocalDate today,
      Language language) {
    List<RosteredShift> shifts =
        roster.shifts(employeeNo, monday, monday.plusDays(DAYS_OF_WEEK - 1));
    return new Week(
        monday,
        monday
            .datesUntil(monday.plusDays(DAYS_OF_WEEK))
            .map(date ->
                new Day(
                    date,
                    shifts.stream()
                        .filter(shift -> shift.date().equals(date))
                        .map(shift -> terms.shift(shift.shift(), date, language))
                        .findFirst()
                        .orElse(null),
                    date.equals(today)))
            .toList());
  }

  @Bean
  StartPanel lastSlip(Payslips payslips, PayMonths months) {
    return panel(
        SLIP,
        (employeeNo, language) ->
            payslips.publishedMonths(employeeNo).reversed().stream()
                .findFirst()
                .map(PayMonth::of)
                .flatMap(month ->
                    months
                        .publishedRun(month)
                        .flatMap(run -> payslips.find(run, employeeNo))
                        .map(slip -> new LastSlip(month, slip.net())))
                .map(last -> new StartPanel.Shown("web/slip-panel", last)));
  }

  @Bean
  StartPanel lastScores(Evaluations evaluations) {
    return panel(
        SCORES,
        (employeeNo, language) -> {
          List<MonthlyScore> history = evaluations.history(employeeNo);
          return history.isEmpty()
              ? Optional.empty()
              : Optional.of(new StartPanel.Shown("web/scores-panel", ScoreChart.of(history)));
        });
  }

  /** A panel about the account's own employee. */
  private static StartPanel panel(
      int place, BiFunction<String, Language, Optional<StartPanel.Shown>> content) {
    return new PanelOf(
        place,
        Set.of(Role.EMPLOYEE),
        (account, language) ->
            Optional.ofNullable(account.employeeNo()).flatMap(own -> content.apply(own, language)));
  }
}
