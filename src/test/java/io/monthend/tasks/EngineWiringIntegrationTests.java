package io.monthend.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import io.monthend.cli.TestInstallation;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.flowable.engine.RepositoryService;
import org.flowable.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** The process engine on its tables: one node, two nodes, a killed one. */
class EngineWiringIntegrationTests {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private TestInstallation installation;

  @BeforeEach
  void makeADatabase() throws Exception {
    installation = TestInstallation.create();
    try (var connection = installation.connect();
        var statement = connection.createStatement()) {
      statement.execute("create table tally (process_instance text)");
    }
  }

  @AfterEach
  void drop() throws Exception {
    installation.close();
  }

  private Map<String, String> node(String name) {
    return installation.properties(
        Map.of(
            "monthend.node", name,
            "flowable.process-definition-location-prefix", "classpath*:/wiring/",
            "spring.flyway.baseline-on-migrate", "true",
            "spring.flyway.baseline-version", "0"));
  }

  @Test
  void theEnginesTablesStandInASchemaOfTheirOwnAndTheSearchPathIsUntouched() throws Exception {
    try (ConfigurableApplicationContext _ = TestNode.start(node("one"), false)) {
      assertThat(
              installation.number("select count(*) from pg_tables where schemaname = 'flowable'"))
          .isEqualTo(32);
      assertThat(
              installation.number(
                  "select count(*) from pg_tables where schemaname = 'public' and tablename ~"
                      + " '^(act|flw)_'"))
          .isZero();
      assertThat(installation.number("select count(*) from public.pay_month")).isZero();
    }
  }

  @Test
  void twoNodesThatStartTogetherDeployEveryProcessOnceAndFireEveryTimerOnce() throws Exception {
    TestNode.start(node("first"), false).close(); // the tables: Flyway has a lock of its own
    try (var connection = installation.connect();
        var statement = connection.createStatement()) {
      statement.execute("delete from flowable.act_re_procdef");
      statement.execute("delete from flowable.act_ge_bytearray");
      statement.execute("delete from flowable.act_re_deployment");
    }
    var one = CompletableFuture.supplyAsync(() -> TestNode.start(node("one"), false));
    var two = CompletableFuture.supplyAsync(() -> TestNode.start(node("two"), false));
    try (ConfigurableApplicationContext first = one.join();
        ConfigurableApplicationContext second = two.join()) {
      assertThat(first.getBean(RepositoryService.class).createProcessDefinitionQuery().list())
          .extracting(definition -> definition.getKey() + " " + definition.getVersion())
          .containsExactlyInAnyOrder("wait-and-count 1", "count-again 1");
      assertThat(installation.number("select count(*) from flowable.act_re_deployment"))
          .as("one deployment a file")
          .isEqualTo(2);

      for (int i = 0; i < 20; i++) {
        (i % 2 == 0 ? first : second)
            .getBean(RuntimeService.class)
            .startProcessInstanceByKey("wait-and-count");
      }
      await(() -> installation.number("select count(*) from flowable.act_ru_execution") == 0);
      assertThat(installation.number("select count(*) from tally")).isEqualTo(20);
      assertThat(installation.number("select count(distinct process_instance) from tally"))
          .isEqualTo(20);
    }
  }

  @Test
  void aNodeThatWasKilledTakesItsJobUpAgainAtOnce() throws Exception {
    TestNode.start(node("one"), false).close();
    Process killed = startJvm(node("one"));
    try (BufferedReader out = killed.inputReader(StandardCharsets.UTF_8)) {
      String line = out.readLine();
      while (line != null && !line.contains("hanging")) {
        line = out.readLine();
      }
      assertThat(line).contains("hanging");
    } finally {
      killed.destroyForcibly().waitFor();
    }
    Instant restarted = Instant.now();
    try (ConfigurableApplicationContext _ = TestNode.start(node("one"), false)) {
      await(() -> installation.number("select count(*) from tally") == 1);
    }
    assertThat(Duration.between(restarted, Instant.now())).isLessThan(Duration.ofSeconds(45));
    assertThat(installation.number("select count(*) from tally")).isEqualTo(1);
  }

  private static Process startJvm(Map<String, String> properties) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
    command.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            TestNode.class.getName()));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  private interface Check {
    boolean holds() throws Exception;
  }

  private static void await(Check check) throws Exception {
    Instant end = Instant.now().plus(PATIENCE);
    while (!check.holds()) {
      assertThat(Instant.now()).as("still waiting").isBefore(end);
      Thread.sleep(100);
    }
  }
}
