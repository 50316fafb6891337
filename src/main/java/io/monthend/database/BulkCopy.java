package io.monthend.database;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Writes rows into one table by {@code COPY … BINARY}, in the transaction of its connection.
 *
 * <p>Each row is {@link #row()} followed by its values in the order of the columns. {@link #end()}
 * makes the rows part of the transaction; closing without it discards them. A connection takes one
 * copy at a time.
 */
public final class BulkCopy implements AutoCloseable {

  private static final int BUFFER_BYTES = 1 << 16;
  private static final long EPOCH_DAY_2000 = LocalDate.of(2000, 1, 1).toEpochDay();
  private static final long EPOCH_SECOND_2000 = EPOCH_DAY_2000 * 86_400;
  private static final byte[] SIGNATURE =
      "PGCOPY\n\377\r\n\0".getBytes(StandardCharsets.ISO_8859_1);

  private final CopyIn copy;
  private final short columns;
  private ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);

  private BulkCopy(CopyIn copy, int columns) {
    this.copy = copy;
    this.columns = (short) columns;
    buffer.put(SIGNATURE).putInt(0).putInt(0);
  }

  /** Begins a copy; table and columns are names of the schema, never of the outside. */
  public static BulkCopy into(Connection connection, String table, String... columns)
      throws SQLException {
    String sql =
        "copy " + table + " (" + String.join(", ", columns) + ") from stdin (format binary)";
    CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
    return new BulkCopy(copy, columns.length);
  }

  /** Begins the next row. */
  public BulkCopy row() throws SQLException {
    if (buffer.remaining() < BUFFER_BYTES / 2) {
      flush();
    }
    buffer.putShort(columns);
    return this;
  }

  public BulkCopy value(@Nullable String text) throws SQLException {
    if (text == null) {
      return none();
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    room(bytes.length + Integer.BYTES);
    buffer.putInt(bytes.length).put(bytes);
    return this;
  }

  public BulkCopy value(boolean flag) throws SQLException {
    room(Integer.BYTES + 1);
    buffer.putInt(1).put((byte) (flag ? 1 : 0));
    return this;
  }

  /** For a column of type smallint. */
  public BulkCopy value(short number) throws SQLException {
    room(Integer.BYTES + Short.BYTES);
    buffer.putInt(Short.BYTES).putShort(number);
    return this;
  }

  /** For a column of type integer. */
  public BulkCopy value(int number) throws SQLException {
    room(2 * Integer.BYTES);
    buffer.putInt(Integer.BYTES).putInt(number);
    return this;
  }

  /** For a column of type bigint. */
  public BulkCopy value(long number) throws SQLException {
    room(Integer.BYTES + Long.BYTES);
    buffer.putInt(Long.BYTES).putLong(number);
    return this;
  }

  public BulkCopy value(@Nullable LocalDate date) throws SQLException {
    return date == null ? none() : value((int) (date.toEpochDay() - EPOCH_DAY_2000));
  }

  /** For a column of type timestamp, in whole seconds. */
  public BulkCopy value(@Nullable LocalDateTime time) throws SQLException {
    return time == null
        ? none()
        : value((time.toEpochSecond(ZoneOffset.UTC) - EPOCH_SECOND_2000) * 1_000_000);
  }

  /** A null. */
  public BulkCopy none() throws SQLException {
    room(Integer.BYTES);
    buffer.putInt(-1);
    return this;
  }

  /** Makes the rows part of the transaction. */
  public void end() throws SQLException {
    room(Short.BYTES);
    buffer.putShort((short) -1);
    flush();
    copy.endCopy();
  }

  @Override
  public void close() throws SQLException {
    if (copy.isActive()) {
      copy.cancelCopy();
    }
  }

  private void room(int bytes) throws SQLException {
    if (buffer.remaining() >= bytes) {
      return;
    }
    flush();
    if (buffer.capacity() < bytes) {
      buffer = ByteBuffer.allocate(bytes);
    }
  }

  private void flush() throws SQLException {
    copy.writeToCopy(buffer.array(), 0, buffer.position());
    buffer.clear();
  }
}
