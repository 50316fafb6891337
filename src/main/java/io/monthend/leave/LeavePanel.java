package io.monthend.leave;

import io.monthend.pages.Page;
import io.monthend.pages.StartPanel;
import io.monthend.people.Account;
import io.monthend.people.Role;
import io.monthend.rulebook.Language;
import io.monthend.tasks.Speech;
import io.monthend.tasks.Speeches;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** One's own leave on the start page: what is asked for or ahead, and what is left. */
@Component
@Profile(Page.SERVED)
class LeavePanel implements StartPanel {

  private static final int PLACE = 110;
  private static final int MOST = 5;

  /** What it shows. */
  record Content(Speech say, List<MyLeave.Entry> leaves, List<MyLeave.Balance> balances) {

    Content {
      leaves = List.copyOf(leaves);
      balances = List.copyOf(balances);
    }
  }

  private final MyLeave mine;
  private final Speeches speeches;

  LeavePanel(MyLeave mine, Speeches speeches) {
    this.mine = mine;
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
    return account.employeeNo() == null
        ? Optional.empty()
        : Optional.of(
            new Shown(
                "leave/panel",
                new Content(
                    speeches.in(language), mine.ahead(account, MOST), mine.balances(account))));
  }
}
