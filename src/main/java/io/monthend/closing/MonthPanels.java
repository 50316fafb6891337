package io.monthend.closing;

import io.monthend.closing.MonthOverview.Line;
import io.monthend.closing.MonthReadiness.Readiness;
import io.monthend.closing.RunForecast.Forecast;
import io.monthend.kernel.PayMonth;
import io.monthend.pages.Page;
import io.monthend.pages.PanelOf;
import io.monthend.pages.StartPanel;
import io.monthend.people.Role;
import io.monthend.tasks.Speech;
import io.monthend.tasks.Speeches;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** What those see first who run, review and approve the months. */
@Configuration(proxyBeanMethods = false)
@Profile(Page.SERVED)
class MonthPanels {

  private static final int MONTHS = 50;
  private static final int READINESS = 55;
  private static final int EXCEPTIONS = 60;
  private static final int MONTHS_SHOWN = 6;

  /**
   * The last months.
   *
   * @param running how far a run is, where one is at work
   * @param timer when the next month is closed by itself, and {@code timerMonth} which
   */
  record Months(
      List<Line> lines,
      @Nullable Forecast running,
      CloseTimer.@Nullable Setting timer,
      @Nullable PayMonth timerMonth,
      Speech say) {}

  /** What the month that comes next lacks. */
  record Next(PayMonth month, Readiness readiness) {}

  /**
   * What there is to look at, and to what people object.
   *
   * @param open what nobody has looked at while the month is reviewed
   */
  record ToLookAt(PayMonth month, List<ExceptionWords.Count> counts, long open, long objections) {}

  @Bean
  StartPanel stateOfMonths(
      MonthOverview overview,
      CloseRequests requests,
      RunForecast forecast,
      CloseTimer timer,
      Speeches speeches) {
    return new PanelOf(
        MONTHS,
        Set.of(Role.OPERATIONS, Role.HR, Role.GENERAL_MANAGER, Role.AUDITOR),
        (account, language) -> {
          List<Line> lines = overview.latest(MONTHS_SHOWN);
          Forecast running =
              lines.stream()
                  .filter(Line::isRunning)
                  .findFirst()
                  .flatMap(line -> requests.latest(line.month()))
                  .map(forecast::of)
                  .orElse(null);
          CloseTimer.Setting setting = timer.setting().orElse(null);
          return Optional.of(
              new StartPanel.Shown(
                  "closing/months-panel",
                  new Months(
                      lines,
                      running,
                      setting,
                      setting == null ? null : timer.month(setting),
                      speeches.in(language))));
        });
  }

  /** The oldest month that is still to be closed. */
  @Bean
  StartPanel readinessOfMonth(MonthOverview overview, MonthReadiness readiness) {
    return new PanelOf(
        READINESS,
        Set.of(Role.HR),
        (account, language) ->
            overview.latest(MONTHS_SHOWN).reversed().stream()
                .filter(Line::isOpen)
                .map(Line::month)
                .findFirst()
                .map(month -> new Next(month, readiness.of(month)))
                .map(next -> new StartPanel.Shown("closing/readiness-panel", next)));
  }

  /** Of the month that is reviewed; of the last that was published where none is. */
  @Bean
  StartPanel exceptionsOfMonth(
      MonthOverview overview,
      CloseRuns runs,
      ReviewItems items,
      ExceptionList list,
      Objections objections,
      Speeches speeches) {
    return new PanelOf(
        EXCEPTIONS,
        Set.of(Role.HR, Role.GENERAL_MANAGER, Role.AUDITOR),
        (account, language) ->
            overview.latest(MONTHS_SHOWN).stream()
                .map(line -> runs.live(line.month()))
                .flatMap(Optional::stream)
                .filter(run -> run.state() != CloseRun.State.SETTLING)
                .findFirst()
                .map(run ->
                    new ToLookAt(
                        run.month(),
                        new ExceptionWords(runs.edition(run), language, speeches.in(language))
                            .counts(items.counts(run.id())),
                        run.state() == CloseRun.State.PUBLISHED ? 0 : list.open(run),
                        objections.countOpen()))
                .map(shown -> new StartPanel.Shown("closing/exceptions-panel", shown)));
  }
}
