package io.monthend.cli;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;

/** How much heap was in use at most after a collection, since the watch began. */
final class Heap {

  private final List<MemoryPoolMXBean> pools =
      ManagementFactory.getMemoryPoolMXBeans().stream()
          .filter(pool -> pool.getType() == MemoryType.HEAP)
          .toList();

  private final long before;

  private Heap() {
    System.gc();
    pools.forEach(MemoryPoolMXBean::resetPeakUsage);
    before = pools.stream().mapToLong(pool -> pool.getUsage().getUsed()).sum();
  }

  static Heap watch() {
    return new Heap();
  }

  /** In use at the peak beyond what was in use at the beginning, with garbage not yet collected. */
  long mostMegabytes() {
    long most = pools.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    return (most - before) / 1_000_000;
  }
}
