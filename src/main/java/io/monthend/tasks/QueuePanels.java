package io.monthend.tasks;

import io.monthend.pages.Page;
import io.monthend.pages.StartPanel;
import io.monthend.people.Account;
import io.monthend.people.Role;
import io.monthend.rulebook.Language;
import io.monthend.tasks.QueueQuery.Sort;
import io.monthend.tasks.QueueQuery.View;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What the start page shows of the queue. */
final class QueuePanels {

  private static final int MOST = 5;

  private QueuePanels() {}

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
  @Component
  @Profile(Page.SERVED)
  static final class Urgent implements StartPanel {

    private static final int PLACE = 20;

    private final Queue queue;
    private final Speeches speeches;

    Urgent(Queue queue, Speeches speeches) {
      this.queue = queue;
      this.speeches = speeches;
    }

    @Override
    public Set<Role> roles() {
      return TaskMenu.WORKING;
    }

    @Override
    public int place() {
      return PLACE;
    }

    @Override
    public Optional<Shown> show(Account account, Language language) {
      Queue.Page urgent = queue.mostUrgent(account, MOST);
      return urgent.items().isEmpty()
          ? Optional.empty()
          : Optional.of(
              new Shown(
                  "tasks/queue-panel",
                  new Rows(urgent.items(), urgent.total(), speeches.in(language))));
    }
  }

  /** What somebody asked for last, and what has become of it. */
  @Component
  @Profile(Page.SERVED)
  static final class Asked implements StartPanel {

    private static final int PLACE = 110;

    private final Queue queue;
    private final Speeches speeches;

    Asked(Queue queue, Speeches speeches) {
      this.queue = queue;
      this.speeches = speeches;
    }

    @Override
    public Set<Role> roles() {
      return Set.of(Role.EMPLOYEE);
    }

    @Override
    public int place() {
      return PLACE;
    }

    @Override
    public Optional<Shown> show(Account account, Language language) {
      Queue.Page asked =
          queue.page(account, new QueueQuery(View.STARTED, "", null, false, Sort.NEWEST, 0, MOST));
      return asked.items().isEmpty()
          ? Optional.empty()
          : Optional.of(
              new Shown(
                  "tasks/requests-panel",
                  new Rows(asked.items(), asked.total(), speeches.in(language))));
    }
  }
}
