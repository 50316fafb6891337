package io.monthend.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.Optional;

/**
 * Shared by all processes that use a server, for as long as they do; it dies with its holder. Taken
 * and left only under the {@link StartLock}.
 */
record UseLock(FileChannel channel, FileLock lock, boolean isFirst) implements AutoCloseable {

  static UseLock join(DataDirectory data) throws IOException {
    FileChannel channel = data.open(data.useLock());
    boolean first = takesItAlone(channel);
    FileLock lock = channel.tryLock(0, Long.MAX_VALUE, true);
    if (lock == null) {
      channel.close();
      throw new DatabaseUnavailable(
          "The database in %s is being backed up or restored; start again when that has ended."
              .formatted(data.root()));
    }
    return new UseLock(channel, lock, first);
  }

  /** Held by one process alone, so that nobody starts the server; empty where somebody uses it. */
  static Optional<UseLock> alone(DataDirectory data) throws IOException {
    FileChannel channel = data.open(data.useLock());
    FileLock lock = channel.tryLock();
    if (lock == null) {
      channel.close();
      return Optional.empty();
    }
    return Optional.of(new UseLock(channel, lock, true));
  }

  /** Lets go, and tells whether nobody else is left. */
  boolean leaveAsLast() throws IOException {
    lock.release();
    return takesItAlone(channel);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private static boolean takesItAlone(FileChannel channel) throws IOException {
    FileLock alone = channel.tryLock();
    if (alone != null) {
      alone.release();
    }
    return alone != null;
  }
}
