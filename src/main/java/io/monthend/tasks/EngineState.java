package io.monthend.tasks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.flowable.engine.ManagementService;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How the process engine is doing: work that fails, timers, versions of the processes. */
@Component
public class EngineState {

  private static final int MOST = 100;
  private static final int MOST_TIMERS = 30;
  private static final int LONGEST_FAULT = 300;
  private static final int RETRIES = 3;

  /**
   * Work of the engine.
   *
   * @param process the id of its definition, and {@code step} the id of the step
   * @param caseNo absent where it belongs to no case
   * @param isDead whether it is not tried again by itself
   * @param retriesLeft how often it still is
   * @param dueAt when it is tried next
   * @param fault what went wrong the last time, at the root; empty = nothing
   */
  public record Work(
      String id,
      String process,
      String step,
      @Nullable String caseNo,
      boolean isDead,
      int retriesLeft,
      @Nullable Instant dueAt,
      String fault) {}

  /** A version of a process, and how many cases run by it. */
  public record Version(String process, int version, Instant deployedAt, long running) {}

  private static final String COLUMNS =
      """
      select j.id_, coalesce(d.key_, '') as process, coalesce(j.element_id_, '') as step, c.case_no, %s as retries,
        j.duedate_, left(coalesce((
          select cause[1] from regexp_matches(convert_from(b.bytes_, 'UTF8'), 'Caused by: ([^\\n]*)', 'g')
            with ordinality as causes (cause, nth) order by nth desc limit 1), j.exception_msg_, ''), %d) as fault,
        %s as is_dead
      from flowable.%s j left join flowable.act_re_procdef d on d.id_ = j.proc_def_id_
      left join work_case c on c.process_instance = j.process_instance_id_
      left join flowable.act_ge_bytearray b on b.id_ = j.exception_stack_id_
      """;

  private final JdbcClient jdbc;
  private final ManagementService jobs;
  private final ApplicationEventPublisher events;

  EngineState(JdbcClient jdbc, ManagementService jobs, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.jobs = jobs;
    this.events = events;
  }

  /** What has failed and is dead or will be tried again, 100 at most, the dead first. */
  public List<Work> failed() {
    return jdbc.sql(
            "select * from ("
                + from("act_ru_deadletter_job", true)
                + " union all "
                + from("act_ru_job", false)
                + "where j.exception_msg_ is not null union all "
                + from("act_ru_timer_job", false)
                + "where j.exception_msg_ is not null) as failed order by is_dead desc, duedate_, id_ limit :most")
        .param("most", MOST)
        .query(this::work)
        .list();
  }

  /** What waits for its time, 30 at most, the next first. */
  public List<Work> timers() {
    return jdbc.sql(from("act_ru_timer_job", false) + "order by j.duedate_, j.id_ limit :most")
        .param("most", MOST_TIMERS)
        .query(this::work)
        .list();
  }

  private static String from(String table, boolean isDead) {
    return COLUMNS.formatted(isDead ? "0" : "j.retries_", LONGEST_FAULT, isDead, table);
  }

  private Work work(ResultSet row, int rowNumber) throws SQLException {
    Timestamp due = row.getTimestamp("duedate_");
    return new Work(
        row.getString("id_"),
        row.getString("process"),
        row.getString("step"),
        row.getString("case_no"),
        row.getBoolean("is_dead"),
        row.getInt("retries"),
        due == null ? null : due.toInstant(),
        row.getString("fault"));
  }

  /** The versions by which something runs, and the newest of each process. */
  public List<Version> versions() {
    return jdbc.sql(
            """
            select d.key_, d.version_, p.deploy_time_, count(e.id_) as running
            from flowable.act_re_procdef d join flowable.act_re_deployment p on p.id_ = d.deployment_id_
            left join flowable.act_ru_execution e on e.proc_def_id_ = d.id_ and e.parent_id_ is null
            group by d.id_, d.key_, d.version_, p.deploy_time_
            having count(e.id_) > 0
              or d.version_ = (select max(o.version_) from flowable.act_re_procdef o where o.key_ = d.key_)
            order by d.key_, d.version_ desc
            """)
        .query((row, rowNumber) ->
            new Version(
                row.getString("key_"),
                row.getInt("version_"),
                row.getTimestamp("deploy_time_").toInstant(),
                row.getLong("running")))
        .list();
  }

  /** Has dead work tried again; tells whether it was there. */
  @Transactional
  public boolean retry(String actor, String id) {
    boolean isThere =
        jdbc.sql("select exists (select from flowable.act_ru_deadletter_job where id_ = :id)")
            .param("id", id)
            .query(Boolean.class)
            .single();
    if (!isThere) {
      return false;
    }
    jobs.moveDeadLetterJobToExecutableJob(id, RETRIES);
    events.publishEvent(new EngineDeed(actor, "engine.retried", "job:" + id, Map.of()));
    return true;
  }
}
