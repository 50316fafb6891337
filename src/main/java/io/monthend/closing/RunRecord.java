package io.monthend.closing;

import io.monthend.kernel.PayMonth;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The runs there were and are: when, how long, what came of them; no pay. */
@Component
class RunRecord {

  /**
   * One run, or a request that never came to one.
   *
   * @param state of the run, or of the request where there is no run
   * @param askedBy the name of who asked; absent for a close at the terminal
   * @param seconds it took to settle; absent while it runs
   */
  record Run(
      PayMonth month,
      int attempt,
      String state,
      @Nullable String askedBy,
      Instant beganAt,
      @Nullable Long seconds,
      String problem) {}

  private final JdbcClient jdbc;

  RunRecord(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The last so many, the last first. */
  List<Run> latest(int most) {
    return jdbc.sql(
            """
            select coalesce(r.month, q.month) as month, coalesce(r.attempt, q.attempt) as attempt,
              coalesce(r.state, q.state) as state, a.name as asked_by,
              coalesce(q.began_at, r.started_at, q.asked_at) as began_at, coalesce(q.problem, '') as problem,
              ceil(extract(epoch from case
                when q.id is not null then q.ended_at - q.began_at
                when r.state <> 'settling' then r.ended_at - r.started_at end))::bigint as seconds
            from close_run r full join close_request q on q.run_id = r.id left join account a on a.username = q.asked_by
            order by began_at desc limit :most
            """)
        .param("most", most)
        .query((row, rowNumber) ->
            new Run(
                PayMonth.of(row.getString("month")),
                row.getInt("attempt"),
                row.getString("state"),
                row.getString("asked_by"),
                row.getTimestamp("began_at").toInstant(),
                row.getObject("seconds", Long.class),
                row.getString("problem")))
        .list();
  }
}
