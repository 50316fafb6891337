package io.monthend.tasks;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Drops old notices. Being told of a case opens it, so what is told of one that still goes on
 * stays; and what was done to a case is no notice and stays as well.
 */
@Component
public class NoticeRetention {

  /** What nobody has read is kept for so long at least. */
  private static final Duration UNREAD = Duration.ofDays(366);

  private static final String OLD =
      """
      from notice n
      where (n.read_at < :read or (n.read_at is null and n.at < :unread))
        and not exists (select from work_case c where c.case_no = n.case_no and c.closed_at is null)
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  NoticeRetention(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** How many notices {@link #prune} would drop. */
  public long plan(int keptDays) {
    return old("select count(*) " + OLD, keptDays).query(Long.class).single();
  }

  /**
   * Drops notices, and the records of mails that held no others.
   *
   * @param keptDays for which a notice stays after it was read, 1 or more; an unread one stays a
   *     year, or as long if that is longer
   * @return how many notices it dropped
   */
  @Transactional
  public long prune(int keptDays) {
    long dropped = old("delete " + OLD, keptDays).update();
    jdbc.sql(
            """
            delete from notice_mail m
            where next_at is null and not exists (select from notice n where n.mail = m.id)
            """)
        .update();
    return dropped;
  }

  private StatementSpec old(String sql, int keptDays) {
    Duration kept = Duration.ofDays(keptDays);
    Instant now = clock.instant();
    return jdbc.sql(sql)
        .param("read", Timestamp.from(now.minus(kept)))
        .param("unread", Timestamp.from(now.minus(kept.compareTo(UNREAD) > 0 ? kept : UNREAD)));
  }
}
