package io.monthend.signin;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The passwords of the accounts, as Argon2id hashes. */
@Component
public class Passwords {

  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final int MEMORY_KIB = 19 * 1024;
  private static final int PASSES = 2;

  /** Each takes MEMORY_KIB while it works. */
  private static final int AT_ONCE = 8;

  private static final String ONE_TIME_LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
  private static final int ONE_TIME_LENGTH = 16;

  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;
  private final SecureRandom random = new SecureRandom();
  private final Semaphore room = new Semaphore(AT_ONCE);
  private final Argon2PasswordEncoder encoder =
      new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, 1, MEMORY_KIB, PASSES);
  private final String nobodys = encoder.encode("nobody");

  Passwords(JdbcClient jdbc, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.events = events;
  }

  /**
   * What a session has to know of a password.
   *
   * @param changedAt sessions from before it are over
   */
  record State(boolean mustChange, Instant changedAt) {}

  /** Absent where the account has no password yet. */
  Optional<State> state(String username) {
    return jdbc.sql("select must_change, changed_at from account_password where username = :user")
        .param("user", username)
        .query((row, rowNumber) ->
            new State(
                row.getBoolean("must_change"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant()))
        .optional();
  }

  /** Whether this is the account's password; where there is none it takes as long to say no. */
  public boolean matches(String username, String password) {
    Optional<String> hash =
        jdbc.sql("select hash from account_password where username = :user")
            .param("user", username)
            .query(String.class)
            .optional();
    room.acquireUninterruptibly();
    try {
      return encoder.matches(password, hash.orElse(nobodys)) && hash.isPresent();
    } finally {
      room.release();
    }
  }

  /** Sets a password that somebody has chosen for themselves. */
  @Transactional
  public void choose(String username, String password) {
    store(username, password, false);
    events.publishEvent(new PasswordSet(username, username, "account.password-changed"));
  }

  /** Sets a password for an account whose owner need not change it: those of the demo. */
  @Transactional
  public void give(String username, String password, String actor) {
    store(username, password, false);
    events.publishEvent(new PasswordSet(actor, username, "account.password-reset"));
  }

  /** Gives an account a password that lets its owner in to choose another; returns it. */
  @Transactional
  public String reset(String username, String actor) {
    StringBuilder password = new StringBuilder();
    for (int i = 0; i < ONE_TIME_LENGTH; i++) {
      password.append(ONE_TIME_LETTERS.charAt(random.nextInt(ONE_TIME_LETTERS.length())));
    }
    store(username, password.toString(), true);
    events.publishEvent(new PasswordSet(actor, username, "account.password-reset"));
    return password.toString();
  }

  private void store(String username, String password, boolean mustChange) {
    jdbc.sql(
            """
            insert into account_password (username, hash, must_change) values (:user, :hash, :mustChange)
            on conflict (username) do update
            set hash = excluded.hash, must_change = excluded.must_change, changed_at = clock_timestamp()
            """)
        .param("user", username)
        .param("hash", encoder.encode(password))
        .param("mustChange", mustChange)
        .update();
  }
}
