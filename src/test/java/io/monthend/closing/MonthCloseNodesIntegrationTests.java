package io.monthend.closing;

import static org.assertj.core.api.Assertions.assertThat;

import io.monthend.cli.TestInstallation;
import io.monthend.closing.MonthCases.Stage;
import io.monthend.kernel.PayMonth;
import io.monthend.months.PayMonths;
import io.monthend.people.Account;
import io.monthend.people.Accounts;
import io.monthend.people.Role;
import io.monthend.tasks.Answer;
import io.monthend.tasks.Answer.AlreadyDecided;
import io.monthend.tasks.Answer.Done;
import io.monthend.tasks.Decisions;
import io.monthend.tasks.Outcome;
import io.monthend.tasks.TestNode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The close of a month on several nodes, and on nodes that are killed. */
class MonthCloseNodesIntegrationTests {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final PayMonth MONTH = PayMonth.of("2026-08");
  private static final String CASE = "MC-2026-08";
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-09-02T01:00:00Z"), ZoneId.of("Asia/Shanghai"));
  private static final Account OPERATIONS = account("operations", Role.OPERATIONS);
  private static final Account HR = account("hr", Role.HR);
  private static final Account BOSS = account("boss", Role.GENERAL_MANAGER);

  private TestInstallation installation;

  private static Account account(String username, Role role) {
    return new Account(username, "Name of " + username, null, Set.of(role), "", true);
  }

  /** A node in a Java of its own, which can be killed. */
  static final class Node {
    public static void main(String[] arguments) {
      Map<String, String> properties = new HashMap<>();
      System.getProperties().stringPropertyNames().stream()
          .filter(name -> name.matches("(spring|flowable|monthend)\\..*"))
          .forEach(name -> properties.put(name, System.getProperty(name)));
      TestNode.start(properties, CLOCK);
    }
  }

  @BeforeEach
  void makeADatabase() throws Exception {
    installation = TestInstallation.create();
  }

  @AfterEach
  void drop() throws Exception {
    installation.close();
  }

  private void importFrom(String input) {
    TestInstallation.Result result =
        installation.run(
            Map.of(),
            "import",
            "--month",
            MONTH.toString(),
            "--input",
            input,
            "--output",
            installation.folder().resolve("import").toString());
    assertThat(result.exitCode()).as(result.err()).isZero();
  }

  private Map<String, String> settings(String name, Map<String, String> more) {
    Map<String, String> settings = new HashMap<>();
    settings.put("monthend.node", name);
    settings.put("monthend.dispatch.pause", "50ms");
    settings.put("monthend.results.folder", installation.folder().resolve("results").toString());
    settings.putAll(more);
    return installation.properties(settings);
  }

  private ConfigurableApplicationContext node(String name, Map<String, String> more) {
    return TestNode.start(settings(name, more), CLOCK);
  }

  private static void employ(ConfigurableApplicationContext node) {
    List.of(OPERATIONS, HR, BOSS)
        .forEach(account -> node.getBean(Accounts.class).create(account, "test"));
  }

  private void awaitStage(Stage stage) throws Exception {
    await(() ->
        installation.number(
                "select count(*) from month_close where case_no = '%s' and stage = '%s'"
                    .formatted(CASE, stage.word()))
            == 1);
  }

  private interface Check {
    boolean holds() throws Exception;
  }

  private static void await(Check check) throws Exception {
    Instant end = Instant.now().plus(PATIENCE);
    while (!check.holds()) {
      assertThat(Instant.now()).as("still waiting").isBefore(end);
      Thread.sleep(20);
    }
  }

  private static String task(ConfigurableApplicationContext node, String key) {
    return node.getBean(JdbcClient.class)
        .sql("select id_ from flowable.act_ru_task where task_def_key_ = :key")
        .param("key", key)
        .query(String.class)
        .single();
  }

  private static Answer decide(
      ConfigurableApplicationContext node, Account who, String task, Outcome outcome) {
    return node.getBean(Decisions.class).decide(who, task, outcome, "");
  }

