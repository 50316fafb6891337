package io.monthend.closing;

import io.monthend.closing.MonthCases.Stage;
import io.monthend.kernel.PayMonth;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where the months stand: states and counts, no pay. */
@Component
class MonthOverview {

  /**
   * One month.
   *
   * @param state as in the table of months, with {@code -} between its words
   * @param caseNo of the close that is under way
   * @param stage of that close
   * @param people with a pay slip in the live run, and {@code exceptions} things to look at
   */
  record Line(
      PayMonth month,
      String state,
      @Nullable String caseNo,
      @Nullable Stage stage,
      int attempt,
      long people,
      long exceptions,
      @Nullable Instant publishedAt) {

    static Line open(PayMonth month) {
      return new Line(month, "open", null, null, 0, 0, 0, null);
    }

    /** The last word of the key {@code months.state.…} that says where it stands. */
    public String word() {
      return stage == null ? state : stage.word();
    }

    /** Whether its close may be asked for. */
    public boolean isOpen() {
      return stage == null && !isPublished();
    }

    /** Whether what the books have now is what the next run will take. */
    boolean awaitsFacts() {
      return isOpen() || stage == Stage.MENDING;
    }

    public boolean isPublished() {
      return state.equals("published") || isPaid();
    }

    public boolean isPaid() {
      return state.equals("paid");
    }

    /** Whether a run is asked for or at work. */
    public boolean isRunning() {
      return stage == Stage.RUNNING;
    }
  }

  /** Something done to a month; {@code event} with {@code -} between its words. */
  record Event(Instant at, String event, String name, String reason) {}

  private static final String SELECT =
      """
      select m.month, replace(case when r.state = 'settling' then 'closing' else m.state end, ' ', '-') as state,
        c.case_no, c.stage, coalesce(r.attempt, 0) as attempt,
        (select count(*) from payslip p where p.run_id = r.id) as people,
        (select count(*) from review_item i where i.run_id = r.id) as exceptions,
        (select max(e.at) from pay_month_event e
          where e.month = m.month and e.event = 'published' and e.run_id = m.published_run) as published_at
      from pay_month m
      left join month_close c on c.month = m.month and c.stage not in ('published', 'given up')
      left join close_run r on r.month = m.month and r.state in ('settling', 'settled', 'blocked', 'published')
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  MonthOverview(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The last so many that were begun, with this month and the one before; the last first. */
  List<Line> latest(int most) {
    List<Line> begun =
        jdbc.sql(SELECT + "order by m.month desc limit :most")
            .param("most", most)
            .query(this::read)
            .list();
    Set<PayMonth> known =
        begun.stream().map(Line::month).collect(Collectors.toCollection(HashSet::new));
    PayMonth current = PayMonth.of(LocalDate.ofInstant(clock.instant(), clock.getZone()));
    return Stream.concat(
            begun.stream(),
            Stream.of(current, current.previous())
                .filter(month -> !known.contains(month))
                .map(Line::open))
        .sorted(Comparator.comparing(Line::month).reversed())
        .limit(most)
        .toList();
  }

  /** A month, begun or not. */
  Line of(PayMonth month) {
    Optional<Line> begun =
        jdbc.sql(SELECT + "where m.month = :month")
            .param("month", month.toString())
            .query(this::read)
            .optional();
    return begun.orElseGet(() -> Line.open(month));
  }

  /** What was done to a month, the last first. */
  List<Event> history(PayMonth month) {
    return jdbc.sql(
            """
            select e.at, replace(e.event, ' ', '-') as event, coalesce(a.name, e.actor) as name, e.reason
            from pay_month_event e left join account a on a.username = e.actor
            where e.month = :month order by e.at desc, e.id desc
            """)
        .param("month", month.toString())
        .query((row, rowNumber) ->
            new Event(
                row.getTimestamp("at").toInstant(),
                row.getString("event"),
                row.getString("name"),
                row.getString("reason")))
        .list();
  }

  private Line read(ResultSet row, int rowNumber) throws SQLException {
    String stage = row.getString("stage");
    return new Line(
        PayMonth.of(row.getString("month")),
        row.getString("state"),
        row.getString("case_no"),
        stage == null ? null : Stage.of(stage),
        row.getInt("attempt"),
        row.getLong("people"),
        row.getLong("exceptions"),
        CloseRequests.instant(row.getTimestamp("published_at")));
  }
}
