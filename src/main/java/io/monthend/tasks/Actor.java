package io.monthend.tasks;

import io.monthend.people.Account;
import org.jspecify.annotations.Nullable;

/**
 * Who does something.
 *
 * @param via the user name of whom they stand in for; null = in their own right
 */
record Actor(Account account, @Nullable String via) {

  static Actor self(Account account) {
    return new Actor(account, null);
  }

  /** The user name the engine knows the doer by: a stand-in leaves the task with the absent. */
  String holder() {
    return via == null ? account.username() : via;
  }
}
