package io.monthend.tasks;

import io.monthend.mail.Mail;
import io.monthend.mail.OutgoingMail;
import io.monthend.people.Account;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Codes that show that a mail address is that of whoever gave it. One holds for half an hour, for
 * five tries and once; five are sent to a person in a day. It is typed in and stands in no address
 * of a page: programs that look at mail follow the links in it.
 */
@Component
class MailCodes {

  private static final Logger LOG = LoggerFactory.getLogger(MailCodes.class);

  private static final Duration HOLDS = Duration.ofMinutes(30);
  private static final Duration DAY = Duration.ofDays(1);
  private static final int MOST_A_DAY = 5;
  private static final int MOST_TRIES = 5;
  private static final int CODES = 100_000_000;

  private record Tried(long id, boolean isRight) {}

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final OutgoingMail outgoing;
  private final SecureRandom random = new SecureRandom();

  MailCodes(JdbcClient jdbc, TransactionTemplate transaction, Clock clock, OutgoingMail outgoing) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.clock = clock;
    this.outgoing = outgoing;
  }

  /**
   * Sends a new code to the address somebody has chosen, within a minute.
   *
   * @return what is in the way, if anything
   */
  Optional<Message> send(Account who, Speech say) {
    String code = String.format(Locale.ROOT, "%08d", random.nextInt(CODES));
    String address = transaction.execute(status -> keep(who, code));
    if (address == null) {
      return Optional.of(Message.of("mail.code-too-many", String.valueOf(MOST_A_DAY)));
    }
    Mail mail =
        new Mail(
            List.of(address),
            say.text("mail.code-subject"),
            say.text("mail.code-text", code, String.valueOf(HOLDS.toMinutes())) + "\n");
    Optional<String> trouble = outgoing.send(mail);
    trouble.ifPresent(what -> LOG.warn("A code for a mail address was not taken: {}", what));
    return trouble.map(what -> Message.of("mail.code-not-sent"));
  }

  /** Keeps a code and gives the address it is for; null = none waits for one, or it is too many. */
  private @Nullable String keep(Account who, String code) {
    Instant now = clock.instant();
    Optional<String> address = awaited(who);
    jdbc.sql("delete from mail_code where username = :who and sent_at < :day")
        .param("who", who.username())
        .param("day", Timestamp.from(now.minus(DAY)))
        .update();
    long sent =
        jdbc.sql("select count(*) from mail_code where username = :who")
            .param("who", who.username())
            .query(Long.class)
            .single();
    if (address.isEmpty() || sent >= MOST_A_DAY) {
      return null;
    }
    jdbc.sql(
            "insert into mail_code (username, address, hash, sent_at) values (:who, :address, sha256(convert_to(:code, 'UTF8')), :now)")
        .param("who", who.username())
        .param("address", address.get())
        .param("code", code)
        .param("now", Timestamp.from(now))
        .update();
    return address.get();
  }

  /** The address that waits for its code; nobody else tries one until the transaction ends. */
  private Optional<String> awaited(Account who) {
    return jdbc.sql(
            "select address from mail_choice where username = :who and confirmed_at is null for update")
        .param("who", who.username())
        .query(String.class)
        .optional();
  }

  /**
   * Confirms the address with the code that was sent there last; what somebody is told from now on
   * is mailed.
   *
   * @return whether it was the code
   */
  boolean confirm(Account who, String typed) {
    return Boolean.TRUE.equals(
        transaction.execute(status ->
            awaited(who)
                .flatMap(address -> tried(who, address, typed.replaceAll("\\s", "")))
                .map(tried -> {
                  jdbc.sql(
                          "update mail_code set tries = tries + 1, is_used = :right where id = :id")
                      .param("right", tried.isRight())
                      .param("id", tried.id())
                      .update();
                  return tried.isRight() && confirm(who);
                })
                .orElse(false)));
  }

  private Optional<Tried> tried(Account who, String address, String typed) {
    return jdbc.sql(
            """
            select id, hash = sha256(convert_to(:typed, 'UTF8')) as is_right from mail_code
            where id = (select max(id) from mail_code where username = :who) and address = :address
              and sent_at > :oldest and tries < :most and not is_used
            """)
        .param("who", who.username())
        .param("address", address)
        .param("typed", typed)
        .param("oldest", Timestamp.from(clock.instant().minus(HOLDS)))
        .param("most", MOST_TRIES)
        .query((row, rowNumber) -> new Tried(row.getLong("id"), row.getBoolean("is_right")))
        .optional();
  }

  private boolean confirm(Account who) {
    return jdbc.sql(
                "update mail_choice set confirmed_at = :now, since = :now where username = :who")
            .param("now", Timestamp.from(clock.instant()))
            .param("who", who.username())
            .update()
        > 0;
  }
}
