package io.monthend.pages;

import io.monthend.people.Account;
import io.monthend.people.Role;
import java.util.Set;

/**
 * A way from the menu to a page; a bean of the module the page is of.
 *
 * @param place among the others, the smallest first
 * @param path of the page, where its address begins: {@code /slips}
 * @param message the key of its name
 * @param roles who sees it: people with at least one of these
 */
public record MenuEntry(int place, String path, String message, Set<Role> roles) {

  public MenuEntry {
    roles = Set.copyOf(roles);
  }

  /** Whether it is in the menu of an account. */
  public boolean isFor(Account account) {
    return roles.stream().anyMatch(account::is);
  }

  /** Whether a page belongs to it. */
  public boolean leadsTo(String address) {
    return address.equals(path) || address.startsWith(path + "/");
  }
}
