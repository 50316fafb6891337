package io.monthend.closing;

import io.monthend.kernel.PayMonth;
import io.monthend.months.PayMonths;
import io.monthend.months.PayMonths.Change;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The states a month goes through between its run and its published slips, where people review. */
@Component
class MonthPublication {

  private final CloseRuns runs;
  private final PayMonths months;
  private final ApplicationEventPublisher events;

  MonthPublication(CloseRuns runs, PayMonths months, ApplicationEventPublisher events) {
    this.runs = runs;
    this.months = months;
    this.events = events;
  }

  /** The month is being closed from now on. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void begin(PayMonth month, String actor) {
    months.change(month, PayMonths.State.CLOSING, null, new Change("asked for", null, actor, ""));
  }

  /** Hands a run that has ended in for review. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void handIn(CloseRun run, boolean isBlocked, String actor) {
    runs.requireOwnership(run.id());
    runs.setState(run.id(), isBlocked ? CloseRun.State.BLOCKED : CloseRun.State.SETTLED, null);
    months.change(
        run.month(),
        PayMonths.State.IN_REVIEW,
        null,
        new Change(isBlocked ? "blocked" : "settled", run.id(), actor, ""));
  }

  /** Publishes the run that was reviewed: its slips no longer change. */
  @Transactional(propagation = Propagation.MANDATORY)
  public CloseRun publish(PayMonth month, String actor) {
    CloseRun run =
        runs.live(month)
            .filter(live -> live.state() == CloseRun.State.SETTLED)
            .orElseThrow(() -> new IllegalStateException(month + " has no run to publish"));
    runs.takeOver(run.id());
    runs.setState(run.id(), CloseRun.State.PUBLISHED, null);
    months.change(
        month, PayMonths.State.PUBLISHED, run.id(), new Change("published", run.id(), actor, ""));
    events.publishEvent(MonthDeed.of(actor, "month.published", month));
    return run;
  }

  /** Gives the attempt up: the month is open as if nobody had begun. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void giveUp(PayMonth month, String actor) {
    Optional<CloseRun> run = runs.live(month);
    run.ifPresent(live -> runs.setState(live.id(), CloseRun.State.ABANDONED, null));
    months.change(
        month,
        PayMonths.State.OPEN,
        null,
        new Change("given up", run.map(CloseRun::id).orElse(null), actor, ""));
  }
}
