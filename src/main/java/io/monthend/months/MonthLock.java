package io.monthend.months;

import io.monthend.kernel.PayMonth;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The right to work on a month, held by one process at a time.
 *
 * <p>It lasts as long as its connection: a process that dies loses it at once.
 */
public final class MonthLock implements AutoCloseable {

  private static final int LOCK_SPACE = 0x4d6f6e74;

  private final Connection connection;

  private MonthLock(Connection connection) {
    this.connection = connection;
  }

  /** The lock, or empty where somebody else has it. */
  public static Optional<MonthLock> tryAcquire(DataSource dataSource, PayMonth month)
      throws SQLException {
    Connection connection = dataSource.getConnection();
    boolean acquired = false;
    try (PreparedStatement statement =
        connection.prepareStatement("select pg_try_advisory_lock(?, ?)")) {
      statement.setInt(1, LOCK_SPACE);
      statement.setInt(2, month.month().getYear() * 100 + month.month().getMonthValue());
      try (ResultSet row = statement.executeQuery()) {
        acquired = row.next() && row.getBoolean(1);
      }
      return acquired ? Optional.of(new MonthLock(connection)) : Optional.empty();
    } finally {
      if (!acquired) {
        connection.close();
      }
    }
  }

  @Override
  public void close() throws SQLException {
    try (connection;
        PreparedStatement statement =
            connection.prepareStatement("select pg_advisory_unlock_all()")) {
      statement.execute();
    }
  }
}
