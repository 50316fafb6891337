package io.monthend.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A data directory that this process has for itself: no server runs in it, and none is started
 * until this is closed. It dies with its holder.
 */
record AtRest(DataDirectory data, ServerPrograms programs, UseLock alone) implements AutoCloseable {

  /** Empty where anybody uses the directory, this process included. */
  static Optional<AtRest> take(DataDirectory data) throws IOException {
    if (EmbeddedServer.isOpenHere(data)) {
      return Optional.empty();
    }
    try (StartLock _ = StartLock.take(data)) {
      Optional<UseLock> alone = UseLock.alone(data);
      if (alone.isEmpty()) {
        return Optional.empty();
      }
      try {
        ServerPrograms programs =
            ServerPrograms.of(ServerBinaries.bundled(), data, System.getenv());
        return Optional.of(new AtRest(data, programs, alone.get()));
      } catch (IOException | RuntimeException e) {
        alone.get().close();
        throw e;
      }
    }
  }

  /**
   * Starts the server, which mends what a crash has left, and stops it again: afterwards all that
   * was committed is in the files of the cluster.
   */
  void settle() throws IOException {
    Cluster cluster = new Cluster(data, programs);
    Server server = new Server(data, programs, cluster);
    server.running(cluster.prepare());
    server.stop();
    Path pid = data.cluster().resolve("postmaster.pid");
    if (Files.exists(pid)) {
      throw new DatabaseUnavailable(
          "PostgreSQL in %s has not stopped, and a copy of its files would be none; see %s and start again."
              .formatted(data.cluster(), data.log()));
    }
  }

  @Override
  public void close() throws IOException {
    alone.close();
  }
}
