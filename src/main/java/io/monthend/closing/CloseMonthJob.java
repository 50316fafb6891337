package io.monthend.closing;

import io.monthend.evaluation.KeyFigureRecords;
import io.monthend.people.Bucket;
import io.monthend.people.Employees;
import io.monthend.rulebook.RuleBook;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.partition.PartitionHandler;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.partition.support.TaskExecutorPartitionHandler;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.batch.infrastructure.item.ItemStreamReader;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;

/** The month-end job: month figures, settlements, ranks, reconciliation. */
@Configuration(proxyBeanMethods = false)
class CloseMonthJob {

  static final String NAME = "closeMonth";

  /** The run a job works on; month and attempt identify the job beside it. */
  static final String RUN = "runId";

  private static final String BUCKET = "bucket";

  private final JobRepository jobRepository;
  private final PlatformTransactionManager transactions;
  private final CloseRuns runs;
  private final CloseProgress progress;
  private final CloseSettings settings;

  CloseMonthJob(
      JobRepository jobRepository,
      PlatformTransactionManager transactions,
      CloseRuns runs,
      CloseProgress progress,
      CloseSettings settings) {
    this.jobRepository = jobRepository;
    this.transactions = transactions;
    this.runs = runs;
    this.progress = progress;
    this.settings = settings;
  }

  @Bean
  Job closeMonth(Step checkReady, Step keepUnchanged, Step settle, Step rank, Step reconcile) {
    return new JobBuilder(NAME, jobRepository)
        .start(checkReady)
        .next(keepUnchanged)
        .next(settle)
        .next(rank)
        .next(reconcile)
        .build();
  }

  /** Computes the few figures that need everyone, and what earlier months still owe. */
  @Bean
  Step checkReady(KeyFigureRecords keyFigures, LateFacts lateFacts) {
    return step(
        "checkReady",
        run -> {
          runs.setBest(
              run.id(),
              keyFigures.best(
                  run.id(), run.month(), rulebook(run).evaluation().evaluated().positions()));
          lateFacts.correct(run);
        });
  }

  /** Keeps what the attempt before has settled and nothing has changed for. */
  @Bean
  Step keepUnchanged(TakeOver takeOver) {
    return step(
        "keep",
        run -> {
          Optional<Long> predecessor = runs.predecessor(run.id());
          if (predecessor.isPresent()) {
            takeOver.unchanged(run, predecessor.get(), rulebook(run), basis(run));
          }
        });
  }

  /** Settles each person, bucket by bucket. */
  @Bean
  Step settle(Step settleBucket, Employees employees) {
    TaskExecutorPartitionHandler handler = new TaskExecutorPartitionHandler();
    SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor("settle-");
    executor.setConcurrencyLimit(settings.threadsOrProcessors());
    handler.setTaskExecutor(executor);
    handler.setStep(settleBucket);
    PartitionHandler announced =
        (splitter, stepExecution) -> {
          Long runId = stepExecution.getJobParameters().getLong(RUN);
          CloseRun run = runs.get(Objects.requireNonNull(runId));
          progress.begin("settle", employees.countDue(run.id(), run.month()));
          handler.setGridSize(run.buckets());
          var executions = handler.handle(splitter, stepExecution);
          progress.end("settle");
          return executions;
        };
    return new StepBuilder("settle", jobRepository)
        .partitioner("settleBucket", buckets())
        .partitionHandler(announced)
        .build();
  }

  private static Partitioner buckets() {
    return count -> {
      Map<String, ExecutionContext> contexts = new HashMap<>();
      for (int bucket = 0; bucket < count; bucket++) {
        ExecutionContext context = new ExecutionContext();
        context.putInt(BUCKET, bucket);
        contexts.put("bucket" + bucket, context);
      }
      return contexts;
    };
  }

  @Bean
  Step settleBucket(
      ItemStreamReader<Based<PersonMonth>> settlementReader,
      ItemProcessor<Based<PersonMonth>, Based<Settlement>> settlementProcessor,
      ItemWriter<Based<Settlement>> settlementWriter) {
    return new StepBuilder("settleBucket", jobRepository)
        .<Based<PersonMonth>, Based<Settlement>>chunk(settings.chunkSize())
        .transactionManager(transactions)
        .reader(settlementReader)
        .processor(settlementProcessor)
        .writer(settlementWriter)
        .build();
  }

  @Bean
  @StepScope
  ItemStreamReader<Based<PersonMonth>> settlementReader(
      PersonMonths months,
      @Value("#{jobParameters['" + RUN + "']}") long runId,
      @Value("#{stepExecutionContext['" + BUCKET + "']}") int bucket) {
    CloseRun run = runs.get(runId);
    return new SettlementReader(
        months, new Bucket(runId, bucket), run.month(), rulebook(run), basis(run));
  }

  @Bean
  @StepScope
  ItemProcessor<Based<PersonMonth>, Based<Settlement>> settlementProcessor(
      @Value("#{jobParameters['" + RUN + "']}") long runId) {
    CloseRun run = runs.get(runId);
    Settle settle = new Settle(run.month(), rulebook(run), runs.best(runId));
    return person -> new Based<>(settle.settle(person.value()), person.basis());
  }

  @Bean
  @StepScope
  ItemWriter<Based<Settlement>> settlementWriter(
      DataSource dataSource,
      @Value("#{jobParameters['" + RUN + "']}") long runId,
      @Value("#{stepExecutionContext['" + BUCKET + "']}") int bucket) {
    return new SettlementWriter(new Bucket(runId, bucket), runs, dataSource, progress);
  }

  /** Rank and last place, and papers that are open, over the whole month. */
  @Bean
  Step rank(Ranking ranking, OpenPapers papers, RunTables tables) {
    return step(
        "rank",
        run -> {
          tables.analyzeResults(run);
          ranking.rank(run.id(), run.month(), rulebook(run));
          papers.note(run.id());
        });
  }

  /** Proves the sums and takes the digest. */
  @Bean
  Step reconcile(Reconciliation reconciliation, SlipDigest digest) {
    return step(
        "reconcile",
        run -> {
          reconciliation.check(run, rulebook(run).evaluation());
          runs.setState(run.id(), CloseRun.State.SETTLING, digest.of(run.id()));
        });
  }

  /** Work on the whole run, in one transaction. */
  @FunctionalInterface
  private interface WholeRun {
    void work(CloseRun run) throws SQLException;
  }

  private Step step(String name, WholeRun work) {
    return new StepBuilder(name, jobRepository)
        .tasklet(
            (contribution, context) -> {
              Object runId = context.getStepContext().getJobParameters().get(RUN);
              CloseRun run = runs.get((Long) Objects.requireNonNull(runId));
              progress.begin(name, 0);
              runs.requireOwnership(run.id());
              work.work(run);
              progress.end(name);
              return RepeatStatus.FINISHED;
            },
            transactions)
        .build();
  }

  private Basis basis(CloseRun run) {
    return new Basis(run.rulebookHash(), runs.best(run.id()));
  }

  private RuleBook rulebook(CloseRun run) {
    return runs.edition(run).book();
  }
}
