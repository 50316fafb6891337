package io.monthend.web;

import io.monthend.closing.TeamFigures;
import io.monthend.kernel.PayMonth;
import io.monthend.months.PayMonths;
import io.monthend.pages.Page;
import io.monthend.pages.PanelOf;
import io.monthend.pages.StartPanel;
import io.monthend.people.Access;
import io.monthend.people.Account;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** What those see first who lead people. */
@Configuration(proxyBeanMethods = false)
@Profile(Page.SERVED)
class OfficePanels {

  private static final int TEAMS = 70;

  /** The teams of a month. */
  public record Teams(PayMonth month, List<TeamFigures.Team> teams) {
    public Teams {
      teams = List.copyOf(teams);
    }
  }

  @Bean
  StartPanel teamsOfMonth(TeamFigures figures, PayMonths months, Whereabouts whereabouts) {
    return new PanelOf(
        TEAMS,
        AllowEvaluationReaders.ROLES,
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
