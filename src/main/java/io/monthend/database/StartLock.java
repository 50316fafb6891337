package io.monthend.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.time.Duration;

/** Held while a server is started or stopped, by one process at a time; it dies with its holder. */
record StartLock(FileChannel channel) implements AutoCloseable {

  // A holder waits START_LIMIT for its server at most, and may have unpacked and set up before.
  private static final Duration LIMIT = Server.START_LIMIT.multipliedBy(2);

  static StartLock take(DataDirectory data) throws IOException {
    FileChannel channel = data.open(data.startLock());
    Deadline deadline = Deadline.in(LIMIT);
    try {
      // Asking again and again, since the kernel's own waiting cannot be limited.
      while (channel.tryLock() == null) {
        if (deadline.isOver()) {
          throw new DatabaseUnavailable(
              "Another process has been starting or stopping the database in %s for %d seconds; see whether it hangs, end it, and start again."
                  .formatted(data.root(), LIMIT.toSeconds()));
        }
        Deadline.pause("waiting for another process to start or stop the database");
      }
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
    return new StartLock(channel);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
