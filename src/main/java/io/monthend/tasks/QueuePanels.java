package io.monthend.tasks;

import io.monthend.pages.Page;
import io.monthend.pages.PanelOf;
import io.monthend.pages.StartPanel;
import io.monthend.people.Role;
import io.monthend.rulebook.Language;
import io.monthend.tasks.QueueQuery.Sort;
import io.monthend.tasks.QueueQuery.View;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** What the start page shows of the queue. */
@Configuration(proxyBeanMethods = false)
@Profile(Page.SERVED)
class QueuePanels {

  private static final int URGENT = 20;
  private static final int ASKED = 120;
  private static final int MOST = 5;

  /**
   * The first rows of something.
   *
   * @param total how many there are
   */
  public record Rows(List<QueueItem> items, long total, Speech say) {
    public Rows {
      items = List.copyOf(items);
    }
  }

  /** What somebody holds or could take, the most urgent first. */
  @Bean
  StartPanel urgentTasks(Queue queue, Speeches speeches) {
    return new PanelOf(
        URGENT,
        TaskMenu.WORKING,
        (account, language) ->
            shown("tasks/queue-panel", queue.mostUrgent(account, MOST), speeches, language));
  }

  /** What somebody asked for last, and what has become of it. */
  @Bean
  StartPanel ownRequests(Queue queue, Speeches speeches) {
    QueueQuery last = new QueueQuery(View.STARTED, "", null, false, Sort.NEWEST, 0, MOST);
    return new PanelOf(
        ASKED,
        Set.of(Role.EMPLOYEE),
        (account, language) ->
            shown("tasks/requests-panel", queue.page(account, last), speeches, language));
  }

  private static Optional<StartPanel.Shown> shown(
      String template, Queue.Page page, Speeches speeches, Language language) {
    return page.items().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new StartPanel.Shown(
                template, new Rows(page.items(), page.total(), speeches.in(language))));
  }
}
