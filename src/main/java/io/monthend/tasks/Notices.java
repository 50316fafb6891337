package io.monthend.tasks;

import io.monthend.people.Account;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What people are told about cases and what else concerns them; whoever shows or mails it says it
 * in their language.
 */
@Component
public class Notices {

  /**
   * Something somebody was told.
   *
   * @param summary a line about what it is about
   * @param person whom the case is about, where that is somebody else and the case is open to them
   * @param kind what about: a deed, {@code TASK} for something to do, or a word of the process
   * @param actor the name of who caused it; empty = the process
   * @param path where it leads: to the case, which it opens to the person, or elsewhere
   */
  public record Notice(
      long id,
      Message summary,
      @Nullable String person,
      String kind,
      String actor,
      Instant at,
      boolean read,
      String path) {}

  private static final int MOST_SHOWN = 100;

  private final JdbcClient jdbc;
  private final Clock clock;

  Notices(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Tells one person something about a case. */
  public void tell(String username, String caseNo, String kind, String actor) {
    tell("select :one, '' where :one <> ''", Set.of(), username, caseNo, kind, actor);
  }

  /** Tells people something that is no case of theirs, and where to look. */
  public void tellEach(
      Collection<String> usernames, Message summary, String kind, String actor, String path) {
    jdbc.sql(
            """
            insert into notice (username, kind, actor, at, summary_key, summary_arguments, path)
            select unnest(:users::text[]), :kind, :actor, :at, :key, :arguments, :path
            """)
        .param("users", usernames.toArray(String[]::new))
        .param("kind", kind)
        .param("actor", actor)
        .param("at", Timestamp.from(clock.instant()))
        .param("key", summary.key())
        .param("arguments", summary.arguments().toArray(String[]::new))
        .param("path", path)
        .update();
  }

  /** Tells the one who asked. */
  void tellRequester(String caseNo, String kind, String actor) {
    tell(
        "select requester, '' from work_case where case_no = :case and requester <> :actor",
        Set.of(),
        "",
        caseNo,
        kind,
        actor);
  }

  /** Tells those who may take a task: its candidates, but no party of the case. */
  void tellCandidates(
      String caseNo, String kind, Collection<String> users, Collection<String> roles) {
    tell(
        """
        select a.username, '' from account a
        where a.is_active and not is_party(:case, a.username)
          and (a.username = any (:users) or a.username in (
            select r.username from account_role r where r.role = any (:roles)))
        """,
        roles,
        String.join(" ", users),
        caseNo,
        kind,
        "");
  }

  private void tell(
      String who, Collection<String> roles, String one, String caseNo, String kind, String actor) {
    jdbc.sql(
            """
            with told(username, nothing) as (%s)
            insert into notice (username, case_no, kind, actor, at)
            select username, :case, :kind, :actor, :at from told
            """
                .formatted(who))
        .param("one", one)
        .param("users", one.isEmpty() ? new String[0] : one.split(" "))
        .param("roles", roles.toArray(String[]::new))
        .param("case", caseNo)
        .param("kind", kind)
        .param("actor", actor)
        .param("at", Timestamp.from(clock.instant()))
        .update();
  }

  /** What is not read yet comes first, then the latest; 100 at most. */
  public List<Notice> of(Account who) {
    return jdbc.sql(
            """
            select n.id, coalesce(c.summary_key, n.summary_key) as summary_key,
              coalesce(c.summary_arguments, n.summary_arguments) as summary_arguments, n.kind,
              coalesce(a.name, n.actor) as actor, n.at, n.read_at is not null as is_read,
              coalesce(n.path, '/requests/' || n.case_no) as path, p.name as person
            from notice n left join work_case c using (case_no) left join account a on a.username = n.actor
            left join account p on p.username = coalesce(c.subject, c.requester) and p.username <> :who
            where n.username = :who order by n.read_at is not null, n.id desc limit :most
            """)
        .param("who", who.username())
        .param("most", MOST_SHOWN)
        .query((row, rowNumber) ->
            new Notice(
                row.getLong("id"),
                Queue.summary(row),
                row.getString("person"),
                row.getString("kind"),
                row.getString("actor"),
                row.getTimestamp("at").toInstant(),
                row.getBoolean("is_read"),
                row.getString("path")))
        .list();
  }

  /** How much somebody has not read yet, counted up to 100. */
  public int unread(Account who) {
    return jdbc.sql(
            """
            select count(*) from (
              select from notice where username = :who and read_at is null limit :most) unread
            """)
        .param("who", who.username())
        .param("most", MOST_SHOWN)
        .query(Integer.class)
        .single();
  }

  /** Marks what somebody has been told up to a notice as read. */
  public void read(Account who, long upTo) {
    read(who, "id <= :what", upTo);
  }

  /** Marks one notice as read. */
  void readOne(Account who, long notice) {
    read(who, "id = :what", notice);
  }

  /** Marks what somebody has been told of a case as read, for they look at the case. */
  void seen(Account who, String caseNo) {
    read(who, "case_no = :what", caseNo);
  }

  private void read(Account who, String condition, Object what) {
    jdbc.sql(
            "update notice set read_at = :at where username = :who and read_at is null and "
                + condition)
        .param("at", Timestamp.from(clock.instant()))
        .param("who", who.username())
        .param("what", what)
        .update();
  }

  /** Whether somebody, or whom they stand in for, was told of the case a task belonged to. */
  boolean wasTold(Account who, @Nullable String taskId, LocalDate day) {
    return jdbc.sql(
            """
            select exists (
              select from notice n
              where n.username in (select username from acting_as(:me, :day))
                and n.case_no in (select case_no from case_event where task_id = :task))
            """)
        .param("me", who.username())
        .param("day", day)
        .param("task", taskId)
        .query(Boolean.class)
        .single();
  }
}
