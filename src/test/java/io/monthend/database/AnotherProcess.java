package io.monthend.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A second process that opens the same directory: it commits one row, says the port, and stays
 * until its input ends or it is killed.
 */
final class AnotherProcess implements AutoCloseable {

  private final Process process;
  private final BufferedReader said;

  private AnotherProcess(Process process) {
    this.process = process;
    this.said = process.inputReader();
  }

  static AnotherProcess opening(Path directory) throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    ProcessBuilder builder =
        new ProcessBuilder(
                List.of(
                    java.toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    System.getProperty("java.class.path"),
                    AnotherProcess.class.getName(),
                    directory.toString()))
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    return new AnotherProcess(builder.start());
  }

  public static void main(String[] arguments) throws IOException, SQLException {
    try (EmbeddedServer server = EmbeddedServer.open(Path.of(arguments[0]))) {
      try (Connection connection = connect(server)) {
        connection.createStatement().execute("create table if not exists kept (pid bigint)");
        connection
            .createStatement()
            .execute("insert into kept values (" + ProcessHandle.current().pid() + ")");
      }
      System.out.println(server.jdbcUrl());
      System.out.flush();
      System.in.read();
    }
  }

  static Connection connect(EmbeddedServer server) throws SQLException {
    return DriverManager.getConnection(server.jdbcUrl(), server.username(), server.password());
  }

  /** Waits until the row is committed, and gives the address it was committed to. */
  String address() throws IOException {
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      if (line.startsWith("jdbc:")) {
        return line;
      }
    }
    throw new IOException("the other process ended without opening the database");
  }

  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  void terminate() throws InterruptedException {
    process.destroy();
    process.waitFor(20, TimeUnit.SECONDS);
  }

  /** Lets it end as it wants to. */
  void leave() throws IOException {
    process.getOutputStream().close();
    try {
      process.waitFor(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      process.destroyForcibly();
    }
  }

  @Override
  public void close() throws IOException {
    leave();
  }
}
