package io.monthend;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.monthend.database.EmbeddedServer;
import io.monthend.exchange.BooksImport;
import io.monthend.exchange.FolderClose;
import io.monthend.exchange.ResultFolder;
import io.monthend.kernel.PayMonth;
import io.monthend.rulebook.RuleBooks;
import io.monthend.sample.OngoingMonths;
import io.monthend.signin.DemoAccounts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
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
  private static final Path DEMO = Path.of("src/main/resources/demo");
  private static final List<String> DEMO_MONTHS = List.of("2026-08", "2026-09", "2026-10");
  private static final GreenMail MAIL =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  private static @Nullable ServedApplication shared;

  private final ConfigurableApplicationContext context;

  private final Map<String, Object> database;

  private ServedApplication(ConfigurableApplicationContext context, Map<String, Object> database) {
    this.context = context;
    this.database = database;
  }

  /** The mails that the shared one has sent to an address, in their order. */
  public static List<String> mailsTo(String address) {
    return Arrays.stream(MAIL.getReceivedMessages())
        .filter(mail -> GreenMailUtil.getHeaders(mail).contains("To: " + address))
        .map(GreenMailUtil::getBody)
        .toList();
  }

  /** A second node on the same database; stop it in the end. */
  public ServedApplication another() {
    return start(database, Map.of("monthend.node", "another"));
  }

  /** The one that all tests share; it ends with the JVM. Leave the demo's accounts as they are. */
  public static synchronized ServedApplication shared()
      throws SQLException, IOException, JobExecutionException {
    if (shared == null) {
      MAIL.start();
      shared =
          start(
              newDatabase(),
              Map.of(
                  "monthend.demo",
                  true,
                  "spring.mail.host",
                  "127.0.0.1",
                  "spring.mail.port",
                  MAIL.getSmtp().getPort()));
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

  /** Brings the demo's company into the books and closes its three months. */
  public void closeDemoMonths() throws IOException, SQLException, JobExecutionException {
    FolderClose closer = get(FolderClose.class);
    for (String name : DEMO_MONTHS) {
      PayMonth month = PayMonth.of(name);
      enter(DEMO.resolve(name), month);
      Path output = Files.createTempDirectory("served");
      closer.close(
          month,
          DEMO.resolve(name),
          new ResultFolder(output, null),
          RuleBooks.bundled().inEffect(month).orElseThrow(),
          "test");
    }
    enterOngoing();
  }

  /** Rosters to the end of next month, and balances. */
  private void enterOngoing() throws IOException, SQLException {
    Path folder = Files.createTempDirectory("ongoing");
    YearMonth last = YearMonth.parse(DEMO_MONTHS.getLast());
    YearMonth next = YearMonth.now(get(Clock.class)).plusMonths(1);
    List<YearMonth> open =
        Stream.iterate(last.plusMonths(1), month -> month.plusMonths(1))
            .takeWhile(month -> !month.isAfter(next) || month.equals(last.plusMonths(1)))
            .toList();
    new OngoingMonths(DEMO.resolve(last.toString()), last).writeRosters(open, folder);
    Files.copy(DEMO.resolve("balances.csv"), folder.resolve("balances.csv"));
    enter(folder, null);
  }

  private void enter(Path input, @Nullable PayMonth month) throws IOException, SQLException {
    BooksImport.Outcome outcome =
        get(BooksImport.class)
            .run(
                new BooksImport.Order(
                    input,
                    StandardCharsets.UTF_8,
                    month,
                    false,
                    Files.createTempDirectory("answers"),
                    RuleBooks.bundled().inEffect(PayMonth.of("2026-10")).orElseThrow().book(),
                    "test"));
    if (outcome.ending() != BooksImport.Ending.IMPORTED || !outcome.closedMonths().isEmpty()) {
      throw new IllegalStateException("The demo does not go into the books: " + outcome);
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
