package io.monthend.people;

import io.monthend.audit.Audited;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An account was created or changed.
 *
 * @param actor who did it
 * @param action {@code account.created} or {@code account.changed}
 * @param account as it is now
 */
public record AccountChanged(String actor, String action, Account account) implements Audited {

  @Override
  public String subject() {
    return "account:" + account.username();
  }

  @Override
  public Map<String, String> details() {
    return Map.of(
        "roles",
        account.roles().stream().map(Role::name).sorted().collect(Collectors.joining(" ")),
        "active",
        Boolean.toString(account.active()));
  }
}
