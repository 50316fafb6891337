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

  private static final int MOST_BUCKETS = 1_000;

  /** A thread needs up to three connections at once, and the pool has room for so many. */
  private static final int MOST_THREADS = 12;

  public CloseSettings {
    if (chunkSize < 1 || buckets < 0 || buckets > MOST_BUCKETS) {
      throw new IllegalArgumentException(
          "monthend.close: chunk-size is 1 or more, buckets is 0 to " + MOST_BUCKETS);
    }
    if (threads < 0 || threads > MOST_THREADS) {
      throw new IllegalArgumentException("monthend.close: threads is 0 to " + MOST_THREADS);
    }
  }

  int threadsOrProcessors() {
    return threads == 0
        ? Math.min(Runtime.getRuntime().availableProcessors(), MOST_THREADS)
        : threads;
  }

  /** How many buckets so many people are split into. */
  public int bucketsFor(long people) {
    return buckets == 0 ? Bucket.countFor(people) : buckets;
  }
}
