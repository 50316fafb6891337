package io.monthend.signin;

import io.monthend.people.Account;
import java.security.Principal;
import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Somebody who is signed in, as the account stands now. */
final class SignedIn extends AbstractAuthenticationToken implements Principal {

  private static final long serialVersionUID = 1;

  private final transient Account account;
  private final boolean mustChangePassword;

  SignedIn(Account account, boolean mustChangePassword) {
    super(
        List.copyOf(
            account.roles().stream()
                .map(role -> new SimpleGrantedAuthority(role.name()))
                .toList()));
    this.account = account;
    this.mustChangePassword = mustChangePassword;
    super.setAuthenticated(true);
  }

  Account account() {
    return account;
  }

  boolean mustChangePassword() {
    return mustChangePassword;
  }

  /** The user name: what processes and logs know somebody by. */
  @Override
  public Object getPrincipal() {
    return account.username();
  }

  @Override
  public String getName() {
    return account.username();
  }

  @Override
  public Object getCredentials() {
    return "";
  }
}