  @Test
  void onTwoNodesTimersFireOnceAndADecisionOnOneIsSeenOnTheOther() throws Exception {
    importFrom("src/main/resources/demo/2026-08");
    try (ConfigurableApplicationContext one = node("one", Map.of());
        ConfigurableApplicationContext two = node("two", Map.of())) {
      employ(one);
      assertThat(
              installation.number(
                  "select count(*) from flowable.act_re_procdef where key_ = 'month-close'"))
          .as("deployed once")
          .isEqualTo(1);
      one.getBean(CloseTimer.class).set(OPERATIONS, 2, 9, 1);
      one.getBean(JdbcClient.class)
          .sql("update close_timer set next_at = '2026-09-02 09:00+08'")
          .update();
      awaitStage(Stage.REVIEW);
      assertThat(installation.number("select count(*) from month_close")).isEqualTo(1);
      assertThat(installation.number("select count(*) from close_request")).isEqualTo(1);
      assertThat(installation.number("select count(*) from close_run")).isEqualTo(1);

      String review = task(one, "review");
      assertThat(decide(one, HR, review, Outcome.APPROVE)).isInstanceOf(Done.class);
      assertThat(decide(two, HR, review, Outcome.RETURN)).isInstanceOf(AlreadyDecided.class);
      assertThat(decide(two, BOSS, task(two, "approve"), Outcome.APPROVE)).isInstanceOf(Done.class);
      awaitStage(Stage.PUBLISHED);
      assertThat(one.getBean(PayMonths.class).state(MONTH)).isEqualTo(PayMonths.State.PUBLISHED);
      assertThat(
              installation.number("select count(*) from pay_month_event where event = 'published'"))
          .isEqualTo(1);
    }
  }

  @Test
  void aRequestThatNobodyServesStandsUntilSomebodyDoes() throws Exception {
    importFrom("src/main/resources/demo/2026-08");
    try (ConfigurableApplicationContext idle =
        node("one", Map.of("monthend.dispatch.pause", "1h"))) {
      employ(idle);
      await(() -> idle.getBean(RunDispatcher.class).isRunning());
      idle.getBean(CloseRequests.class).ask(MONTH, "operations", null, null, null);
    }
    try (ConfigurableApplicationContext _ = node("one", Map.of())) {
      awaitStage(Stage.REVIEW);
    }
  }

  @Test
  void anEndThatTheCaseWasNotToldOfBeforeACrashIsToldAfterIt() throws Exception {
    importFrom("src/main/resources/demo/2026-08");
    try (ConfigurableApplicationContext idle =
        node("one", Map.of("monthend.dispatch.pause", "1h"))) {
      employ(idle);
      Thread.sleep(500); // its first look
      assertThat(idle.getBean(MonthDesk.class).start(OPERATIONS, MONTH)).isInstanceOf(Done.class);
      long request = installation.number("select id from close_request");
      idle.getBean(RequestedRun.class).work(request);
      assertThat(idle.getBean(CloseRequests.class).get(request).state())
          .isEqualTo(CloseRequest.State.SETTLED);
      assertThat(idle.getBean(MonthCases.class).get(CASE).stage()).isEqualTo(Stage.RUNNING);
    }
    try (ConfigurableApplicationContext _ = node("one", Map.of())) {
      awaitStage(Stage.REVIEW);
      assertThat(installation.number("select count(*) from close_run")).isEqualTo(1);
    }
  }

  @Test
  void aNodeThatIsKilledInTheMiddleOfARunIsFollowedByOneThatGoesOnWithIt() throws Exception {
    Path input = installation.folder().resolve("company");
    TestInstallation.Result generated =
        installation.run(
            Map.of(),
            "generate",
            "--employees",
            "3000",
            "--month",
            MONTH.toString(),
            "--seed",
            "7",
            "--output",
            input.toString());
    assertThat(generated.exitCode()).as(generated.err()).isZero();
    importFrom(input.toString());
    try (ConfigurableApplicationContext idle =
        node("one", Map.of("monthend.dispatch.pause", "1h"))) {
      employ(idle);
      idle.getBean(CloseRequests.class).ask(MONTH, "operations", null, null, null);
    }
    Process killed =
        startJvm(
            settings(
                "one", Map.of("monthend.close.chunk-size", "50", "monthend.close.threads", "1")));
    try {
      await(() -> installation.number("select count(*) from settlement") >= 100);
    } finally {
      killed.destroyForcibly().waitFor();
    }
    long settled = installation.number("select count(*) from settlement");
    assertThat(settled).isBetween(100L, 2_999L);
    try (ConfigurableApplicationContext next = node("one", Map.of())) {
      awaitStage(Stage.REVIEW);
      assertThat(installation.number("select count(*) from close_run")).isEqualTo(1);
      CloseRun run = next.getBean(CloseRuns.class).live(MONTH).orElseThrow();
      assertThat(run.state()).isEqualTo(CloseRun.State.SETTLED);
      assertThat(installation.number("select count(*) from settlement"))
          .isEqualTo(installation.number("select count(distinct employee_no) from settlement"))
          .isGreaterThan(settled);
    }
  }

  private Process startJvm(Map<String, String> properties) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
    command.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Node.class.getName()));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(installation.folder().resolve("node.log").toFile())
        .start();
  }
}
