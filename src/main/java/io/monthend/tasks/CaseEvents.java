package io.monthend.tasks;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was done to each case; an entry is written with the deed or not at all. */
@Component
class CaseEvents {

  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  CaseEvents(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
    this.jdbc = jdbc;
    this.events = events;
    this.clock = clock;
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), clock.getZone());
  }

  Instant now() {
    return clock.instant();
  }

  /** Somebody did something about a task; the audit trail has it too. */
  void add(Actor by, Deed deed, OpenTask task, @Nullable String other, String words) {
    insert(by, deed, task.caseNo(), task.id(), task.key(), other, words);
    events.publishEvent(new CaseDeed(by, deed, task.caseNo(), task.key()));
  }

  /** Somebody did something about a case; by null = its process did. */
  void add(@Nullable Actor by, Deed deed, String caseNo, @Nullable String other, String words) {
    insert(by, deed, caseNo, null, null, other, words);
  }

  private void insert(
      @Nullable Actor by,
      Deed deed,
      String caseNo,
      @Nullable String taskId,
      @Nullable String taskKey,
      @Nullable String other,
      String words) {
    jdbc.sql(
            """
            insert into case_event (case_no, at, day, actor, on_behalf_of, deed, task_id, task_key, other, words)
            values (:case, :at, :day, :actor, :via, :deed, :task, :key, :other, :words)
            """)
        .param("case", caseNo)
        .param("at", Timestamp.from(now()))
        .param("day", today())
        .param("actor", by == null ? "" : by.account().username())
        .param("via", by == null ? null : by.via())
        .param("deed", deed.name())
        .param("task", taskId)
        .param("key", taskKey)
        .param("other", other)
        .param("words", words)
        .update();
  }

  /** Whether something was done to a case today. */
  boolean happenedToday(String caseNo, Deed deed) {
    return jdbc.sql(
            """
            select exists (select from case_event where case_no = :case and day = :day and deed = :deed)
            """)
        .param("case", caseNo)
        .param("day", today())
        .param("deed", deed.name())
        .query(Boolean.class)
        .single();
  }

  private static final String SELECT =
      """
      select e.at, coalesce(a.name, e.actor) as actor, coalesce(v.name, e.on_behalf_of) as via, e.deed, e.task_key,
        coalesce(o.name, e.other) as other, e.words
      from case_event e
      left join account a on a.username = e.actor
      left join account v on v.username = e.on_behalf_of
      left join account o on o.username = e.other
      """;

  /** What was done to a case, first to last. */
  List<CaseEvent> of(String caseNo) {
    return jdbc.sql(SELECT + "where e.case_no = :case order by e.id")
        .param("case", caseNo)
        .query((row, rowNumber) ->
            new CaseEvent(
                row.getTimestamp("at").toInstant(),
                row.getString("actor"),
                row.getString("via"),
                Deed.valueOf(row.getString("deed")),
                row.getString("task_key"),
                row.getString("other"),
                row.getString("words")))
        .list();
  }

  /** The case of a task about which something was done. */
  Optional<String> caseOf(String taskId) {
    return jdbc.sql("select case_no from case_event where task_id = :task limit 1")
        .param("task", taskId)
        .query(String.class)
        .optional();
  }

  /** How a task ended. */
  Optional<Answer.AlreadyDecided> decisionOn(String taskId) {
    return jdbc.sql(
            SELECT
                + """
                where e.task_id = :task and e.deed in ('APPROVED', 'REFUSED', 'RETURNED', 'SUBMITTED')
                order by e.id desc limit 1
                """)
        .param("task", taskId)
        .query((row, rowNumber) ->
            new Answer.AlreadyDecided(
                row.getString("actor"),
                row.getString("via"),
                Deed.valueOf(row.getString("deed")),
                row.getTimestamp("at").toInstant()))
        .optional();
  }
}
