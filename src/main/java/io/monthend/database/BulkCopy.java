package io.monthend.database;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
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

  private final @Nullable CopyIn copy;
  private final short columns;
  private ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
  private int mark;

  private BulkCopy(@Nullable CopyIn copy, int columns) {
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

  /** A copy to nowhere, for what {@link #updateSinceMark} makes of its rows. */
  public static BulkCopy discarded(int columns) {
    return new BulkCopy(null, columns);
  }

  /** Begins the next row. */
  public BulkCopy row() throws SQLException {
    if (buffer.position() > BUFFER_BYTES / 2) {
      flush();
    }
    room(Short.BYTES);
    buffer.putShort(columns);
    return this;
  }

  /** Marks this place of the row. */
  public BulkCopy mark() {
    mark = buffer.position();
    return this;
  }

  /** Feeds a digest with the values of the row since the mark, as PostgreSQL receives them. */
  public void updateSinceMark(MessageDigest digest) {
    digest.update(buffer.array(), mark, buffer.position() - mark);
  }

  public BulkCopy value(@Nullable String text) {
    if (text == null) {
      return none();
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    room(bytes.length + Integer.BYTES);
    buffer.putInt(bytes.length).put(bytes);
    return this;
  }

  public BulkCopy value(boolean flag) {
    room(Integer.BYTES + 1);
    buffer.putInt(1).put((byte) (flag ? 1 : 0));
    return this;
  }

  /** For a column of type smallint. */
  public BulkCopy value(short number) {
    room(Integer.BYTES + Short.BYTES);
    buffer.putInt(Short.BYTES).putShort(number);
    return this;
  }

  /** For a column of type integer. */
  public BulkCopy value(int number) {
    room(2 * Integer.BYTES);
    buffer.putInt(Integer.BYTES).putInt(number);
    return this;
  }

  /** For a column of type bigint. */
  public BulkCopy value(long number) {
    room(Integer.BYTES + Long.BYTES);
    buffer.putInt(Long.BYTES).putLong(number);
    return this;
  }

  public BulkCopy value(@Nullable LocalDate date) {
    return date == null ? none() : value((int) (date.toEpochDay() - EPOCH_DAY_2000));
  }

  /** For a column of type timestamp, in whole seconds. */
  public BulkCopy value(@Nullable LocalDateTime time) {
    return time == null
        ? none()
        : value((time.toEpochSecond(ZoneOffset.UTC) - EPOCH_SECOND_2000) * 1_000_000);
  }

  /** A null. */
  public BulkCopy none() {
    room(Integer.BYTES);
    buffer.putInt(-1);
    return this;
  }

  /** Makes the rows part of the transaction. */
  public void end() throws SQLException {
    room(Short.BYTES);
    buffer.putShort((short) -1);
    flush();
    if (copy != null) {
      copy.endCopy();
    }
  }

  @Override
  public void close() throws SQLException {
    if (copy != null && copy.isActive()) {
      copy.cancelCopy();
    }
  }

  /** A row stays in one piece, so the buffer grows rather than being flushed in its middle. */
  private void room(int bytes) {
    if (buffer.remaining() < bytes) {
      int capacity = Math.max(2 * buffer.capacity(), buffer.position() + bytes);
      buffer = ByteBuffer.allocate(capacity).put(buffer.flip());
    }
  }

  private void flush() throws SQLException {
    if (copy != null) {
      copy.writeToCopy(buffer.array(), 0, buffer.position());
    }
    buffer.clear();
  }
}
