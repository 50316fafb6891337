package io.monthend.closing;

import io.monthend.people.Bucket;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How a close is run; none of it changes a result.
 *
 * @param chunkSize people settled in one transaction
 * @param threads buckets settled at once; 0 = one for each processor
 * @param buckets 0 = by head count
 */
@ConfigurationProperties("monthend.close")
public record CloseSettings(int chunkSize, int threads, int buckets) {

  private static final int MOST = 1_000;

  public CloseSettings {
    if (chunkSize < 1 || threads < 0 || buckets < 0 || buckets > MOST || threads > MOST) {
      throw new IllegalArgumentException(
          "monthend.close: chunk-size from 1, threads and buckets from 0 to " + MOST);
    }
  }

  int threadsOrProcessors() {
    return threads == 0 ? Runtime.getRuntime().availableProcessors() : threads;
  }

  /** How many buckets so many people are split into. */
  public int bucketsFor(long people) {
    return buckets == 0 ? Bucket.countFor(people) : buckets;
  }
}
