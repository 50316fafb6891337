package io.monthend.signin;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Refused sign-ins. Whoever guesses waits longer and longer; the account stays open to its owner at
 * another address, so that nobody can lock somebody else out.
 */
@Component
class SignInFailures {

  /** A few slips of the fingers cost nothing; then 2 s, doubled each time, up to 15 minutes. */
  private static final String WAIT =
      """
      select coalesce(greatest(0, ceil(extract(epoch from
        last_at + least(interval '15 minutes', interval '1 second' * power(2, least(failures, 20) - 4))
        - clock_timestamp())))::int, 0)
      from sign_in_failure where username = :user and address = :address and failures > 4
      """;

  /** Many accounts tried from one address. */
  private static final String WAIT_OF_ADDRESS =
      """
      select case when sum(failures) > 100 then 300 else 0 end
      from sign_in_failure where address = :address and last_at > clock_timestamp() - interval '15 minutes'
      """;

  private final JdbcClient jdbc;

  SignInFailures(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** How many seconds an address has to wait before it may try this account again. */
  int secondsToWait(String username, String address) {
    return Math.max(query(WAIT, username, address), query(WAIT_OF_ADDRESS, username, address));
  }

  private int query(String sql, String username, String address) {
    return jdbc.sql(sql)
        .param("user", username)
        .param("address", address)
        .query((row, rowNumber) -> row.getInt(1))
        .optional()
        .orElse(0);
  }

  /** Counts a refusal, and forgets those of yesterday. */
  @Transactional
  void add(String username, String address) {
    jdbc.sql("delete from sign_in_failure where last_at < clock_timestamp() - interval '1 day'")
        .update();
    jdbc.sql(
            """
            insert into sign_in_failure (username, address, failures) values (:user, :address, 1)
            on conflict (username, address) do update
            set failures = sign_in_failure.failures + 1, last_at = clock_timestamp()
            """)
        .param("user", username)
        .param("address", address)
        .update();
  }

  void forget(String username, String address) {
    jdbc.sql("delete from sign_in_failure where username = :user and address = :address")
        .param("user", username)
        .param("address", address)
        .update();
  }
}
