package io.monthend.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.support.GenericApplicationContext;

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
    return running(AnotherProcess.class, directory);
  }

  /** The same in a Spring application, which still writes while it closes. */
  static AnotherProcess applicationOpening(Path directory) throws IOException {
    return running(Application.class, directory);
  }

  private static AnotherProcess running(Class<?> main, Path directory) throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    ProcessBuilder builder =
        new ProcessBuilder(
                List.of(
                    java.toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    System.getProperty("java.class.path"),
                    main.getName(),
                    directory.toString()))
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    return new AnotherProcess(builder.start());
  }

  public static void main(String[] arguments) throws IOException, SQLException {
    try (EmbeddedServer server = EmbeddedServer.open(Path.of(arguments[0]))) {
      keepARow(server);
      stay(server);
    }
  }

  private static void stay(EmbeddedServer server) throws IOException {
    System.out.println(server.jdbcUrl());
    System.out.flush();
    System.in.read();
  }

  private static void keepARow(EmbeddedServer server) throws SQLException {
    try (Connection connection = connect(server);
        Statement statement = connection.createStatement()) {
      statement.execute("create table if not exists kept (pid bigint)");
      statement.execute("insert into kept values (" + ProcessHandle.current().pid() + ")");
    }
  }

  /** Takes its time over its last row, as a job does that ends its chunk. */
  record Application(EmbeddedServer server) implements DisposableBean {

    public static void main(String[] arguments) throws IOException {
      EmbeddedServer server = EmbeddedServer.open(Path.of(arguments[0]));
      new SpringApplicationBuilder(Object.class)
          .web(WebApplicationType.NONE)
          .initializers(context ->
              ((GenericApplicationContext) context)
                  .registerBean(Application.class, () -> new Application(server)))
          .run();
      stay(server);
    }

    @Override
    public void destroy() throws SQLException, InterruptedException {
      TimeUnit.SECONDS.sleep(1);
      keepARow(server);
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
