package io.monthend.cli;

import io.monthend.Monthend;
import io.monthend.closing.CloseProgress;
import io.monthend.database.EmbeddedServer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** The database and the modules on it, open for one command. */
final class Installation implements AutoCloseable {

  private final @Nullable EmbeddedServer server;
  private final ConfigurableApplicationContext context;

  private Installation(@Nullable EmbeddedServer server, ConfigurableApplicationContext context) {
    this.server = server;
    this.context = context;
  }

  /**
   * Opens the configured database, or the one of our own in a data directory where none is
   * configured.
   */
  static Installation open(Path dataDirectory, CloseProgress progress) {
    EmbeddedServer server = isConfigured() ? null : EmbeddedServer.open(dataDirectory);
    try {
      return new Installation(server, start(server, progress));
    } catch (RuntimeException e) {
      if (server != null) {
        server.close();
      }
      throw e;
    }
  }

  /** Whether there is a database to open; opening would make one. */
  static boolean isSetUp(Path dataDirectory) {
    return isConfigured() || EmbeddedServer.isSetUp(dataDirectory);
  }

  /** Refuses a command that works on the files of a database of our own. */
  static void requireOwnDatabase(CommandSpec spec, String otherwise) {
    if (isConfigured()) {
      throw new ParameterException(
          spec.commandLine(),
          "A database is configured by SPRING_DATASOURCE_URL, and this command is for the embedded one; use PostgreSQL's "
              + otherwise);
    }
  }

  private static boolean isConfigured() {
    return System.getenv("SPRING_DATASOURCE_URL") != null
        || System.getProperty("spring.datasource.url") != null;
  }

  private static ConfigurableApplicationContext start(
      @Nullable EmbeddedServer server, CloseProgress progress) {
    Map<String, Object> properties = new HashMap<>();
    if (progress instanceof Terminal terminal) {
      properties.putAll(terminal.logSettings());
    }
    if (server != null) {
      properties.put("spring.datasource.url", server.jdbcUrl());
      properties.put("spring.datasource.username", server.username());
      properties.put("spring.datasource.password", server.password());
    }
    return new SpringApplicationBuilder(Monthend.class)
        .web(WebApplicationType.NONE)
        .lazyInitialization(true)
        .properties(properties)
        .initializers(context ->
            ((GenericApplicationContext) context).registerBean(CloseProgress.class, () -> progress))
        .run();
  }

  <T> T get(Class<T> type) {
    return context.getBean(type);
  }

  @Override
  public void close() {
    context.close();
    if (server != null) {
      server.close();
    }
  }
}
