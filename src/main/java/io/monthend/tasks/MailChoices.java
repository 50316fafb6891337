package io.monthend.tasks;

import io.monthend.mail.Mail;
import io.monthend.people.Account;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How people want to be told by mail of what they are told in the application. */
@Component
class MailChoices {

  /** How often. */
  enum Way {
    /** Not at all. */
    NEVER,
    /** A mail for each notice. */
    EACH,
    /** One mail a day with what is not read yet. */
    DAILY
  }

  /**
   * What somebody has chosen, and where the mail goes.
   *
   * @param isConfirmed whether the address is known to be theirs; before that nothing is mailed
   */
  record Choice(Way way, String address, boolean isConfirmed) {

    /** Whether it waits for the address to be confirmed. */
    public boolean isWaiting() {
      return way != Way.NEVER && !isConfirmed;
    }
  }

  private final JdbcClient jdbc;
  private final Clock clock;

  MailChoices(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  Choice of(Account who) {
    return jdbc.sql(
            "select way, address, confirmed_at is not null as is_confirmed from mail_choice where username = :who")
        .param("who", who.username())
        .query((row, rowNumber) ->
            new Choice(
                Way.valueOf(row.getString("way")),
                row.getString("address"),
                row.getBoolean("is_confirmed")))
        .optional()
        .orElse(new Choice(Way.NEVER, "", false));
  }

  /**
   * Chooses; what was told before is not mailed any more. An address that is new has to be
   * confirmed (see {@link MailCodes}).
   *
   * @return what is wrong about it, if anything
   */
  Optional<Message> choose(Account who, Way way, String address) {
    if (way == Way.NEVER) {
      jdbc.sql("delete from mail_choice where username = :who")
          .param("who", who.username())
          .update();
      return Optional.empty();
    }
    if (!Mail.isAddress(address)) {
      return Optional.of(new Message("mail.no-address", List.of()));
    }
    jdbc.sql(
            """
            insert into mail_choice (username, way, address, since) values (:who, :way, :address, :now)
            on conflict (username) do update set way = :way, address = :address, since = :now,
              confirmed_at = case when mail_choice.address = :address then mail_choice.confirmed_at end
            """)
        .param("who", who.username())
        .param("way", way.name())
        .param("address", address)
        .param("now", Timestamp.from(clock.instant()))
        .update();
    return Optional.empty();
  }
}
