package io.monthend.load;

import java.util.ArrayList;
import java.util.List;

/** How long one kind of action took, each time. */
final class Latencies {

  private static final int NANOS_A_MILLI = 1_000_000;

  private final List<Long> nanos = new ArrayList<>();

  synchronized void add(long taken) {
    nanos.add(taken);
  }

  synchronized void forget() {
    nanos.clear();
  }

  synchronized int count() {
    return nanos.size();
  }

  /** In milliseconds. */
  synchronized long percentile(int percent) {
    List<Long> sorted = nanos.stream().sorted().toList();
    return sorted.get((sorted.size() - 1) * percent / 100) / NANOS_A_MILLI;
  }

  @Override
  public String toString() {
    return "%d times, median %d ms, p95 %d ms, longest %d ms"
        .formatted(count(), percentile(50), percentile(95), percentile(100));
  }
}
