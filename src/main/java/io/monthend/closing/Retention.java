package io.monthend.closing;

import io.monthend.kernel.PayMonth;
import io.monthend.months.MonthLock;
import io.monthend.months.PayMonths;
import io.monthend.months.PayMonths.Change;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Drops the facts that nothing rests on any more. Results stay, and with them every slip; the input
 * hash stays, so that a repeated close is still known.
 */
@Component
public class Retention {

  /**
   * What later months and questions rest on: incidents are counted over the whole employment, and
   * the employees say for how long somebody was employed and at which salary.
   */
  static final Set<String> KEPT = Set.of("employee", "incident");

  private static final String LOCK_LIMIT = "set local lock_timeout = '60s'";

  /**
   * A run whose facts are, or would be, dropped.
   *
   * @param bytes they take on the disk
   * @param busy whether a close of the month was running, so that they were left
   */
  public record Pruned(PayMonth month, int attempt, String state, long bytes, boolean busy) {}

  private record Candidate(long runId, PayMonth month, int attempt, String state) {

    Set<String> kept() {
      return state.equals("published") ? KEPT : Set.of();
    }
  }

  private final DataSource dataSource;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final RunTables tables;
  private final PayMonths months;

  Retention(
      DataSource dataSource,
      JdbcClient jdbc,
      TransactionTemplate transaction,
      RunTables tables,
      PayMonths months) {
    this.dataSource = dataSource;
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.tables = tables;
    this.months = months;
  }

  /** What {@link #prune} would drop. */
  public List<Pruned> plan(int keptMonths) {
    return candidates(keptMonths).stream()
        .map(run -> pruned(run, tables.factBytes(run.runId(), run.kept()), false))
        .filter(run -> run.bytes() > 0)
        .toList();
  }

  /**
   * Drops the facts of published months but for the latest ones, and of attempts undone or given
   * up.
   *
   * @param keptMonths so many calendar months, the last published one among them, keep theirs
   */
  public List<Pruned> prune(int keptMonths, String actor) throws SQLException {
    List<Pruned> pruned = new ArrayList<>();
    for (Candidate run : candidates(keptMonths)) {
      long bytes = tables.factBytes(run.runId(), run.kept());
      if (bytes > 0) {
        Optional<MonthLock> lock = MonthLock.tryAcquire(dataSource, run.month());
        if (lock.isPresent()) {
          try (MonthLock _ = lock.get()) {
            drop(run, actor);
          }
        }
        pruned.add(pruned(run, bytes, lock.isEmpty()));
      }
    }
    return pruned;
  }

  private void drop(Candidate run, String actor) {
    transaction.executeWithoutResult(status -> {
      jdbc.sql(LOCK_LIMIT).update();
      tables.dropFacts(run.runId(), run.kept());
      months.record(
          run.month(),
          new Change("facts pruned", run.runId(), actor, "of attempt " + run.attempt()));
    });
  }

  private static Pruned pruned(Candidate run, long bytes, boolean busy) {
    return new Pruned(run.month(), run.attempt(), run.state(), bytes, busy);
  }

  private List<Candidate> candidates(int keptMonths) {
    List<PayMonth> published = months.published();
    String firstKept =
        published.isEmpty()
            ? ""
            : published.getLast().month().minusMonths(keptMonths - 1L).toString();
    return jdbc.sql(
            """
            select id, month, attempt, state from close_run
            where state in ('undone', 'abandoned') or (state = 'published' and month < :first)
            order by month, attempt
            """)
        .param("first", firstKept)
        .query((row, rowNumber) ->
            new Candidate(
                row.getLong("id"),
                PayMonth.of(row.getString("month")),
                row.getInt("attempt"),
                row.getString("state")))
        .list();
  }
}
