package io.monthend.tasks;

import io.monthend.Monthend;
import io.monthend.web.TestWords;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.flowable.engine.RuntimeService;
import org.flowable.engine.delegate.DelegateExecution;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An application node with the process engine, on the database that its properties name. */
public final class TestNode {

  private TestNode() {}

  /** What the wiring's processes call. */
  public static class Tally {

    private final JdbcClient jdbc;
    private final boolean hangs;

    Tally(JdbcClient jdbc, boolean hangs) {
      this.jdbc = jdbc;
      this.hangs = hangs;
    }

    public void count(DelegateExecution execution) throws InterruptedException {
      if (hangs) {
        System.out.println("hanging");
        new CountDownLatch(1).await();
      }
      jdbc.sql("insert into tally values (:id)")
          .param("id", execution.getProcessInstanceId())
          .update();
    }
  }

  /** A node that goes by a clock of the test's. */
  public static ConfigurableApplicationContext start(Map<String, String> properties, Clock clock) {
    return start(
        properties,
        false,
        context ->
            context.registerBean(
                "clockOfTheTest", Clock.class, () -> clock, bean -> bean.setPrimary(true)));
  }

  static ConfigurableApplicationContext start(Map<String, String> properties, boolean hangs) {
    return start(properties, hangs, context -> {});
  }

  private static ConfigurableApplicationContext start(
      Map<String, String> properties, boolean hangs, Consumer<GenericApplicationContext> more) {
    return new SpringApplicationBuilder(Monthend.class)
        .web(WebApplicationType.NONE)
        .initializers(context -> {
          context
              .getEnvironment()
              .getPropertySources()
              .addFirst(new MapPropertySource("node", Map.<String, Object>copyOf(properties)));
          context
              .getEnvironment()
              .getPropertySources()
              .addFirst(new MapPropertySource("engine", Map.of("flowable.process.enabled", true)));
          ((GenericApplicationContext) context)
              .registerBean(
                  "tally", Tally.class, () -> new Tally(context.getBean(JdbcClient.class), hangs));
          ((GenericApplicationContext) context)
              .registerBean("messageSource", MessageSource.class, TestWords::ofEveryModule);
          more.accept((GenericApplicationContext) context);
        })
        .run();
  }

  /** A node of its own that takes a job and never ends it. */
  public static void main(String[] arguments) {
    Map<String, String> properties = new HashMap<>();
    System.getProperties().stringPropertyNames().stream()
        .filter(name -> name.matches("(spring|flowable|monthend)\\..*"))
        .forEach(name -> properties.put(name, System.getProperty(name)));
    start(properties, true)
        .getBean(RuntimeService.class)
        .startProcessInstanceByKey("wait-and-count");
  }
}
