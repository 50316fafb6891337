package io.monthend.closing;

import io.monthend.kernel.PayMonth;
import io.monthend.rulebook.RuleBookEdition;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where each month stands and how it came there: counts and events, no pay. */
@Component
public class MonthHistory {

  /**
   * A month that was closed, or begun.
   *
   * @param state in words
   * @param attempt the last one
   * @param people with a pay slip in it, and {@code exceptions} things to look at; 0 once undone
   * @param closedAt when it was published, in the time zone of its rule book
   * @param digest of what is published
   * @param events first to last
   */
  public record Entry(
      PayMonth month,
      String state,
      int attempt,
      long people,
      long exceptions,
      @Nullable OffsetDateTime closedAt,
      @Nullable String digest,
      List<Event> events) {

    public Entry {
      events = List.copyOf(events);
    }
  }

  /** Something done to a month. */
  public record Event(OffsetDateTime at, String event, String actor, String reason) {}

  private static final String MONTHS =
      """
      select m.month, case when r.state = 'settling' then 'closing' else m.state end as state, r.attempt,
        (select count(*) from payslip p where p.run_id = live.id) as people,
        (select count(*) from review_item i where i.run_id = live.id) as exceptions,
        case when m.published_run = r.id then r.digest end as digest,
        (select max(e.at) from pay_month_event e
          where e.month = m.month and e.event = 'published' and e.run_id = m.published_run) as closed_at,
        b.hash, b.edition, b.yaml
      from pay_month m
      join lateral (select * from close_run where month = m.month order by attempt desc limit 1) r on true
      join rulebook_edition b on b.hash = r.rulebook_hash
      left join lateral (select r.id where r.state in ('settling', 'settled', 'blocked', 'published')) live on true
      where m.month = coalesce(:month, m.month)
      order by m.month
      """;

  private static final String EVENTS =
      """
      select at, event, actor, reason from pay_month_event where month = :month order by at, id
      """;

  private final JdbcClient jdbc;

  MonthHistory(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** All months, or one of them, first to last. */
  public List<Entry> months(@Nullable PayMonth only) {
    Map<String, ZoneId> zones = new HashMap<>();
    return jdbc.sql(MONTHS)
        .param("month", only == null ? null : only.toString(), Types.VARCHAR)
        .query((row, rowNumber) -> read(row, zoneOf(row, zones)))
        .list();
  }

  private Entry read(ResultSet row, ZoneId zone) throws SQLException {
    OffsetDateTime closedAt = row.getObject("closed_at", OffsetDateTime.class);
    return new Entry(
        PayMonth.of(row.getString("month")),
        row.getString("state"),
        row.getInt("attempt"),
        row.getLong("people"),
        row.getLong("exceptions"),
        closedAt == null ? null : in(zone, closedAt),
        row.getString("digest"),
        events(row.getString("month"), zone));
  }

  private List<Event> events(String month, ZoneId zone) {
    return new ArrayList<>(
        jdbc.sql(EVENTS)
            .param("month", month)
            .query((row, rowNumber) ->
                new Event(
                    in(zone, row.getObject("at", OffsetDateTime.class)),
                    row.getString("event"),
                    row.getString("actor"),
                    row.getString("reason")))
            .list());
  }

  private static OffsetDateTime in(ZoneId zone, OffsetDateTime at) {
    return at.atZoneSameInstant(zone).toOffsetDateTime();
  }

  private static ZoneId zoneOf(ResultSet row, Map<String, ZoneId> known) throws SQLException {
    String hash = row.getString("hash");
    ZoneId zone = known.get(hash);
    if (zone == null) {
      zone =
          RuleBookEdition.parse(row.getString("edition"), row.getString("yaml"))
              .book()
              .timeZone()
              .choice();
      known.put(hash, zone);
    }
    return zone;
  }
}
