package io.monthend.tasks;

import io.monthend.mail.Mail;
import io.monthend.mail.OutgoingMail;
import io.monthend.rulebook.Language;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Notices on their way out by mail. They are gathered into mails, and each mail is sent under the
 * lock of its row: of several nodes one sends it. Where the machine dies between the mail server
 * and the commit it goes out again under the same Message-ID, so that it is there at least once and
 * can be told from a second one.
 */
@Component
class NoticeMails {

  private static final Logger LOG = LoggerFactory.getLogger(NoticeMails.class);

  private static final int MOST_GATHERED = 500;
  private static final int MOST_LINES = 50;
  private static final int ATTEMPTS = 12;
  private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);

  private static final String EACH =
      """
      with due as materialized (
        select n.id, n.username, nextval(pg_get_serial_sequence('notice_mail', 'id')) as mail
        from notice n join mail_choice m using (username)
        where m.way = 'EACH' and m.confirmed_at is not null and n.mail is null and n.read_at is null and n.at >= m.since
        order by n.id limit :most),
      made as (
        insert into notice_mail (id, username, next_at) overriding system value
        select mail, username, :now from due)
      update notice n set mail = due.mail from due where n.id = due.id
      """;

  private static final String DAILY =
      """
      with turn as (
        update mail_choice set last_digest = :day
        where way = 'DAILY' and confirmed_at is not null and (last_digest is null or last_digest < :day) returning username, since),
      due as materialized (
        select n.id, n.username from notice n join turn using (username)
        where n.mail is null and n.read_at is null and n.at >= turn.since),
      made as (
        insert into notice_mail (username, next_at) select distinct username, :now::timestamptz from due
        returning id, username)
      update notice n set mail = made.id from due join made using (username) where n.id = due.id
      """;

  private record Waiting(
      long id, UUID messageId, int attempts, @Nullable String address, String language) {}

  private record Line(Message summary, String kind, String actor, String path) {}

  private final JdbcClient jdbc;
  private final Clock clock;
  private final OutgoingMail outgoing;
  private final Speeches speeches;
  private final LocalTime digestAt;
  private final String address;

  NoticeMails(
      JdbcClient jdbc,
      Clock clock,
      OutgoingMail outgoing,
      Speeches speeches,
      @Value("${monthend.mail.digest-at}") LocalTime digestAt,
      @Value("${monthend.address}") String address) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.outgoing = outgoing;
    this.speeches = speeches;
    this.digestAt = digestAt;
    this.address = address;
  }

  /** Makes mails of what is to be told; while one node does, the others leave it to that one. */
  @Transactional
  public void gather() {
    if (!jdbc.sql("select pg_try_advisory_xact_lock(hashtext('notice_mail'))")
        .query(Boolean.class)
        .single()) {
      return;
    }
    ZonedDateTime now = clock.instant().atZone(clock.getZone());
    Timestamp at = Timestamp.from(now.toInstant());
    jdbc.sql(EACH).param("most", MOST_GATHERED).param("now", at).update();
    if (!now.toLocalTime().isBefore(digestAt)) {
      jdbc.sql(DAILY).param("day", now.toLocalDate()).param("now", at).update();
    }
  }

  /** Sends the mail that has waited longest and nobody else is sending; false if there is none. */
  @Transactional
  public boolean sendOne() {
    Instant now = clock.instant();
    Optional<Waiting> next =
        jdbc.sql(
                """
                select w.id, w.message_id, w.attempts, m.address, a.language
                from notice_mail w join account a using (username)
                left join mail_choice m on m.username = w.username and m.confirmed_at is not null and a.is_active
                where w.next_at <= :now order by w.next_at, w.id limit 1 for update of w skip locked
                """)
            .param("now", Timestamp.from(now))
            .query((row, rowNumber) ->
                new Waiting(
                    row.getLong("id"),
                    row.getObject("message_id", UUID.class),
                    row.getInt("attempts"),
                    row.getString("address"),
                    row.getString("language")))
            .optional();
    next.ifPresent(mail -> send(mail, now));
    return next.isPresent();
  }

  private void send(Waiting waiting, Instant now) {
    if (waiting.address() == null) {
      note(waiting, null, null);
      return;
    }
    Optional<String> trouble = outgoing.send(mail(waiting, waiting.address()));
    if (trouble.isEmpty()) {
      note(waiting, now, null);
      return;
    }
    boolean isLast = waiting.attempts() + 1 >= ATTEMPTS;
    LOG.warn(
        "Mail {} to somebody who wants to be told was not taken{}: {}",
        waiting.messageId(),
        isLast ? ", and is given up" : "",
        trouble.get());
    Duration pause = FIRST_PAUSE.multipliedBy(1L << waiting.attempts());
    note(waiting, null, isLast ? null : now.plus(pause));
  }

  private void note(Waiting mail, @Nullable Instant sentAt, @Nullable Instant nextAt) {
    jdbc.sql(
            """
            update notice_mail set attempts = attempts + 1, sent_at = :sent, next_at = :next where id = :id
            """)
        .param("sent", sentAt == null ? null : Timestamp.from(sentAt))
        .param("next", nextAt == null ? null : Timestamp.from(nextAt))
        .param("id", mail.id())
        .update();
  }

  private Mail mail(Waiting waiting, String to) {
    Speech say =
        speeches.in(
            waiting.language().isEmpty() ? Language.ZH_HANT : Language.of(waiting.language()));
    List<Line> lines = lines(waiting.id());
    StringBuilder text = new StringBuilder();
    for (Line line : lines.subList(0, Math.min(MOST_LINES, lines.size()))) {
      text.append(say.notice(line.kind(), line.actor()))
          .append('\n')
          .append(say.of(line.summary()))
          .append('\n')
          .append(address.isEmpty() ? "" : address + line.path() + "\n")
          .append('\n');
    }
    if (lines.size() > MOST_LINES) {
      text.append(say.text("mail.more", String.valueOf(lines.size() - MOST_LINES))).append("\n\n");
    }
    text.append(say.text("mail.why")).append('\n');
    String subject = say.text("mail.subject", String.valueOf(lines.size()));
    return new Mail(List.of(to), subject, text.toString(), waiting.messageId().toString());
  }

  private List<Line> lines(long mail) {
    return jdbc.sql(
            """
            select coalesce(c.summary_key, n.summary_key) as summary_key,
              coalesce(c.summary_arguments, n.summary_arguments) as summary_arguments, n.kind,
              coalesce(a.name, n.actor) as actor, coalesce(n.path, '/requests/' || n.case_no) as path
            from notice n left join work_case c using (case_no) left join account a on a.username = n.actor
            where n.mail = :mail order by n.id
            """)
        .param("mail", mail)
        .query((row, rowNumber) ->
            new Line(
                Queue.summary(row),
                row.getString("kind"),
                row.getString("actor"),
                row.getString("path")))
        .list();
  }
}
