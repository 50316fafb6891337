package io.monthend;

import io.monthend.database.EmbeddedServer;
import io.monthend.exchange.FolderClose;
import io.monthend.exchange.ResultFolder;
import io.monthend.kernel.PayMonth;
import io.monthend.rulebook.RuleBooks;
import io.monthend.signin.DemoAccounts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * The web application as it is served, on a database of its own and a free port of this machine,
 * with the demo's months and accounts. Tests of a run share one.
 */
public final class ServedApplication {

  private static final AtomicInteger DATABASES = new AtomicInteger();
  private static final Path SERVER = Path.of("target", "test-server").toAbsolutePath();
  private static @Nullable ServedApplication shared;

  private final ConfigurableApplicationContext context;

  private final Map<String, Object> database;

  private ServedApplication(ConfigurableApplicationContext context, Map<String, Object> database) {
    this.context = context;
    this.database = database;
  }

  /** A second node on the same database; stop it in the end. */
  public ServedApplication another() {
    return start(database, Map.of());
  }

  /** The one that all tests share; it ends with the JVM. Leave the demo's accounts as they are. */
  public static synchronized ServedApplication shared()
      throws SQLException, IOException, JobExecutionException {
    if (shared == null) {
      shared = start(newDatabase(), Map.of("monthend.demo", true));
      shared.closeDemoMonths();
      shared.get(DemoAccounts.class).make();
    }
    return shared;
  }

  /** The properties of a fresh, empty database. */
  public static Map<String, Object> newDatabase() throws SQLException {
    EmbeddedServer server = EmbeddedServer.open(SERVER);
    String name = "served_" + ProcessHandle.current().pid() + "_" + DATABASES.incrementAndGet();
    try (Connection connection =
        DriverManager.getConnection(server.jdbcUrl(), server.username(), server.password())) {
      connection.createStatement().execute("drop database if exists " + name);
      connection.createStatement().execute("create database " + name);
    }
    return Map.of(
        "spring.datasource.url", server.jdbcUrl().replaceFirst("(//[^/]+/)[^?]+", "$1" + name),
        "spring.datasource.username", server.username(),
        "spring.datasource.password", server.password());
  }

  /** A node on a database; several may share one. */
  public static ServedApplication start(
      Map<String, Object> database, Map<String, Object> settings) {
    Map<String, Object> properties = new HashMap<>(database);
    properties.put("server.port", 0);
    properties.put("server.address", "127.0.0.1");
    properties.put("monthend.dispatch.pause", "200ms");
    properties.put("monthend.results.folder", "target/served-results");
    properties.putAll(settings);
    return new ServedApplication(
        new SpringApplicationBuilder(Monthend.class)
            .web(WebApplicationType.SERVLET)
            .profiles("serve")
            .initializers(context -> {
              context
                  .getEnvironment()
                  .getPropertySources()
                  .addFirst(new MapPropertySource("test", properties));
            })
            .run(),
        database);
  }

  /** Closes the demo's three months. */
  public void closeDemoMonths() throws IOException, SQLException, JobExecutionException {
    FolderClose closer = get(FolderClose.class);
    for (String name : List.of("2026-08", "2026-09", "2026-10")) {
      PayMonth month = PayMonth.of(name);
      Path output = Files.createTempDirectory("served");
      closer.close(
          month,
          Path.of("src/main/resources/demo", name),
          new ResultFolder(output, null),
          RuleBooks.bundled().inEffect(month).orElseThrow(),
          "test");
    }
  }

  public <T> T get(Class<T> type) {
    return context.getBean(type);
  }

  public ConfigurableApplicationContext context() {
    return context;
  }

  /** The address of a path. */
  public String at(String path) {
    return "http://127.0.0.1:"
        + context.getEnvironment().getRequiredProperty("local.server.port")
        + path;
  }

  /** Ends a node that is not the shared one. */
  public void stop() {
    context.close();
  }
}
