package io.monthend.months;

import io.monthend.kernel.PayMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The pay months and their states. */
@Component
public class PayMonths {

  /** Where a month stands. */
  public enum State {
    OPEN,
    CLOSING,
    IN_REVIEW,
    PUBLISHED,
    PAID;

    private String text() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static State of(String text) {
      return valueOf(text.toUpperCase(Locale.ROOT).replace(' ', '_'));
    }
  }

  /**
   * Something done to a month, for its record.
   *
   * @param actor who did it
   * @param reason as given, or empty
   */
  public record Change(String event, @Nullable Long runId, String actor, String reason) {}

  private final JdbcClient jdbc;

  PayMonths(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Where a month stands; a month never heard of is open. */
  public State state(PayMonth month) {
    return jdbc.sql("select state from pay_month where month = :month")
        .param("month", month.toString())
        .query(String.class)
        .optional()
        .map(State::of)
        .orElse(State.OPEN);
  }

  /** The run whose pay slips are published. */
  public Optional<Long> publishedRun(PayMonth month) {
    return jdbc.sql(
            "select published_run from pay_month where month = :month and published_run is not null")
        .param("month", month.toString())
        .query(Long.class)
        .optional();
  }

  /** All months whose pay slips are published, first to last. */
  public List<PayMonth> published() {
    return jdbc.sql("select month from pay_month where published_run is not null order by month")
        .query((row, rowNumber) -> PayMonth.of(row.getString(1)))
        .list();
  }

  /** The published months after this one, first to last. */
  public List<String> publishedAfter(PayMonth month) {
    return jdbc.sql(
            "select month from pay_month where month > :month and published_run is not null order by month")
        .param("month", month.toString())
        .query((row, rowNumber) -> row.getString(1))
        .list();
  }

  /** Changes the state and records it, in the transaction of the caller. */
  public void change(PayMonth month, State state, @Nullable Long publishedRun, Change change) {
    jdbc.sql(
            """
            insert into pay_month (month, state, published_run) values (:month, :state, :run)
            on conflict (month) do update set state = :state, published_run = :run
            """)
        .param("month", month.toString())
        .param("state", state.text())
        .param("run", publishedRun)
        .update();
    record(month, change);
  }

  /** Records what was done to a month and leaves its state, in the transaction of the caller. */
  public void record(PayMonth month, Change change) {
    jdbc.sql(
            """
            insert into pay_month_event (month, event, run_id, actor, reason)
            values (:month, :event, :run, :actor, :reason)
            """)
        .param("month", month.toString())
        .param("event", change.event())
        .param("run", change.runId())
        .param("actor", change.actor())
        .param("reason", change.reason())
        .update();
  }
}
