package io.monthend.bench;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one close took.
 *
 * @param startNanos from the start of the process to the first step, on a database that was there
 * @param steps in their order
 * @param importToDigestNanos from the beginning of the import to the end of the reconciliation,
 *     with all that lies between the steps
 * @param digest of the pay slips
 */
public record Measured(
    int employees,
    long startNanos,
    List<Step> steps,
    long importToDigestNanos,
    String digest,
    Memory memory,
    Floor floor) {

  public Measured {
    steps = List.copyOf(steps);
  }

  /**
   * One step of the close.
   *
   * @param done rows or people, 0 where it does not count
   */
  public record Step(String name, long nanos, long done) {}

  /**
   * Bytes at their peak; absent where this machine does not tell.
   *
   * @param heap in use just before a collection
   * @param live what a collection left at most
   * @param resident of the application's process
   * @param database the proportional share of all of PostgreSQL's processes, so that memory they
   *     share is counted once
   */
  public record Memory(
      @Nullable Long heap, @Nullable Long live, @Nullable Long resident, @Nullable Long database) {}

  /** The least the same server needs for the same rows. */
  public record Floor(Work load, Work read, Work write) {

    public long nanos() {
      return load.nanos() + read.nanos() + write.nanos();
    }
  }

  /** So many rows in so much time. */
  public record Work(long rows, long nanos) {

    static final Work NONE = new Work(0, 0);

    Work plus(long moreRows, long moreNanos) {
      return new Work(rows + moreRows, nanos + moreNanos);
    }
  }

  /** How long these steps took together. */
  public long nanosOf(String... names) {
    List<String> wanted = List.of(names);
    return steps.stream().filter(step -> wanted.contains(step.name())).mapToLong(Step::nanos).sum();
  }

  /** Rows of all files, headers not counted. */
  public long inputRows() {
    return steps.stream().filter(step -> step.name().equals("import")).mapToLong(Step::done).sum();
  }
}
