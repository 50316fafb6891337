package io.monthend.database;

import java.io.IOException;
import java.util.Map;

/**
 * What one JVM holds of one data directory, whatever its number of handles: file locks belong to a
 * process, so a second lock on the same directory would lose the first.
 */
final class Tenancy implements AutoCloseable {

  private final DataDirectory data;
  private final UseLock use;
  private final Server server;
  private final String password;
  private int handles;

  private Tenancy(DataDirectory data, UseLock use, Server server, String password) {
    this.data = data;
    this.use = use;
    this.server = server;
    this.password = password;
  }

  /** Moves in, under the start lock; the files are complete afterwards, the server may not run. */
  static Tenancy of(DataDirectory data, ServerBinaries binaries, Map<String, String> settings)
      throws IOException {
    UseLock use = UseLock.join(data);
    try {
      if (!use.isFirst()) {
        Endpoint.requireThisMachine(data);
      }
      ServerPrograms programs = ServerPrograms.of(binaries, data, settings);
      Cluster cluster = new Cluster(data, programs);
      String password = cluster.prepare();
      return new Tenancy(data, use, new Server(data, programs, cluster), password);
    } catch (IOException | RuntimeException e) {
      use.close();
      throw e;
    }
  }

  DataDirectory data() {
    return data;
  }

  String password() {
    return password;
  }

  /** Counts one handle more and gives the port of the server, which runs from here on. */
  int enter() throws IOException {
    int port = server.running(password);
    Endpoint.here(port).writeTo(data);
    handles++;
    return port;
  }

  /** Tells whether that was the last handle. */
  boolean leave() {
    handles--;
    return handles <= 0;
  }

  boolean isEmpty() {
    return handles == 0;
  }

  /** Stops the server, under the start lock, if no other process uses it. */
  void stopIfLast() throws IOException {
    if (use.leaveAsLast()) {
      server.stop();
    }
  }

  /** Moves out and leaves the server as it is. */
  @Override
  public void close() throws IOException {
    use.close();
  }
}
