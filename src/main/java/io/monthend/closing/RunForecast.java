package io.monthend.closing;

import io.monthend.closing.RunProgress.Step;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How far a run has come and how long it will take: a step that counts goes on at its own pace, any
 * other takes as long as in the last run that was settled.
 */
@Component
@ConditionalOnBooleanProperty("flowable.process.enabled")
class RunForecast {

  /**
   * A step with its outlook.
   *
   * @param state {@code done}, {@code now} or {@code ahead}
   * @param done of {@code total}; total 0 = it does not count
   * @param seconds it took, or is expected to take still; absent where nothing is known
   */
  record Outlook(String name, String state, long done, long total, @Nullable Long seconds) {}

  /**
   * A run with its outlook.
   *
   * @param secondsLeft of all steps; absent where one is not known
   */
  record Forecast(CloseRequest request, List<Outlook> steps, @Nullable Long secondsLeft) {

    /** The steps that are over. */
    public long stepsDone() {
      return steps.stream().filter(step -> step.state().equals("done")).count();
    }
  }

  /** What a run does, in this order. */
  private static final List<String> STEPS =
      List.of("import", "check", "checkReady", "keep", "settle", "rank", "reconcile");

  private final RunProgress progress;
  private final JdbcClient jdbc;
  private final Clock clock;

  RunForecast(RunProgress progress, JdbcClient jdbc, Clock clock) {
    this.progress = progress;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  Forecast of(CloseRequest request) {
    Map<String, Step> begun = new LinkedHashMap<>();
    progress.of(request.id()).forEach(step -> begun.put(step.name(), step));
    Map<String, Long> before = request.state().isEnded() ? Map.of() : secondsBefore();
    List<Outlook> steps = new ArrayList<>();
    for (String name : STEPS) {
      Step step = begun.get(name);
      if (step != null || !request.state().isEnded()) {
        steps.add(outlook(name, step, before.get(name)));
      }
    }
    return new Forecast(request, List.copyOf(steps), left(steps));
  }

  private Outlook outlook(String name, @Nullable Step step, @Nullable Long before) {
    if (step == null) {
      return new Outlook(name, "ahead", 0, 0, before);
    }
    Instant ended = step.endedAt();
    if (ended != null) {
      return new Outlook(
          name,
          "done",
          step.done(),
          step.total(),
          Duration.between(step.beganAt(), ended).toSeconds());
    }
    return new Outlook(name, "now", step.done(), step.total(), left(step, before));
  }

  private @Nullable Long left(Step step, @Nullable Long before) {
    long millis = Duration.between(step.beganAt(), clock.instant()).toMillis();
    if (step.done() > 0 && step.total() > 0) {
      long ahead = Math.max(0, step.total() - step.done());
      return Duration.ofMillis(millis * ahead / step.done()).toSeconds();
    }
    return before == null ? null : Math.max(0, before - Duration.ofMillis(millis).toSeconds());
  }

  private static @Nullable Long left(List<Outlook> steps) {
    long sum = 0;
    for (Outlook step : steps) {
      if (!step.state().equals("done")) {
        if (step.seconds() == null) {
          return null;
        }
        sum += step.seconds();
      }
    }
    return sum;
  }

  private Map<String, Long> secondsBefore() {
    Map<String, Long> seconds = new LinkedHashMap<>();
    jdbc.sql(
            """
            select step, ceil(extract(epoch from ended_at - began_at))::bigint as seconds from close_step
            where ended_at is not null and request_id = (
              select id from close_request where state = 'settled' order by ended_at desc limit 1)
            """)
        .query(row -> {
          seconds.put(row.getString("step"), row.getLong("seconds"));
        });
    return seconds;
  }
}
