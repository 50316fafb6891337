package io.monthend.closing;

import io.monthend.people.Account;
import io.monthend.people.Accounts;
import io.monthend.people.Role;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Who may ask that a month be closed: operations, and HR where somebody else of HR is left to
 * review it. Nobody decides a case they asked for.
 */
@Component
public class CloseAskers {

  private final Accounts accounts;

  CloseAskers(Accounts accounts) {
    this.accounts = accounts;
  }

  /** Whether an account may, as things stand. */
  public boolean may(Account who) {
    return who.active()
        && (who.is(Role.OPERATIONS) || (who.is(Role.HR) && isReviewedByAnother(who)));
  }

  private boolean isReviewedByAnother(Account who) {
    return accounts.withRole(Role.HR).stream()
        .anyMatch(other -> !other.username().equals(who.username()));
  }

  /**
   * In whose name the command line and the timer ask.
   *
   * @param username who should, if they may
   */
  public Optional<Account> of(String username) {
    return Stream.of(
            accounts.find(username).stream(),
            accounts.withRole(Role.OPERATIONS).stream(),
            accounts.withRole(Role.HR).stream())
        .flatMap(found -> found)
        .filter(this::may)
        .findFirst();
  }
}
