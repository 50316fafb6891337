package io.monthend.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a CSV file without its last column, and otherwise as they are: what is read here can
 * be held against a digest.
 */
final class WithoutLastColumn extends InputStream {

  private static final int LONGEST_RECORD = 1 << 20;

  private final InputStream csv;
  private byte[] record = new byte[1 << 10];
  private int length;
  private int position;
  private boolean passesOn;

  /** Reads from a buffered stream, byte by byte. */
  WithoutLastColumn(InputStream csv) {
    this.csv = csv;
  }

  @Override
  public int read() throws IOException {
    if (position == length) {
      next();
    }
    return position == length ? -1 : record[position++] & 0xff;
  }

  @Override
  public int read(byte @Nullable [] bytes, int from, int most) throws IOException {
    if (position == length) {
      next();
    }
    if (position == length) {
      return -1;
    }
    int count = Math.min(most, length - position);
    System.arraycopy(record, position, bytes, from, count);
    position += count;
    return count;
  }

  /** A record without an end, or an endless one, is no output of ours and stays as it is. */
  private void next() throws IOException {
    length = 0;
    position = 0;
    int lastComma = -1;
    boolean quoted = false;
    for (int next = csv.read(); next >= 0; next = csv.read()) {
      if (next == '"') {
        quoted = !quoted;
      } else if (next == ',' && !quoted) {
        lastComma = length;
      }
      boolean ends = next == '\n' && !quoted;
      if (ends && lastComma >= 0 && !passesOn) {
        length = lastComma;
      }
      add(next);
      passesOn |= length == LONGEST_RECORD;
      if (ends || length == LONGEST_RECORD) {
        return;
      }
    }
  }

  private void add(int next) {
    if (length == record.length) {
      record = Arrays.copyOf(record, 2 * length);
    }
    record[length++] = (byte) next;
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }
}
