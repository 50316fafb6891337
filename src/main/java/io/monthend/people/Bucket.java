package io.monthend.people;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * A fixed share of the people of a run; their facts are stored and read together.
 *
 * @param no from 0
 */
public record Bucket(long runId, int no) {

  private static final int PEOPLE_PER_BUCKET = 2_500;
  private static final int SMALL_COMPANY = 200;
  private static final int MOST_BUCKETS = 32;

  /** How many buckets so many people are split into. */
  public static int countFor(long people) {
    if (people <= SMALL_COMPANY) {
      return 1;
    }
    return Math.clamp(Math.ceilDiv(people, PEOPLE_PER_BUCKET), 2, MOST_BUCKETS);
  }

  /** The bucket a person is in, of a run split into so many. */
  public static Bucket of(long runId, String employeeNo, int buckets) {
    return new Bucket(runId, numberOf(employeeNo, buckets));
  }

  /** The number of the bucket a person is in: a stable hash, the same on every machine. */
  public static short numberOf(String employeeNo, int buckets) {
    if (buckets == 1) {
      return 0;
    }
    CRC32 crc = new CRC32();
    crc.update(employeeNo.getBytes(StandardCharsets.UTF_8));
    return (short) (crc.getValue() % buckets);
  }
}
