package io.monthend.closing;

import io.monthend.kernel.PayMonth;
import io.monthend.months.MonthLock;
import io.monthend.months.PayMonths;
import io.monthend.months.PayMonths.Change;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs, resumes, publishes and undoes the close of a month; the caller holds the month's lock. */
@Component
public class MonthClose {

  private final DataSource dataSource;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final JobOperator jobs;
  private final JobRepository jobRepository;
  private final Job closeMonth;
  private final CloseRuns runs;
  private final PayMonths months;

  MonthClose(
      DataSource dataSource,
      JdbcClient jdbc,
      TransactionTemplate transaction,
      JobOperator jobs,
      JobRepository jobRepository,
      Job closeMonth,
      CloseRuns runs,
      PayMonths months) {
    this.dataSource = dataSource;
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.jobs = jobs;
    this.jobRepository = jobRepository;
    this.closeMonth = closeMonth;
    this.runs = runs;
    this.months = months;
  }

  /** The right to close a month; empty where another process is closing it. */
  public Optional<MonthLock> lock(PayMonth month) throws SQLException {
    return MonthLock.tryAcquire(dataSource, month);
  }

  /**
   * Settles a run from where it stands to its digest. A fault is an exception; the same call goes
   * on after it.
   */
  public void settle(CloseRun run) throws JobExecutionException {
    runs.takeOver(run.id());
    JobExecution execution = launch(run);
    if (execution.getStatus() != BatchStatus.COMPLETED) {
      throw execution.getAllFailureExceptions().stream()
          .findFirst()
          .map(fault -> new JobExecutionException("The close of " + run.month() + " failed", fault))
          .orElseGet(() ->
              new JobExecutionException(
                  "The close of " + run.month() + " ended as " + execution.getStatus()));
    }
  }

  private JobExecution launch(CloseRun run) throws JobExecutionException {
    JobParameters parameters =
        new JobParametersBuilder()
            .addString("month", run.month().toString())
            .addLong("attempt", (long) run.attempt())
            .addLong(CloseMonthJob.RUN, run.id())
            .toJobParameters();
    JobExecution last = jobRepository.getLastJobExecution(CloseMonthJob.NAME, parameters);
    if (last == null) {
      forgetUnstarted(parameters);
      return jobs.start(closeMonth, parameters);
    }
    if (last.getStatus() == BatchStatus.COMPLETED) {
      return last;
    }
    JobExecution ended = last.isRunning() ? jobs.recover(last) : last;
    resolveDoubts(ended);
    return jobs.restart(ended);
  }

  /**
   * A connection that breaks during a commit leaves a step of which Spring Batch does not know
   * whether it was written, and which it would not restart. Here nothing hangs on that: who is
   * settled is asked of the settlements.
   */
  private void resolveDoubts(JobExecution ended) {
    for (StepExecution step : ended.getStepExecutions()) {
      if (step.getStatus() == BatchStatus.UNKNOWN || step.getStatus().isRunning()) {
        step.setStatus(BatchStatus.FAILED);
        jobRepository.update(step);
      }
    }
    if (ended.getStatus() == BatchStatus.UNKNOWN) {
      ended.setStatus(BatchStatus.FAILED);
      jobRepository.update(ended);
    }
  }

  /**
   * A crash between the two writes of a start leaves an instance without an execution, which cannot
   * be started.
   */
  private void forgetUnstarted(JobParameters parameters) {
    JobInstance unstarted = jobRepository.getJobInstance(CloseMonthJob.NAME, parameters);
    if (unstarted != null) {
      jobRepository.deleteJobInstance(unstarted);
    }
  }

  /**
   * How many people a run has gone through.
   *
   * @param anew settled in this attempt
   * @param takenOver as they were settled in the attempt before
   * @param blocked of them, those whom the rules could not settle
   */
  public record People(long anew, long takenOver, long blocked) {}

  /** Counts the people of a run. */
  public People people(CloseRun run) {
    return jdbc.sql(
            """
            select count(*) filter (where not taken_over), count(*) filter (where taken_over),
              count(*) filter (where outcome = 'blocked')
            from settlement where run_id = :run
            """)
        .param("run", run.id())
        .query((row, rowNumber) -> new People(row.getLong(1), row.getLong(2), row.getLong(3)))
        .single();
  }

  /** Publishes a settled run, unless people are blocked; tells whether it is published. */
  public boolean publish(CloseRun run, String actor) {
    return Boolean.TRUE.equals(
        transaction.execute(status -> {
          runs.requireOwnership(run.id());
          boolean complete = people(run).blocked() == 0;
          if (complete) {
            runs.setState(run.id(), CloseRun.State.PUBLISHED, null);
            months.change(
                run.month(),
                PayMonths.State.PUBLISHED,
                run.id(),
                new Change("published", run.id(), actor, ""));
          } else {
            runs.setState(run.id(), CloseRun.State.BLOCKED, null);
            months.change(
                run.month(),
                PayMonths.State.IN_REVIEW,
                null,
                new Change("blocked", run.id(), actor, ""));
          }
          return complete;
        }));
  }

  /**
   * Undoes the close of a published month that is not paid, and records it; what was published
   * stays readable until the next attempt. Tells what it found.
   */
  public Reopened reopen(PayMonth month, String actor, String reason) {
    Reopened result =
        transaction.execute(status ->
            switch (months.state(month)) {
              case PUBLISHED -> {
                CloseRun run = runs.live(month).orElseThrow();
                runs.setState(run.id(), CloseRun.State.UNDONE, null);
                months.change(
                    month,
                    PayMonths.State.OPEN,
                    null,
                    new Change("reopened", run.id(), actor, reason));
                yield Reopened.DONE;
              }
              case PAID -> Reopened.PAID;
              case OPEN, CLOSING, IN_REVIEW -> Reopened.NOT_CLOSED;
            });
    return Objects.requireNonNull(result);
  }

  /** Marks a published month as paid, and records it: it can no longer be reopened. */
  public Paid markPaid(PayMonth month, String actor) {
    Paid result =
        transaction.execute(status ->
            switch (months.state(month)) {
              case PUBLISHED -> {
                long run = months.publishedRun(month).orElseThrow();
                months.change(month, PayMonths.State.PAID, run, new Change("paid", run, actor, ""));
                yield Paid.DONE;
              }
              case PAID -> Paid.BEFORE;
              case CLOSING, IN_REVIEW -> Paid.UNSETTLED;
              case OPEN -> Paid.NOT_CLOSED;
            });
    return Objects.requireNonNull(result);
  }

  /** What {@link #markPaid} found. */
  public enum Paid {
    DONE,
    /** It was marked before. */
    BEFORE,
    /** Some people are not settled, so that nothing is published. */
    UNSETTLED,
    NOT_CLOSED
  }

  /** What {@link #reopen} found. */
  public enum Reopened {
    DONE,
    PAID,
    NOT_CLOSED
  }
}
