package io.monthend.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.monthend.LeaveCases;
import io.monthend.LeaveCases.Asked;
import io.monthend.ServedApplication;
import io.monthend.Visitor;
import io.monthend.exchange.FolderClose;
import io.monthend.exchange.FolderClose.Ending;
import io.monthend.exchange.ResultFolder;
import io.monthend.kernel.PayMonth;
import io.monthend.rulebook.RuleBooks;
import io.monthend.sample.Company;
import io.monthend.signin.DemoAccounts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * A hundred people signed in, each thinking ten seconds between two actions, while months of ten
 * thousand people are closed on one thread of the same process. People and application share this
 * machine.
 */
@EnabledIfSystemProperty(named = "monthend.load", matches = "true")
class OfficeLoadIntegrationTests {

  private static final int PEOPLE = 100;
  private static final int MANAGERS = 20;
  private static final int REQUESTS = 150;
  private static final int CLOSED_PEOPLE = 10_000;
  private static final int THINKING_MILLIS = 10_000;
  private static final Duration BUSY = Duration.ofSeconds(90);
  private static final int BOUND_MILLIS = 300;
  private static final List<String> STAFF =
      List.of("employee", "leader", "hr", "gm", "operations", "auditor");
  private static final List<String> ASKERS = List.of("E005", "E006", "E007", "E008", "E010");

  private static ServedApplication application;

  /** The requests that wait for a manager. */
  private final BlockingQueue<Asked> open = new LinkedBlockingQueue<>();

  private final Latencies queuePage = new Latencies();
  private final Latencies decision = new Latencies();
  private final Latencies otherPage = new Latencies();

  @BeforeAll
  static void start() throws Exception {
    application =
        ServedApplication.start(
            ServedApplication.newDatabase(),
            Map.of("monthend.demo", true, "monthend.close.threads", 1));
    application.closeDemoMonths();
    application.get(DemoAccounts.class).make();
  }

  @AfterAll
  static void stop() {
    application.stop();
  }

  @Test
  void peopleDoNotWaitForTheMonthEnd() throws Exception {
    for (int i = 0; i < REQUESTS; i++) {
      open.add(LeaveCases.ask(application, ASKERS.get(i % ASKERS.size())));
    }
    List<Visitor> managers = visitors(List.of("manager"), MANAGERS);
    List<Visitor> staff = visitors(STAFF, PEOPLE - MANAGERS);
    warmUp(managers.getFirst());

    CountDownLatch over = new CountDownLatch(1);
    int closed;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Integer> closing = threads.submit(() -> closeMonthsUntil(over));
      List<Future<?>> working = new ArrayList<>();
      managers.forEach(who -> working.add(threads.submit(() -> work(who, true, over))));
      staff.forEach(who -> working.add(threads.submit(() -> work(who, false, over))));
      Thread.sleep(BUSY);
      over.countDown();
      for (Future<?> one : working) {
        one.get();
      }
      closed = closing.get();
    }

    System.out.printf(
        "load: queue page %s; decision %s; other pages %s; months of %,d closed: %d%n",
        queuePage, decision, otherPage, CLOSED_PEOPLE, closed);
    assertThat(closed).isPositive();
    assertThat(decision.count()).isGreaterThan(30);
    assertThat(queuePage.percentile(95)).isLessThan(BOUND_MILLIS);
    assertThat(decision.percentile(95)).isLessThan(BOUND_MILLIS);
  }

  private static List<Visitor> visitors(List<String> names, int many) throws Exception {
    List<Visitor> visitors = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      visitors.add(Visitor.signedIn(application, names.get(i % names.size())));
    }
    return visitors;
  }

  /** What a server that has been up for a while has behind it. */
  private void warmUp(Visitor manager) throws Exception {
    for (int i = 0; i < 100; i++) {
      manager.get("/tasks");
    }
    for (int i = 0; i < 30; i++) {
      decide(manager, open.take());
    }
    decision.forget();
  }

  private Void work(Visitor who, boolean decides, CountDownLatch over) throws Exception {
    Random random = new Random();
    while (!over.await(random.nextInt(2 * THINKING_MILLIS), TimeUnit.MILLISECONDS)) {
      Asked next = decides && random.nextBoolean() ? open.poll() : null;
      if (next != null) {
        decide(who, next);
      } else if (decides || random.nextBoolean()) {
        look(who, "/tasks", queuePage);
      } else {
        look(who, "/", otherPage);
      }
    }
    return null;
  }

  private static void look(Visitor who, String path, Latencies latencies) throws Exception {
    long begun = System.nanoTime();
    Visitor.Answer answer = who.get(path);
    latencies.add(System.nanoTime() - begun);
    assertThat(answer.status()).isEqualTo(200);
  }

  private void decide(Visitor manager, Asked request) throws Exception {
    Map<String, String> form =
        Map.of(
            "_csrf", manager.token().orElseThrow(), "task", request.task(), "outcome", "APPROVE");
    long begun = System.nanoTime();
    Visitor.Answer answer = manager.postAsIs("/requests/" + request.caseNo() + "/decide", form);
    decision.add(System.nanoTime() - begun);
    assertThat(answer.status()).isBetween(300, 399);
  }

  private static int closeMonthsUntil(CountDownLatch over) throws Exception {
    int closed = 0;
    Path folder = Files.createTempDirectory("load");
    YearMonth first = YearMonth.of(2026, 11);
    Company company = Company.of(1, CLOSED_PEOPLE, first);
    for (YearMonth month = first; over.getCount() > 0; month = month.plusMonths(1)) {
      PayMonth payMonth = PayMonth.of(month.toString());
      Path input = folder.resolve(month.toString());
      company.write(month, input, (_, _, _) -> {});
      Files.deleteIfExists(input.resolve("history.csv")); // what came before is known here
      FolderClose.Outcome outcome =
          application
              .get(FolderClose.class)
              .close(
                  payMonth,
                  input,
                  new ResultFolder(folder.resolve("results"), null),
                  RuleBooks.bundled().inEffect(payMonth).orElseThrow(),
                  "test");
      assertThat(outcome.ending()).as("%s in %s", month, folder).isEqualTo(Ending.CLOSED);
      closed++;
    }
    return closed;
  }
}
