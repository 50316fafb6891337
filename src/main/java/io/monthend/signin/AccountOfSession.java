package io.monthend.signin;

import io.monthend.people.Account;
import io.monthend.people.Accounts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Keeps no more in a session than who signed in and when. Roles are read at every request, so that
 * an account that is disabled or changed is so at once, on every node.
 */
@Component
@Profile("serve")
class AccountOfSession implements SecurityContextRepository {

  private static final String USERNAME = "account";
  private static final String SINCE = "signedInAt";

  /** However busy somebody is, after this they sign in again. */
  private static final Duration LONGEST = Duration.ofHours(12);

  private final Accounts accounts;
  private final Passwords passwords;
  private final Clock clock;

  AccountOfSession(Accounts accounts, Passwords passwords, Clock clock) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.clock = clock;
  }

  @Override
  public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
    return new Deferred(this, request);
  }

  @Override
  @Deprecated
  public SecurityContext loadContext(HttpRequestResponseHolder holder) {
    return load(holder.getRequest());
  }

  private SecurityContext load(HttpServletRequest request) {
    SecurityContext context = new SecurityContextImpl();
    HttpSession session = request.getSession(false);
    if (session != null && session.getAttribute(USERNAME) instanceof String username) {
      Optional<SignedIn> signedIn = signedIn(username, Instant.ofEpochMilli(since(session)));
      if (signedIn.isPresent()) {
        context.setAuthentication(signedIn.get());
      } else {
        session.invalidate();
      }
    }
    return context;
  }

  private Optional<SignedIn> signedIn(String username, Instant since) {
    if (clock.instant().isAfter(since.plus(LONGEST))) {
      return Optional.empty();
    }
    return passwords
        .state(username)
        .filter(password -> !password.changedAt().isAfter(since))
        .flatMap(password ->
            accounts
                .find(username)
                .filter(Account::active)
                .map(account -> new SignedIn(account, password.mustChange())));
  }

  private static long since(HttpSession session) {
    return session.getAttribute(SINCE) instanceof Long since ? since : 0;
  }

  @Override
  public void saveContext(
      SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
    Authentication authentication = context.getAuthentication();
    if (authentication instanceof SignedIn signedIn) {
      keep(request.getSession(), signedIn.getName());
    } else {
      HttpSession session = request.getSession(false);
      if (session != null) {
        session.removeAttribute(USERNAME);
      }
    }
  }

  /** Signs in from now on: after a sign-in, and after the own password was changed. */
  void keep(HttpSession session, String username) {
    session.setAttribute(USERNAME, username);
    session.setAttribute(SINCE, clock.millis());
  }

  @Override
  public boolean containsContext(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session != null && session.getAttribute(USERNAME) != null;
  }

  /** Read when it is first asked for: assets need nobody. */
  private static final class Deferred implements DeferredSecurityContext {
    private final AccountOfSession source;
    private final HttpServletRequest request;
    private @Nullable SecurityContext context;

    Deferred(AccountOfSession source, HttpServletRequest request) {
      this.source = source;
      this.request = request;
    }

    @Override
    public SecurityContext get() {
      if (context == null) {
        context = source.load(request);
      }
      return context;
    }

    @Override
    public boolean isGenerated() {
      return get().getAuthentication() == null;
    }
  }
}
