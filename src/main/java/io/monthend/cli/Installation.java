package io.monthend.cli;

import io.monthend.Monthend;
import io.monthend.closing.CloseProgress;
import io.monthend.database.EmbeddedServer;
import io.monthend.pages.Page;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
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
    return isConfigured()
        ? new Installation(null, start(Map.of(), progress))
        : openOwn(dataDirectory, progress);
  }

  /** Opens the database of our own in a data directory, whatever is configured. */
  static Installation openOwn(Path dataDirectory, CloseProgress progress) {
    return onServer(dataDirectory, database -> start(database, progress));
  }

  /**
   * Opens the same for people with browsers: the pages are there when this returns.
   *
   * @param settings properties that come before those of the environment
   */
  static Installation serve(Path dataDirectory, Map<String, Object> settings) {
    return isConfigured()
        ? new Installation(null, startServing(settings))
        : serveOwn(dataDirectory, settings);
  }

  /** As {@link #serve}, on the database of our own, whatever is configured. */
  static Installation serveOwn(Path dataDirectory, Map<String, Object> settings) {
    return onServer(
        dataDirectory,
        database -> {
          Map<String, Object> all = new HashMap<>(settings);
          all.putAll(database);
          return startServing(all);
        });
  }

  private static Installation onServer(
      Path dataDirectory,
      Function<Map<String, Object>, ConfigurableApplicationContext> application) {
    EmbeddedServer server = EmbeddedServer.open(dataDirectory);
    Map<String, Object> itsDatabase =
        Map.of(
            "spring.datasource.url", server.jdbcUrl(),
            "spring.datasource.username", server.username(),
            "spring.datasource.password", server.password());
    try {
      return new Installation(server, application.apply(itsDatabase));
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  private static ConfigurableApplicationContext startServing(Map<String, Object> settings) {
    return new SpringApplicationBuilder(Monthend.class)
        .web(WebApplicationType.SERVLET)
        .profiles(Page.SERVED)
        .initializers(context ->
            context
                .getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("installation", settings)))
        .run();
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
          "A database is configured by SPRING_DATASOURCE_URL, and this command is for the embedded"
              + " one; use PostgreSQL's "
              + otherwise);
    }
  }

  /** Whether somebody has named a database. */
  static boolean isConfigured() {
    return System.getenv("SPRING_DATASOURCE_URL") != null
        || System.getProperty("spring.datasource.url") != null;
  }

  /** The properties come before those of the environment. */
  private static ConfigurableApplicationContext start(
      Map<String, Object> database, CloseProgress progress) {
    Map<String, Object> properties = new HashMap<>(database);
    if (progress instanceof Terminal terminal) {
      properties.putAll(terminal.logSettings());
    }
    return application(properties, progress).run();
  }

  /** The modules without a shell for people: a bean is made when somebody asks for it. */
  static SpringApplicationBuilder application(
      Map<String, Object> properties, CloseProgress progress) {
    return new SpringApplicationBuilder(Monthend.class)
        .web(WebApplicationType.NONE)
        .profiles(CommandParts.PROFILE)
        .lazyInitialization(true)
        .initializers(context -> {
          context
              .getEnvironment()
              .getPropertySources()
              .addFirst(new MapPropertySource("installation", properties));
          ((GenericApplicationContext) context).registerBean(CloseProgress.class, () -> progress);
        });
  }

  /** Where the pages are, on this machine. */
  int port() {
    return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  /** Returns when the pages are gone: a signal ends them, after what is under way is answered. */
  void keepServing() throws InterruptedException {
    CountDownLatch closed = new CountDownLatch(1);
    context.addApplicationListener(event -> {
      if (event instanceof ContextClosedEvent) {
        closed.countDown();
      }
    });
    closed.await();
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
