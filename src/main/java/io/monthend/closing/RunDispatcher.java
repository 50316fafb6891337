package io.monthend.closing;

import io.monthend.tasks.Answer;
import io.monthend.tasks.Answer.Denied;
import io.monthend.tasks.Answer.Done;
import io.monthend.tasks.Cases;
import io.monthend.tasks.Deed;
import io.monthend.tasks.TaskTransactions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;

/**
 * Looks again and again for what is to be done about months: a timer that is due, a request nobody
 * works on, an end that its case does not know. Each look is two small queries; what it finds it
 * does under the lock of the month or of the row, so any number of nodes may look.
 */
@Component
@ConditionalOnBooleanProperty("flowable.process.enabled")
class RunDispatcher implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(RunDispatcher.class);

  private static final int LONGEST_PROBLEM = 500;
  private static final int STOP_SECONDS = 20;

  private final CloseRequests requests;
  private final RequestedRun runs;
  private final MonthDesk desk;
  private final CloseTimer timer;
  private final RunProgress progress;
  private final Cases cases;
  private final TaskTransactions transactions;
  private final Duration pause;

  /** What this node works on. */
  private final Map<Long, Future<?>> atWork = new ConcurrentHashMap<>();

  private @Nullable ThreadPoolTaskScheduler looking;
  private @Nullable ExecutorService working;

  RunDispatcher(
      CloseRequests requests,
      RequestedRun runs,
      MonthDesk desk,
      CloseTimer timer,
      RunProgress progress,
      Cases cases,
      TaskTransactions transactions,
      @Value("${monthend.dispatch.pause}") Duration pause) {
    this.requests = requests;
    this.runs = runs;
    this.desk = desk;
    this.timer = timer;
    this.progress = progress;
    this.cases = cases;
    this.transactions = transactions;
    this.pause = pause;
  }

  @Override
  public void start() {
    working =
        Executors.newSingleThreadExecutor(Thread.ofPlatform().name("requested-run").factory());
    ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
    scheduler.setThreadNamePrefix("month-dispatch-");
    scheduler.initialize();
    ScheduledFuture<?> _ = scheduler.scheduleWithFixedDelay(this::look, pause);
    looking = scheduler;
  }

  /** What is under way is broken off; the next start goes on with it. */
  @Override
  public void stop() {
    if (looking != null && working != null) {
      looking.shutdown();
      working.shutdownNow();
      try {
        if (!working.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
          LOG.warn(
              "A run does not stop; its process is ended as it is and goes on at the next start");
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    looking = null;
    working = null;
  }

  @Override
  public boolean isRunning() {
    return looking != null;
  }

  private void look() {
    progress.write();
    timer.fireIfDue();
    reportFaults();
    for (CloseRequest request : requests.untold()) {
      if (request.caseNo() == null) {
        desk.adopt(request);
      } else if (request.state().isEnded()) {
        tell(request, request.caseNo());
      } else if (!atWork.containsKey(request.id())) {
        take(request.id());
      }
    }
  }

  private void take(long requestId) {
    ExecutorService executor = working;
    if (executor != null) {
      atWork.put(
          requestId,
          executor.submit(() -> {
            runs.work(requestId);
            return requestId;
          }));
    }
  }

  /** A fault ends its request, so that operations hear of it. */
  private void reportFaults() {
    for (Map.Entry<Long, Future<?>> work : List.copyOf(atWork.entrySet())) {
      if (work.getValue().isDone()) {
        if (work.getValue().state() == Future.State.FAILED) {
          Throwable fault = work.getValue().exceptionNow();
          LOG.error("The requested run {} failed", work.getKey(), fault);
          requests.ended(work.getKey(), CloseRequest.State.FAILED, problem(fault));
        }
        atWork.remove(work.getKey());
      }
    }
  }

  private static String problem(Throwable fault) {
    Throwable root = fault;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String text = String.valueOf(root.getMessage());
    return text.length() > LONGEST_PROBLEM ? text.substring(0, LONGEST_PROBLEM) : text;
  }

  private void tell(CloseRequest request, String caseNo) {
    transactions.inOne(() -> tellOnce(request, caseNo));
  }

  private Answer tellOnce(CloseRequest request, String caseNo) {
    boolean waited =
        cases.send(
            caseNo,
            null,
            Deed.CLOSED,
            MonthCloseProcess.RUN_ENDED,
            Map.of(MonthCloseProcess.RUN_STATE, request.state().name()));
    if (!waited) {
      return new Denied();
    }
    requests.told(request.id());
    return new Done(caseNo);
  }
}
