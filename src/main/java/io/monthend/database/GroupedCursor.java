package io.monthend.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows that come in the order of a text key, taken group by group as the caller asks for ascending
 * keys.
 *
 * <p>It streams: the connection must have auto-commit off, or the driver would fetch all rows at
 * once.
 */
public final class GroupedCursor<T> implements AutoCloseable {

  /** Reads one row; the key is its first column. */
  @FunctionalInterface
  public interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  private static final int ROWS_PER_FETCH = 2_000;

  private final PreparedStatement statement;
  private final ResultSet rows;
  private final RowReader<T> reader;
  private final KeyOrder order;
  private @Nullable String key;

  /** The order of the keys: that of the query. */
  @FunctionalInterface
  public interface KeyOrder {
    int compare(String left, String right);
  }

  private GroupedCursor(
      PreparedStatement statement, ResultSet rows, RowReader<T> reader, KeyOrder order)
      throws SQLException {
    this.statement = statement;
    this.rows = rows;
    this.reader = reader;
    this.order = order;
    advance();
  }

  /** Opens a query whose first column is the key it is ordered by. */
  public static <T> GroupedCursor<T> open(
      Connection connection, KeyOrder order, RowReader<T> reader, String sql, Object... parameters)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    statement.setFetchSize(ROWS_PER_FETCH);
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
    return new GroupedCursor<>(statement, statement.executeQuery(), reader, order);
  }

  /** The next key there are rows of; null at the end. */
  public @Nullable String nextKey() {
    return key;
  }

  /**
   * The rows of a key that follows all keys asked for so far; rows of keys in between are passed
   * over.
   */
  public List<T> take(String wanted) throws SQLException {
    while (key != null && order.compare(key, wanted) < 0) {
      advance();
    }
    if (key == null || !key.equals(wanted)) {
      return List.of();
    }
    List<T> group = new ArrayList<>(4);
    while (wanted.equals(key)) {
      group.add(reader.read(rows));
      advance();
    }
    return group;
  }

  private void advance() throws SQLException {
    key = rows.next() ? rows.getString(1) : null;
  }

  @Override
  public void close() throws SQLException {
    statement.close();
  }
}
