package io.monthend.web;

import io.monthend.closing.MonthHistory;
import io.monthend.closing.ReviewItem;
import io.monthend.closing.ReviewItems;
import io.monthend.closing.TeamFigures;
import io.monthend.kernel.PayMonth;
import io.monthend.months.PayMonths;
import io.monthend.pages.Page;
import io.monthend.pages.StartPanel;
import io.monthend.people.Access;
import io.monthend.people.Account;
import io.monthend.people.Role;
import io.monthend.rulebook.Language;
import io.monthend.web.EmployeePanels.PanelOf;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** What those see first who run, review and answer for the months. */
@Configuration(proxyBeanMethods = false)
@Profile(Page.SERVED)
class OfficePanels {

  private static final int MONTHS = 50;
  private static final int EXCEPTIONS = 60;
  private static final int TEAMS = 70;
  private static final int MONTHS_SHOWN = 6;

  /** The last months: their states, without any pay. */
  public record Months(List<MonthHistory.Entry> entries) {
    public Months {
      entries = List.copyOf(entries);
    }
  }

  /** What people should look at in a month. */
  public record Exceptions(PayMonth month, List<Count> counts) {
    public Exceptions {
      counts = List.copyOf(counts);
    }
  }

  /** A kind of exception by its name, and how many there are. */
  public record Count(String kind, int items) {}

  /** The teams of a month. */
  public record Teams(PayMonth month, List<TeamFigures.Team> teams) {
    public Teams {
      teams = List.copyOf(teams);
    }
  }

  @Bean
  StartPanel stateOfMonths(MonthHistory history) {
    return new PanelOf(
        MONTHS,
        Set.of(Role.OPERATIONS, Role.HR, Role.GENERAL_MANAGER, Role.AUDITOR),
        (account, language) -> {
          List<MonthHistory.Entry> all = history.months(null).reversed();
          return Optional.of(
              new StartPanel.Shown(
                  "web/months-panel",
                  new Months(all.subList(0, Math.min(MONTHS_SHOWN, all.size())))));
        });
  }

  @Bean
  StartPanel exceptionsOfMonth(ReviewItems items, PayMonths months, RuleBookTerms terms) {
    return new PanelOf(
        EXCEPTIONS,
        Set.of(Role.HR, Role.GENERAL_MANAGER, Role.AUDITOR),
        (account, language) ->
            latest(months)
                .map(month ->
                    new StartPanel.Shown(
                        "web/exceptions-panel",
                        new Exceptions(
                            month,
                            counts(
                                items.counts(months.publishedRun(month).orElseThrow()),
                                month,
                                terms,
                                language)))));
  }

  private static List<Count> counts(
      Map<ReviewItem.Kind, Integer> items, PayMonth month, RuleBookTerms terms, Language language) {
    return items.entrySet().stream()
        .map(entry -> new Count(terms.exception(entry.getKey(), month, language), entry.getValue()))
        .toList();
  }

  @Bean
  StartPanel teamsOfMonth(TeamFigures figures, PayMonths months, Whereabouts whereabouts) {
    return new PanelOf(
        TEAMS,
        Set.of(
            Role.MANAGER,
            Role.SUPERVISOR,
            Role.TRAINER,
            Role.LEADER,
            Role.HR,
            Role.GENERAL_MANAGER,
            Role.AUDITOR),
        (account, language) ->
            latest(months)
                .map(month -> new Teams(month, teams(account, month, figures, months, whereabouts)))
                .map(teams -> new StartPanel.Shown("web/teams-panel", teams)));
  }

  /** A leader sees the own team. */
  private static List<TeamFigures.Team> teams(
      Account account,
      PayMonth month,
      TeamFigures figures,
      PayMonths months,
      Whereabouts whereabouts) {
    long run = months.publishedRun(month).orElseThrow();
    if (Access.mayReadAllEvaluations(account)) {
      return figures.of(run, "");
    }
    String own = whereabouts.ownTeam(account);
    return own == null ? List.of() : figures.of(run, own);
  }

  private static Optional<PayMonth> latest(PayMonths months) {
    return months.published().reversed().stream().findFirst();
  }
}
