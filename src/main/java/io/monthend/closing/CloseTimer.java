package io.monthend.closing;

import io.monthend.kernel.PayMonth;
import io.monthend.people.Account;
import io.monthend.tasks.Message;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** When months are closed by themselves: on a day of each month, at an hour. */
@Component
class CloseTimer {

  /**
   * What is set.
   *
   * @param day of the month, 1 to 31; where a month is shorter, its last day
   * @param hour 0 to 23, by the company's clock
   * @param offset how many months before that day's month is closed, 0 to 2
   * @param setBy the user name of who set it, in whose name it asks
   * @param lastResult what came of it the last time, as the key of a text; empty at first
   */
  record Setting(
      int day,
      int hour,
      int offset,
      String setBy,
      Instant nextAt,
      @Nullable Instant lastAt,
      String lastResult) {}

  private static final String STARTED = "timer.started";

  private final JdbcClient jdbc;
  private final Clock clock;
  private final MonthDesk desk;
  private final CloseAskers askers;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;

  CloseTimer(
      JdbcClient jdbc,
      Clock clock,
      MonthDesk desk,
      CloseAskers askers,
      TransactionTemplate transaction,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.desk = desk;
    this.askers = askers;
    this.transaction = transaction;
    this.events = events;
  }

  Optional<Setting> setting() {
    return jdbc.sql("select * from close_timer").query(this::read).optional();
  }

  /** Sets it; {@code day}, {@code hour} and {@code offset} as in {@link Setting}. */
  @Transactional
  public void set(Account who, int day, int hour, int offset) {
    jdbc.sql(
            """
            insert into close_timer (day, hour, month_offset, set_by, next_at)
            values (:day, :hour, :offset, :by, :next)
            on conflict (only_one) do update
            set day = :day, hour = :hour, month_offset = :offset, set_by = :by, next_at = :next
            """)
        .param("day", day)
        .param("hour", hour)
        .param("offset", offset)
        .param("by", who.username())
        .param("next", Timestamp.from(next(day, hour, now())))
        .update();
    tell(
        who,
        "close-timer.set",
        Map.of(
            "day",
            String.valueOf(day),
            "hour",
            String.valueOf(hour),
            "month-offset",
            String.valueOf(offset)));
  }

  /** Months are closed by hand again. */
  @Transactional
  public void stop(Account who) {
    if (jdbc.sql("delete from close_timer").update() > 0) {
      tell(who, "close-timer.stopped", Map.of());
    }
  }

  private void tell(Account who, String action, Map<String, String> details) {
    events.publishEvent(new MonthDeed(who.username(), action, "close-timer", details));
  }

  /**
   * Asks for the close if the time has come; of several nodes one does. What stands in its way is
   * noted, and it does not try again before the next time.
   */
  void fireIfDue() {
    transaction.executeWithoutResult(status ->
        jdbc.sql("select * from close_timer where next_at <= :now for update skip locked")
            .param("now", Timestamp.from(clock.instant()))
            .query(this::read)
            .optional()
            .ifPresent(due -> note(due, fire(due))));
  }

  private String fire(Setting due) {
    Account asker = askers.of(due.setBy()).orElse(null);
    if (asker == null) {
      return "timer.nobody";
    }
    List<Message> problems = desk.problems(asker, month(due));
    if (problems.isEmpty()) {
      desk.start(asker, month(due));
    }
    return problems.isEmpty() ? STARTED : problems.getFirst().key();
  }

  private void note(Setting due, String result) {
    jdbc.sql("update close_timer set next_at = :next, last_at = next_at, last_result = :result")
        .param("next", Timestamp.from(next(due.day(), due.hour(), now())))
        .param("result", result)
        .update();
  }

  /** The month that is closed when it fires next. */
  PayMonth month(Setting setting) {
    return new PayMonth(
        YearMonth.from(setting.nextAt().atZone(clock.getZone())).minusMonths(setting.offset()));
  }

  private ZonedDateTime now() {
    return clock.instant().atZone(clock.getZone());
  }

  /** The first time after now. */
  static Instant next(int day, int hour, ZonedDateTime now) {
    YearMonth month = YearMonth.from(now);
    ZonedDateTime inThis = at(month, day, hour, now);
    return (inThis.isAfter(now) ? inThis : at(month.plusMonths(1), day, hour, now)).toInstant();
  }

  private static ZonedDateTime at(YearMonth month, int day, int hour, ZonedDateTime now) {
    return month.atDay(Math.min(day, month.lengthOfMonth())).atTime(hour, 0).atZone(now.getZone());
  }

  private Setting read(ResultSet row, int rowNumber) throws SQLException {
    return new Setting(
        row.getInt("day"),
        row.getInt("hour"),
        row.getInt("month_offset"),
        row.getString("set_by"),
        row.getTimestamp("next_at").toInstant(),
        CloseRequests.instant(row.getTimestamp("last_at")),
        row.getString("last_result"));
  }
}
