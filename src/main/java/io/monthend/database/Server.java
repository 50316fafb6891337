package io.monthend.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server process of one cluster: found, started, waited for, stopped. */
record Server(DataDirectory data, ServerPrograms programs, Cluster cluster) {

  /** Crash recovery reads back up to max_wal_size. */
  static final Duration START_LIMIT = Duration.ofMinutes(2);

  private static final Logger LOG = LoggerFactory.getLogger(Server.class);
  private static final Duration STOP_LIMIT = Duration.ofMinutes(2);
  private static final int INTERRUPTED = 130;
  private static final Duration SPARE = Duration.ofSeconds(10);

  /** Reasons not to start that pass by themselves: another took the port, orphans still leave. */
  private static final Pattern PASSING =
      Pattern.compile(
          "Address already in use|shared memory block .* still in use|lock file .* already exists");

  /** Adopts the server that runs, or starts one, and gives its port once it answers. */
  int running(String password) throws IOException {
    Deadline deadline = Deadline.in(START_LIMIT);
    String lastWords = "";
    while (!deadline.isOver()) {
      Optional<PostmasterFile> living = PostmasterFile.ofLivingServer(data.cluster());
      if (living.isEmpty()) {
        lastWords = start(deadline);
      } else if (answers(living.get().port(), password)) {
        return living.get().port();
      } else {
        Deadline.pause("waiting for PostgreSQL");
      }
    }
    throw new DatabaseUnavailable(
        "PostgreSQL does not answer after %d seconds in %s. If it recovers from a crash, start again later; %s tells. %s"
            .formatted(START_LIMIT.toSeconds(), data.cluster(), data.log(), lastWords)
            .strip());
  }

  void stop() throws IOException {
    if (PostmasterFile.ofLivingServer(data.cluster()).isPresent()) {
      String seconds = Long.toString(STOP_LIMIT.toSeconds());
      Command stop =
          programs.run(
              "pg_ctl",
              STOP_LIMIT.plus(SPARE),
              "stop",
              "--pgdata=" + data.cluster(),
              "--mode=fast",
              "--wait",
              "--timeout=" + seconds);
      if (!stop.succeeded()) {
        LOG.warn("PostgreSQL in {} has not stopped: {}", data.cluster(), stop.output());
        return;
      }
    }
    Files.deleteIfExists(data.endpoint());
  }

  /** Gives the reason if the server did not start and another try is worth it. */
  private String start(Deadline deadline) throws IOException {
    ServerLog log = new ServerLog(data);
    log.prune();
    Map<Path, Long> before = log.sizes();
    cluster.writeSettings(freePort());
    long seconds = deadline.left().toSeconds() + 1;
    Command start =
        programs.run(
            "pg_ctl",
            Duration.ofSeconds(seconds).plus(SPARE),
            "start",
            "--pgdata=" + data.cluster(),
            "--log=" + log.firstWords(),
            "--wait",
            "--timeout=" + seconds);
    if (start.succeeded() || deadline.isOver()) {
      return "";
    }
    if (start.exitCode() == INTERRUPTED) {
      throw new DatabaseUnavailable("Interrupted while PostgreSQL started; start again.");
    }
    String why = log.since(before);
    if (!PASSING.matcher(why).find()) {
      throw new DatabaseUnavailable(
          "PostgreSQL does not start in %s: %s%n%s%n%s, %s."
              .formatted(
                  data.cluster(),
                  start.output(),
                  why,
                  DatabaseUnavailable.remedyFor(why),
                  DatabaseUnavailable.OR_ELSE));
    }
    Deadline.pause("starting PostgreSQL");
    return why;
  }

  /** Asks the server whose it is: something else might have taken a dead one's place. */
  private boolean answers(int port, String password) {
    if (port == 0) {
      return false;
    }
    Properties properties = new Properties();
    properties.put("user", Cluster.NAME);
    properties.put("password", password);
    properties.put("loginTimeout", "10");
    properties.put("socketTimeout", "10");
    try (var connection = DriverManager.getConnection(Endpoint.jdbcUrl(port), properties);
        var statement = connection.createStatement();
        var answer = statement.executeQuery("show data_directory")) {
      return answer.next() && isOurs(Path.of(answer.getString(1)), port);
    } catch (SQLException e) {
      if (mayPass(e)) {
        return false;
      }
      throw new DatabaseUnavailable(
          "The database in %s refuses us: %s. Put back pgdata and the password file from the same backup, %s."
              .formatted(data.root(), e.getMessage(), DatabaseUnavailable.OR_ELSE),
          e);
    }
  }

  private boolean isOurs(Path directory, int port) {
    if (directory.equals(data.cluster())) {
      return true;
    }
    throw new DatabaseUnavailable(
        "The server on port %d serves %s and not %s; was the directory moved while it ran? Stop that server and start again."
            .formatted(port, directory, data.cluster()));
  }

  /** No connection yet (08), starting, recovering or stopping (57), too many connections (53). */
  private static boolean mayPass(SQLException e) {
    String state = String.valueOf(e.getSQLState());
    return Stream.of("08", "57", "53").anyMatch(state::startsWith);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
      return socket.getLocalPort();
    }
  }
}
