package io.monthend.closing;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How far the run of this node has come. It is counted in memory and written down now and then, so
 * that it is seen on every node and costs the run nothing.
 */
@Component
@ConditionalOnBooleanProperty("flowable.process.enabled")
public class RunProgress implements CloseProgress {

  /**
   * A step of a request.
   *
   * @param total what there is to do; 0 = not known
   */
  public record Step(
      String name, long done, long total, Instant beganAt, @Nullable Instant endedAt) {}

  private static final class Count {
    private final long total;
    private final Instant beganAt;
    private final LongAdder done = new LongAdder();
    private volatile @Nullable Instant endedAt;

    Count(long total, Instant beganAt) {
      this.total = total;
      this.beganAt = beganAt;
    }
  }

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Map<String, Count> counts = new LinkedHashMap<>();
  private volatile @Nullable Count current;
  private @Nullable Long request;

  RunProgress(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Counts for a request from now on. */
  synchronized void watch(long requestId) {
    jdbc.sql("delete from close_step where request_id = :id").param("id", requestId).update();
    counts.clear();
    current = null;
    request = requestId;
  }

  /** Writes down the last of it and counts for nobody. */
  synchronized void leave() {
    write();
    request = null;
    counts.clear();
    current = null;
  }

  @Override
  public synchronized void begin(String step, long total) {
    Count count = new Count(total, clock.instant());
    counts.put(step, count);
    current = count;
  }

  @Override
  public void advance(long done) {
    Count count = current;
    if (count != null) {
      count.done.add(done);
    }
  }

  @Override
  public synchronized void end(String step) {
    Count count = counts.get(step);
    if (count != null) {
      count.endedAt = clock.instant();
    }
  }

  /** Writes down how far it is. */
  synchronized void write() {
    Long id = request;
    if (id == null) {
      return;
    }
    int place = 0;
    for (Map.Entry<String, Count> step : counts.entrySet()) {
      write(id, place++, step.getKey(), step.getValue());
    }
  }

  private void write(long requestId, int place, String step, Count count) {
    Instant ended = count.endedAt;
    jdbc.sql(
            """
            insert into close_step (request_id, place, step, done, total, began_at, ended_at)
            values (:id, :place, :step, :done, :total, :began, :ended)
            on conflict (request_id, step) do update set done = :done, total = :total, ended_at = :ended
            """)
        .param("id", requestId)
        .param("place", place)
        .param("step", step)
        .param("done", count.done.sum())
        .param("total", count.total)
        .param("began", Timestamp.from(count.beganAt))
        .param("ended", ended == null ? null : Timestamp.from(ended), Types.TIMESTAMP)
        .update();
  }

  /** The steps of a request so far, first to last. */
  List<Step> of(long requestId) {
    return jdbc.sql(
            """
            select step, done, total, began_at, ended_at from close_step where request_id = :id order by place
            """)
        .param("id", requestId)
        .query((row, rowNumber) ->
            new Step(
                row.getString("step"),
                row.getLong("done"),
                row.getLong("total"),
                row.getTimestamp("began_at").toInstant(),
                CloseRequests.instant(row.getTimestamp("ended_at"))))
        .list();
  }
}
