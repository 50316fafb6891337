package io.monthend.exchange;

import io.monthend.database.BulkCopy;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A hash over a set of rows that does not depend on their order: the SHA-256 of the rows, added up
 * in four lanes, with their number.
 */
final class RowHash {

  private final MessageDigest digest = sha256();
  private final byte[] bytes = new byte[32];
  private final ByteBuffer lanes = ByteBuffer.wrap(bytes).order(ByteOrder.BIG_ENDIAN);
  private final long[] sums = new long[4];
  private long rows;

  /** Adds the row just written, from its mark on. */
  void add(BulkCopy row) {
    row.updateSinceMark(digest);
    try {
      digest.digest(bytes, 0, bytes.length);
    } catch (DigestException e) {
      throw new IllegalStateException("SHA-256 has 32 bytes", e);
    }
    for (int lane = 0; lane < sums.length; lane++) {
      sums[lane] += lanes.getLong(lane * Long.BYTES);
    }
    rows++;
  }

  /** Adds this hash to one over several sets. */
  void addTo(MessageDigest all) {
    ByteBuffer result = ByteBuffer.allocate(5 * Long.BYTES).putLong(rows);
    for (long sum : sums) {
      result.putLong(sum);
    }
    all.update(result.array());
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
