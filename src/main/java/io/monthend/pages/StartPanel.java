package io.monthend.pages;

import io.monthend.people.Account;
import io.monthend.people.Role;
import io.monthend.rulebook.Language;
import java.util.Optional;
import java.util.Set;

/** Something a module shows on the start page of some roles. */
public interface StartPanel {

  /**
   * What to show.
   *
   * @param template one that has a fragment {@code panel(content)}: {@code tasks/queue-panel}
   * @param content handed to the fragment
   */
  record Shown(String template, Object content) {}

  /** Who sees it: people with at least one of these. */
  Set<Role> roles();

  /** Where it stands among the others, the smallest first; 100, 200 and so on leave room. */
  int place();

  /** What one of them sees now; empty if there is nothing worth the room. */
  Optional<Shown> show(Account account, Language language);
}
