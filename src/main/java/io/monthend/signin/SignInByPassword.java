package io.monthend.signin;

import io.monthend.people.Account;
import io.monthend.people.Accounts;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Lets somebody in who knows the password. All refusals look alike, but for the wait. */
@Component
@Profile("serve")
class SignInByPassword implements AuthenticationProvider {

  private static final int LONGEST_NAME = 40;

  private final Accounts accounts;
  private final Passwords passwords;
  private final SignInFailures failures;

  SignInByPassword(Accounts accounts, Passwords passwords, SignInFailures failures) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.failures = failures;
  }

  @Override
  public Authentication authenticate(Authentication asked) {
    String username = asked.getName().strip().toLowerCase(Locale.ROOT);
    String password = String.valueOf(asked.getCredentials());
    if (username.length() > LONGEST_NAME || password.length() > PasswordRules.LONGEST) {
      throw new BadCredentialsException("too long");
    }
    String address =
        asked.getDetails() instanceof WebAuthenticationDetails details
            ? details.getRemoteAddress()
            : "";
    if (failures.secondsToWait(username, address) > 0) {
      throw new LockedException("wait");
    }
    boolean isRight = passwords.matches(username, password);
    Optional<Account> account = accounts.find(username).filter(Account::active);
    if (!isRight || account.isEmpty()) {
      failures.add(username, address);
      throw new BadCredentialsException("wrong");
    }
    failures.forget(username, address);
    return new SignedIn(
        account.get(), passwords.state(username).map(Passwords.State::mustChange).orElse(true));
  }

  @Override
  public boolean supports(Class<?> kind) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
  }
}
