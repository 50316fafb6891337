package io.monthend.pages;

import io.monthend.people.Account;
import io.monthend.people.Role;
import io.monthend.rulebook.Language;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * A panel made of its parts.
 *
 * @param content what one of its people sees now
 */
public record PanelOf(
    int place, Set<Role> roles, BiFunction<Account, Language, Optional<StartPanel.Shown>> content)
    implements StartPanel {

  public PanelOf {
    roles = Set.copyOf(roles);
  }

  @Override
  public Optional<Shown> show(Account account, Language language) {
    return content.apply(account, language);
  }
}
