package io.monthend.months;

import io.monthend.kernel.PayMonth;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The right to work on a month, held by one process at a time.
 *
 * <p>It lasts as long as its connection: a process that dies loses it at once. A process that is
 * alive says so again and again, and one that says nothing for as long as the database bears
 * silence, since it was stopped or its machine is gone, loses its connection and with it the lock.
 */
public final class MonthLock implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(MonthLock.class);

  private static final String MARK = "'monthend, work on ' || %s";

  /**
   * An expression over a column {@code month}: marks the transaction as work on that month. Who
   * gets the lock ends what is so marked and still open. For a session that waits for the rows of a
   * copy is not silent in the database's eyes, and its application may be stopped or gone.
   */
  public static final String MARKED_AS_WORK =
      "set_config('application_name', %s, true)".formatted(MARK.formatted("month"));

  private static final String END_WORK =
      """
      select pg_terminate_backend(s.pid, 10000)
      from pg_stat_activity s
      where s.datname = current_database() and s.usename = current_user
        and s.application_name = %s
      """
          .formatted(MARK.formatted("?"));

  private static final int LOCK_SPACE = 0x4d6f6e74;

  private static final int BEATS_IN_SILENCE = 5;
  private static final int ANSWER_SECONDS = 30;

  /** The session may be silent for as long as a transaction may; gives milliseconds. */
  private static final String BEAR_SILENCE =
      """
      select setting::bigint, set_config('idle_session_timeout', setting, false)
      from pg_settings where name = 'idle_in_transaction_session_timeout'
      """;

  private final Connection connection;
  private final ScheduledExecutorService heart =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("month-lock").factory());

  private MonthLock(Connection connection) {
    this.connection = connection;
  }

  /** The lock, or empty where somebody else has it. */
  public static Optional<MonthLock> tryAcquire(DataSource dataSource, PayMonth month)
      throws SQLException {
    Connection connection = dataSource.getConnection();
    boolean acquired = false;
    try {
      if (!isFree(connection, month)) {
        return Optional.empty();
      }
      endWork(connection, month);
      MonthLock lock = new MonthLock(connection);
      lock.beat();
      acquired = true;
      return Optional.of(lock);
    } finally {
      if (!acquired) {
        connection.close();
      }
    }
  }

  private static boolean isFree(Connection connection, PayMonth month) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select pg_try_advisory_lock(?, ?)")) {
      statement.setInt(1, LOCK_SPACE);
      statement.setInt(2, month.month().getYear() * 100 + month.month().getMonthValue());
      try (ResultSet row = statement.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  private static void endWork(Connection connection, PayMonth month) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(END_WORK)) {
      statement.setString(1, month.toString());
      statement.execute();
    }
  }

  private void beat() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(BEAR_SILENCE)) {
      long silence = row.next() ? row.getLong(1) : 0;
      if (silence > 0) {
        long pause = Math.max(1, silence / BEATS_IN_SILENCE);
        ScheduledFuture<?> _ =
            heart.scheduleWithFixedDelay(this::beatOnce, pause, pause, TimeUnit.MILLISECONDS);
      }
    }
  }

  private void beatOnce() {
    try {
      if (!connection.isValid(ANSWER_SECONDS)) {
        lost("its connection is gone");
        heart.shutdown();
      }
    } catch (SQLException e) {
      lost(String.valueOf(e.getMessage()));
      heart.shutdown();
    }
  }

  /** No fault by itself: what is written for a run asks who owns the run. */
  private static void lost(String why) {
    LOG.warn("The lock of the month was lost before its time: {}", why);
  }

  @Override
  public void close() {
    heart.shutdownNow();
    try (connection;
        Statement statement = connection.createStatement()) {
      statement.execute("select pg_advisory_unlock_all()");
      statement.execute("reset idle_session_timeout");
    } catch (SQLException e) {
      lost(String.valueOf(e.getMessage()));
    }
  }
}
