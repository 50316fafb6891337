package io.monthend;

import io.monthend.closing.CloseProgress;
import io.monthend.database.EmbeddedServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** The modules on a fresh database of the server that all tests of a run share. */
public final class TestApplication implements AutoCloseable {

  private static final AtomicInteger DATABASES = new AtomicInteger();
  private static final Path SERVER = Path.of("target", "test-server").toAbsolutePath();

  private final EmbeddedServer server;
  private final ConfigurableApplicationContext context;

  private TestApplication(EmbeddedServer server, ConfigurableApplicationContext context) {
    this.server = server;
    this.context = context;
  }

  /** Starts the modules as a command does: without the web. */
  public static TestApplication start() throws SQLException {
    EmbeddedServer server = EmbeddedServer.open(SERVER);
    String name = "modules_" + ProcessHandle.current().pid() + "_" + DATABASES.incrementAndGet();
    try (Connection connection =
        DriverManager.getConnection(server.jdbcUrl(), server.username(), server.password())) {
      connection.createStatement().execute("drop database if exists " + name);
      connection.createStatement().execute("create database " + name);
    }
    Map<String, Object> properties = new HashMap<>();
    properties.put(
        "spring.datasource.url", server.jdbcUrl().replaceFirst("(//[^/]+/)[^?]+", "$1" + name));
    properties.put("spring.datasource.username", server.username());
    properties.put("spring.datasource.password", server.password());
    return new TestApplication(
        server,
        new SpringApplicationBuilder(Monthend.class)
            .web(WebApplicationType.NONE)
            .lazyInitialization(true)
            .initializers(context -> {
              context
                  .getEnvironment()
                  .getPropertySources()
                  .addFirst(new MapPropertySource("test", properties));
              ((GenericApplicationContext) context).registerBean(CloseProgress.class, Unseen::new);
            })
            .run());
  }

  public <T> T get(Class<T> type) {
    return context.getBean(type);
  }

  @Override
  public void close() {
    context.close();
    server.close();
  }

  private static final class Unseen implements CloseProgress {

    @Override
    public void begin(String step, long total) {}

    @Override
    public void advance(long done) {}

    @Override
    public void end(String step) {}
  }
}
