package io.monthend.closing;

import io.monthend.closing.MonthFiles.Frozen;
import io.monthend.months.MonthLock;
import io.monthend.rulebook.RuleBookEdition;
import io.monthend.rulebook.RuleBooks;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries out what was requested, up to the review: freezes the facts, settles everybody, hands the
 * run in. After a crash the same call goes on with what is there.
 */
@Component
@ConditionalOnBooleanProperty("flowable.process.enabled")
class RequestedRun {

  private final MonthClose close;
  private final CloseRuns runs;
  private final CloseRequests requests;
  private final MonthPublication publication;
  private final ObjectProvider<MonthFiles> files;
  private final RunProgress progress;
  private final TransactionTemplate transaction;
  private final RuleBooks ruleBooks = RuleBooks.bundled();

  RequestedRun(
      MonthClose close,
      CloseRuns runs,
      CloseRequests requests,
      MonthPublication publication,
      ObjectProvider<MonthFiles> files,
      RunProgress progress,
      TransactionTemplate transaction) {
    this.close = close;
    this.runs = runs;
    this.requests = requests;
    this.publication = publication;
    this.files = files;
    this.progress = progress;
    this.transaction = transaction;
  }

  /** Works on a request, unless somebody else does or has; a fault is an exception. */
  void work(long requestId) throws IOException, SQLException, JobExecutionException {
    Optional<MonthLock> lock = close.lock(requests.get(requestId).month());
    if (lock.isEmpty()) {
      return;
    }
    try (MonthLock _ = lock.get()) {
      CloseRequest request = requests.get(requestId);
      if (!request.state().isEnded()) {
        requests.running(requestId);
        progress.watch(requestId);
        try {
          settle(request);
        } finally {
          progress.leave();
        }
      }
    }
  }

  private void settle(CloseRequest request)
      throws IOException, SQLException, JobExecutionException {
    Optional<CloseRun> interrupted =
        Optional.ofNullable(request.runId())
            .map(runs::get)
            .filter(run -> run.state() == CloseRun.State.SETTLING);
    Frozen frozen =
        interrupted.isPresent()
            ? new Frozen.Ready(interrupted.get())
            : files.getObject().freeze(request.month(), edition(request));
    switch (frozen) {
      case Frozen.Refused refused ->
          requests.ended(
              request.id(), CloseRequest.State.REFUSED, String.valueOf(refused.faults()));
      case Frozen.Ready ready -> settle(request, ready.run());
    }
  }

  private void settle(CloseRequest request, CloseRun run) throws JobExecutionException {
    requests.worksOn(request.id(), run.id());
    close.settle(run);
    long blocked = close.people(run).blocked();
    transaction.executeWithoutResult(status -> {
      publication.handIn(run, blocked > 0, request.askedBy());
      requests.ended(
          request.id(),
          blocked > 0 ? CloseRequest.State.BLOCKED : CloseRequest.State.SETTLED,
          blocked > 0 ? String.valueOf(blocked) : "");
    });
  }

  private RuleBookEdition edition(CloseRequest request) {
    String own = request.rulebookHash();
    return own == null ? ruleBooks.inEffect(request.month()).orElseThrow() : runs.edition(own);
  }
}
