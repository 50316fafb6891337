package io.monthend.cli;

import io.monthend.database.EmbeddedServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An installation of its own for a test: a fresh database on a real server that all tests of a run
 * share, and the commands of the application, run in this process or in one that can be killed.
 */
public final class TestInstallation implements AutoCloseable {

  private static final AtomicInteger DATABASES = new AtomicInteger();
  private static final Path SERVER = Path.of("target", "test-server").toAbsolutePath();

  /** What a command printed and how it ended. */
  public record Result(int exitCode, String out, String err) {}

  private final EmbeddedServer server;
  private final String url;
  private final Path folder;

  private TestInstallation(EmbeddedServer server, String url, Path folder) {
    this.server = server;
    this.url = url;
    this.folder = folder;
  }

  /** A fresh database, and an empty folder for files. */
  public static TestInstallation create() throws SQLException, IOException {
    EmbeddedServer server = EmbeddedServer.open(SERVER);
    String name = "test_" + ProcessHandle.current().pid() + "_" + DATABASES.incrementAndGet();
    try (Connection connection =
        DriverManager.getConnection(server.jdbcUrl(), server.username(), server.password())) {
      connection.createStatement().execute("drop database if exists " + name);
      connection.createStatement().execute("create database " + name);
    }
    String url = server.jdbcUrl().replaceFirst("(//[^/]+/)[^?]+", "$1" + name);
    Path folder = Files.createDirectories(Path.of("target", "test-installations"));
    return new TestInstallation(
        server, url, Files.createTempDirectory(folder.toAbsolutePath(), name));
  }

  public Path folder() {
    return folder;
  }

  /** The name of its database on the server. */
  String databaseName() {
    return url.replaceFirst(".*//[^/]+/([^?]+).*", "$1");
  }

  public Connection connect() throws SQLException {
    return DriverManager.getConnection(url, server.username(), server.password());
  }

  /** A number that a query gives. */
  public long number(String sql) throws SQLException {
    try (Connection connection = connect();
        var rows = connection.createStatement().executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  /**
   * Closes a month in this process; {@code settings} are properties such as {@code
   * monthend.close.buckets}.
   */
  public Result close(
      String month, Path input, Path output, Map<String, String> settings, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "close",
                "--month",
                month,
                "--input",
                input.toString(),
                "--output",
                output.toString()));
    arguments.addAll(List.of(more));
    return run(settings, arguments.toArray(String[]::new));
  }

  /** Runs a command in this process. */
  public Result run(Map<String, String> settings, String... arguments) {
    properties(settings).forEach(System::setProperty);
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    try {
      int exitCode =
          MonthendCommand.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
      return new Result(exitCode, out.toString(), err.toString());
    } finally {
      properties(settings).keySet().forEach(System::clearProperty);
    }
  }

  /** Starts a command in a Java of its own. */
  public Process start(List<String> javaOptions, Map<String, String> settings, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(javaOptions);
    properties(settings).forEach((name, value) -> command.add("-D" + name + "=" + value));
    command.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            "io.monthend.Monthend"));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(Files.createTempFile(folder, "out", ".log").toFile())
        .start();
  }

  /** The settings, and where the database is. */
  public Map<String, String> properties(Map<String, String> settings) {
    Map<String, String> properties = new java.util.HashMap<>(settings);
    properties.put("spring.datasource.url", url);
    properties.put("spring.datasource.username", server.username());
    properties.put("spring.datasource.password", server.password());
    return properties;
  }

  @Override
  public void close() throws SQLException {
    server.close();
  }
}
