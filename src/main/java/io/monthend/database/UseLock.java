package io.monthend.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;

/**
 * Shared by all processes that use a server, for as long as they do; it dies with its holder. Taken
 * and left only under the {@link StartLock}.
 */
record UseLock(FileChannel channel, FileLock lock, boolean isFirst) implements AutoCloseable {

  static UseLock join(DataDirectory data) throws IOException {
    FileChannel channel = data.open(data.useLock());
    boolean first = takesItAlone(channel);
    FileLock lock = channel.lock(0, Long.MAX_VALUE, true);
    return new UseLock(channel, lock, first);
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
