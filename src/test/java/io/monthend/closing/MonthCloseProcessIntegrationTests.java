package io.monthend.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.monthend.WaysTaken;
import io.monthend.cli.TestInstallation;
import io.monthend.closing.MonthCases.Stage;
import io.monthend.exchange.FolderClose;
import io.monthend.exchange.ResultFolder;
import io.monthend.kernel.PayMonth;
import io.monthend.months.MonthLock;
import io.monthend.months.PayMonths;
import io.monthend.people.Account;
import io.monthend.people.Accounts;
import io.monthend.people.Role;
import io.monthend.rulebook.RuleBookEdition;
import io.monthend.rulebook.RuleBooks;
import io.monthend.sample.Company;
import io.monthend.tasks.Answer;
import io.monthend.tasks.Answer.Denied;
import io.monthend.tasks.Answer.Done;
import io.monthend.tasks.Answer.Refused;
import io.monthend.tasks.Cases;
import io.monthend.tasks.Decisions;
import io.monthend.tasks.EngineState;
import io.monthend.tasks.Message;
import io.monthend.tasks.Notices;
import io.monthend.tasks.Outcome;
import io.monthend.tasks.SetClock;
import io.monthend.tasks.TestNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.flowable.engine.ManagementService;
import org.flowable.job.api.Job;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every way through the process {@code month-close}, with its timers. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MonthCloseProcessIntegrationTests {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final AtomicInteger MONTHS = new AtomicInteger();
  private static final int FIRST_YEAR = 2026;

  private static final SetClock CLOCK = new SetClock();
  private static TestInstallation installation;
  private static ConfigurableApplicationContext application;
  private static Account operations;
  private static Account hr;
  private static Account otherHr;
  private static Account generalManager;
  private static Account president;
  private static Account employee;

  private PayMonth month;

  @BeforeAll
  static void start() throws Exception {
    installation = TestInstallation.create();
    TestInstallation.Result result =
        installation.run(
            Map.of(),
            "import",
            "--month",
            "2026-08",
            "--input",
            "src/main/resources/demo/2026-08",
            "--output",
            installation.folder().resolve("import").toString());
    assertThat(result.exitCode()).as(result.err()).isZero();
    CLOCK.set("2026-09-02T09:00:00");
    application = node(Map.of());
    operations = account("operations", null, Role.OPERATIONS);
    hr = account("hr", null, Role.HR);
    otherHr = account("hr2", null, Role.HR, Role.GENERAL_MANAGER);
    generalManager = account("boss", null, Role.GENERAL_MANAGER);
    president = account("president", null, Role.PRESIDENT);
    employee = account("employee", "E010", Role.EMPLOYEE);
  }

  private static ConfigurableApplicationContext node(Map<String, String> more) {
    Map<String, String> settings = new HashMap<>(more);
    settings.put("flowable.async-executor-activate", "false");
    settings.put("monthend.dispatch.pause", "50ms");
    settings.put("monthend.results.folder", installation.folder().resolve("results").toString());
    return TestNode.start(installation.properties(settings), CLOCK);
  }

  @AfterAll
  static void stop() throws Exception {
    application.close();
    installation.close();
  }

  /** A month of one's own for every test. */
  @BeforeEach
  void nextMonth() {
    int number = MONTHS.getAndIncrement();
    month = PayMonth.of("%d-%02d".formatted(FIRST_YEAR + number / 12, 1 + number % 12));
    CLOCK.set(month.last().plusDays(2) + "T09:00:00");
  }

  private static Account account(String username, @Nullable String employeeNo, Role... roles) {
    Account account =
        new Account(username, "Name of " + username, employeeNo, Set.of(roles), "", true);
    get(Accounts.class).create(account, "test");
    return account;
  }

  private static <T> T get(Class<T> type) {
    return application.getBean(type);
  }

  private String begin() throws Exception {
    Answer answer = get(MonthDesk.class).start(operations, month);
    assertThat(answer).isInstanceOf(Done.class);
    return ((Done) answer).caseNo();
  }

  /** Begins, and waits for the review. */
  private String beginToReview() throws Exception {
    String caseNo = begin();
    awaitStage(caseNo, Stage.REVIEW);
    return caseNo;
  }

  private static void awaitStage(String caseNo, Stage stage) throws Exception {
    Instant end = Instant.now().plus(PATIENCE);
    while (!stages(caseNo).equals(List.of(stage.word()))) {
      assertThat(Instant.now()).as("%s is %s", caseNo, stages(caseNo)).isBefore(end);
      Thread.sleep(20);
    }
  }

  /** Waits until the run has let go of the month. */
  private void awaitFree() throws Exception {
    Instant end = Instant.now().plus(PATIENCE);
    while (!isFree()) {
      assertThat(Instant.now()).isBefore(end);
      Thread.sleep(20);
    }
  }

  private boolean isFree() throws Exception {
    Optional<MonthLock> lock = get(MonthClose.class).lock(month);
    lock.ifPresent(MonthLock::close);
    return lock.isPresent();
  }

  private static List<String> stages(String caseNo) {
    return get(JdbcClient.class)
        .sql("select stage from month_close where case_no = :case")
        .param("case", caseNo)
        .query((row, rowNumber) -> row.getString(1))
        .list();
  }

  private static long people(CloseRun run) {
    MonthClose.People people = get(MonthClose.class).people(run);
    return people.anew() + people.takenOver();
  }

  private static String task(String caseNo, String key) {
    return get(JdbcClient.class)
        .sql(
            """
            select t.id_ from flowable.act_ru_task t join work_case c on c.process_instance = t.proc_inst_id_
            where c.case_no = :case and t.task_def_key_ = :key
            """)
        .param("case", caseNo)
        .param("key", key)
        .query(String.class)
        .single();
  }

  private static Answer decide(Account who, String caseNo, String key, Outcome outcome) {
    return get(Decisions.class).decide(who, task(caseNo, key), outcome, "Because");
  }

  private static void expect(Answer answer) {
    assertThat(answer).isInstanceOf(Done.class);
  }

  private static String instance(String caseNo) {
    return get(JdbcClient.class)
        .sql("select process_instance from work_case where case_no = :case")
        .param("case", caseNo)
        .query(String.class)
        .single();
  }

  /** Does the jobs of a case that wait for an executor. */
  private static void executeJobs(String caseNo) {
    ManagementService jobs = get(ManagementService.class);
    jobs.createJobQuery()
        .processInstanceId(instance(caseNo))
        .list()
        .forEach(job -> jobs.executeJob(job.getId()));
  }

  /** Fires what is due by the set clock, until nothing is. */
  private static int fireTimers(String caseNo) {
    ManagementService jobs = get(ManagementService.class);
    int fired = 0;
    while (true) {
      List<Job> due =
          jobs.createTimerJobQuery().processInstanceId(instance(caseNo)).list().stream()
              .filter(job -> !job.getDuedate().toInstant().isAfter(CLOCK.instant()))
              .toList();
      if (due.isEmpty()) {
        return fired;
      }
      jobs.moveTimerToExecutableJob(due.getFirst().getId());
      jobs.executeJob(due.getFirst().getId());
      fired++;
    }
  }

  private PayMonths.State state() {
    return get(PayMonths.class).state(month);
  }

  private static boolean isOver(String caseNo) {
    return get(JdbcClient.class)
            .sql("select count(*) from flowable.act_ru_execution where proc_inst_id_ = :instance")
            .param("instance", instance(caseNo))
            .query(Long.class)
            .single()
        == 0;
  }

  private static List<String> told(Account who, String caseNo) {
    return toldAt(who, "/requests/" + caseNo);
  }

  /** What somebody was told that leads to a path. */
  private static List<String> toldAt(Account who, String path) {
    return get(Notices.class).of(who).stream()
        .filter(notice -> notice.path().equals(path))
        .map(Notices.Notice::kind)
        .toList();
  }

  @Test
  void aMonthIsRunReviewedApprovedAndPublished() throws Exception {
    String caseNo = beginToReview();
    assertThat(caseNo).isEqualTo("MC-" + month);
    assertThat(state()).isEqualTo(PayMonths.State.IN_REVIEW);
    assertThat(get(CloseRuns.class).live(month).orElseThrow().state())
        .isEqualTo(CloseRun.State.SETTLED);
    long people = people(get(CloseRuns.class).live(month).orElseThrow());
    CloseRequest request = get(CloseRequests.class).latestOf(caseNo).orElseThrow();
    assertThat(get(RunProgress.class).of(request.id()))
        .extracting(RunProgress.Step::name)
        .containsExactly("import", "check", "checkReady", "keep", "settle", "rank", "reconcile");
    assertThat(get(RunProgress.class).of(request.id()))
        .filteredOn(step -> step.name().equals("settle"))
        .allMatch(
            step -> step.total() == people && step.done() == people && step.endedAt() != null);

    expect(decide(hr, caseNo, "review", Outcome.APPROVE));
    expect(decide(generalManager, caseNo, "approve", Outcome.APPROVE));
    assertThat(get(MonthCases.class).get(caseNo).stage()).isEqualTo(Stage.PUBLISHING);
    executeJobs(caseNo);

    assertThat(state()).isEqualTo(PayMonths.State.PUBLISHED);
    assertThat(isOver(caseNo)).isTrue();
    assertThat(toldAt(employee, "/slips/" + month)).containsExactly("month-close.slip-published");
    assertThat(get(Cases.class).find(employee, caseNo))
        .as("being told of a slip opens no case")
        .isEmpty();
    Path results = get(MonthFiles.class).results(get(CloseRuns.class).live(month).orElseThrow());
    assertThat(Files.readAllLines(results.resolve("payslips.csv")))
        .hasSize(Math.toIntExact(people) + 1);
    assertThat(results.resolve("month.xlsx")).exists();
  }

  @Test
  void aPublicationThatFailsIsListedAndRetriedByOperations() throws Exception {
    String caseNo = beginToReview();
    expect(decide(hr, caseNo, "review", Outcome.APPROVE));
    expect(decide(generalManager, caseNo, "approve", Outcome.APPROVE));
    get(JdbcClient.class).sql("alter table leave_application rename to leave_away").update();
    try {
      assertThatThrownBy(() -> executeJobs(caseNo)).isInstanceOf(RuntimeException.class);
    } finally {
      get(JdbcClient.class).sql("alter table leave_away rename to leave_application").update();
    }
    assertThat(state()).isEqualTo(PayMonths.State.IN_REVIEW);
    ManagementService jobs = get(ManagementService.class);
    jobs.createTimerJobQuery().processInstanceId(instance(caseNo)).withException().list().stream()
        .map(Job::getId)
        .forEach(jobs::moveJobToDeadLetterJob);
    EngineState engine = get(EngineState.class);
    EngineState.Work dead =
        engine.failed().stream()
            .filter(work -> caseNo.equals(work.caseNo()))
            .findFirst()
            .orElseThrow();
    assertThat(dead.isDead()).isTrue();
    assertThat(dead.step()).isEqualTo("publish");
    assertThat(dead.fault()).contains("leave_application");
    assertThat(engine.retry("operations", dead.id())).isTrue();
    assertThat(engine.retry("operations", dead.id())).as("it is there once").isFalse();
    executeJobs(caseNo);
    assertThat(state()).isEqualTo(PayMonths.State.PUBLISHED);
    assertThat(engine.failed()).noneMatch(work -> caseNo.equals(work.caseNo()));
  }

  @Test
  void aPublishedMonthIsReopenedByTwoAndAPaidOneByNobody() throws Exception {
    String caseNo = beginToReview();
    MonthReopenings reopenings = get(MonthReopenings.class);
    awaitFree();
    assertThat(reopenings.ask(hr, month, "Too early"))
        .isEqualTo(new Refused(List.of(Message.of("month.not-published", month.toString()))));
    expect(decide(hr, caseNo, "review", Outcome.APPROVE));
    expect(decide(generalManager, caseNo, "approve", Outcome.APPROVE));
    executeJobs(caseNo);

    for (Account stranger : List.of(operations, employee, president)) {
      assertThat(reopenings.ask(stranger, month, "I want it")).isEqualTo(new Denied());
    }
    expect(reopenings.ask(hr, month, "The roster was wrong"));
    assertThat(toldAt(generalManager, "/months/" + month))
        .containsExactly("month-close.reopening-asked");
    assertThat(reopenings.answer(hr, month, true))
        .as("who asked does not agree as well")
        .isEqualTo(new Refused(List.of(Message.of("month.reopen-second-person"))));
    assertThat(reopenings.markPaid(hr, month, true))
        .as("nobody pays what may be reopened")
        .isEqualTo(new Refused(List.of(Message.of("month.reopen-asked", month.toString()))));
    expect(reopenings.answer(generalManager, month, false));
    assertThat(toldAt(hr, "/months/" + month)).containsExactly("month-close.reopening-refused");
    assertThat(state()).isEqualTo(PayMonths.State.PUBLISHED);

    expect(reopenings.ask(generalManager, month, "The roster was wrong"));
    expect(reopenings.answer(hr, month, true));
    assertThat(state()).isEqualTo(PayMonths.State.OPEN);
    assertThat(beginToReview()).isEqualTo(caseNo + "-2");
    expect(decide(hr, caseNo + "-2", "review", Outcome.APPROVE));
    expect(decide(generalManager, caseNo + "-2", "approve", Outcome.APPROVE));
    executeJobs(caseNo + "-2");

    assertThat(reopenings.markPaid(generalManager, month, true)).isEqualTo(new Denied());
    assertThat(reopenings.markPaid(hr, month, false))
        .isEqualTo(new Refused(List.of(Message.of("month.paid-unconfirmed"))));
    expect(reopenings.markPaid(hr, month, true));
    assertThat(state()).isEqualTo(PayMonths.State.PAID);
    assertThat(reopenings.ask(hr, month, "Too late"))
        .isEqualTo(new Refused(List.of(Message.of("month.not-published", month.toString()))));
  }

  @Test
  void anObjectionIsAnsweredByHrAndListedUntilItIsClosed() throws Exception {
    String caseNo = beginToReview();
    Objections objections = get(Objections.class);
    assertThat(objections.object(employee, month, 1, "Wrong"))
        .as("a slip that is not out yet")
        .isEqualTo(new Denied());
    expect(decide(hr, caseNo, "review", Outcome.APPROVE));
    expect(decide(generalManager, caseNo, "approve", Outcome.APPROVE));
    executeJobs(caseNo);

    assertThat(objections.object(employee, month, 99, "Wrong"))
        .isEqualTo(new Refused(List.of(Message.of("objection.no-line"))));
    assertThat(objections.object(employee, month, 1, " ")).isInstanceOf(Refused.class);
    assertThat(objections.object(hr, month, 1, "Wrong")).isEqualTo(new Denied());
    expect(objections.object(employee, month, 1, "My base pay is higher"));
    assertThat(toldAt(hr, "/people/E010/slips/" + month)).containsExactly("month-close.objection");
    assertThat(objections.open()).anyMatch(open -> open.month().equals(month));
    assertThat(objections.answer(operations, month, "E010", 1, "No", true)).isEqualTo(new Denied());
    assertThat(objections.answer(hr, month, "E010", 2, "No", true)).isInstanceOf(Refused.class);
    expect(objections.answer(hr, month, "E010", 1, "Since when?", false));
    expect(objections.object(employee, month, 1, "Since the first"));
    expect(objections.answer(hr, month, "E010", 1, "It comes on the next slip", true));
    assertThat(toldAt(employee, "/slips/" + month)).contains("month-close.objection-answered");
    assertThat(objections.open()).noneMatch(open -> open.month().equals(month));
    assertThat(objections.of(month, "E010").getFirst().entries())
        .extracting(Objections.Entry::words)
        .containsExactly(
            "My base pay is higher", "Since when?", "Since the first", "It comes on the next slip");
  }

  @Test
  void ofAMonthClosedAtTheTerminalTheSamePeopleAreTold() throws Exception {
    PayMonth closed = PayMonth.of("2025-12");
    Path files = installation.folder().resolve("terminal");
    Company.of(1, 3, closed.month()).write(closed.month(), files, (at, people, rows) -> {});
    get(FolderClose.class)
        .close(
            closed,
            files,
            new ResultFolder(installation.folder().resolve("terminal-out"), null),
            RuleBooks.bundled().inEffect(closed).orElseThrow(),
            "test");
    assertThat(get(MonthCases.class).of(closed)).isEmpty();
    String no =
        get(JdbcClient.class)
            .sql(
                "select min(p.employee_no) from payslip p join pay_month on published_run = run_id and month = '2025-12'")
            .query(String.class)
            .single();
    Account paid = account("paid-at-the-terminal", no, Role.EMPLOYEE);

    Objections objections = get(Objections.class);
    expect(objections.object(paid, closed, 1, "My base pay is higher"));
    assertThat(get(Notices.class).of(hr))
        .filteredOn(notice -> notice.path().equals("/people/%s/slips/%s".formatted(no, closed)))
        .singleElement()
        .satisfies(notice -> {
          assertThat(notice.kind()).isEqualTo("month-close.objection");
          assertThat(notice.actor()).isEqualTo(paid.name());
          assertThat(notice.summary()).isEqualTo(MonthCases.summary(closed));
        });
    expect(objections.answer(hr, closed, no, 1, "So it is", true));
    assertThat(toldAt(paid, "/slips/" + closed)).containsExactly("month-close.objection-answered");

    assertThat(secondsOf(closed)).isBetween(0L, PATIENCE.toSeconds());
    get(JdbcClient.class)
        .sql("update close_run set ended_at = started_at + interval '7 s' where month = '2025-12'")
        .update();
    MonthReopenings reopenings = get(MonthReopenings.class);
    expect(reopenings.ask(hr, closed, "A base pay was wrong"));
    for (Account other : List.of(otherHr, generalManager)) {
      assertThat(toldAt(other, "/months/" + closed)).containsExactly("month-close.reopening-asked");
    }
    assertThat(toldAt(hr, "/months/" + closed)).isEmpty();
    expect(reopenings.answer(generalManager, closed, true));
    assertThat(toldAt(hr, "/months/" + closed)).containsExactly("month-close.reopened");
    assertThat(get(PayMonths.class).state(closed)).isEqualTo(PayMonths.State.OPEN);
    assertThat(secondsOf(closed)).as("reopening is no part of the run").isEqualTo(7);
  }

  private static @Nullable Long secondsOf(PayMonth month) {
    return get(RunRecord.class).latest(1_000).stream()
        .filter(run -> run.month().equals(month))
        .findFirst()
        .orElseThrow()
        .seconds();
  }

  @Test
  void aRunThatCountsSaysHowLongItWillTake() throws Exception {
    beginToReview();
    get(JdbcClient.class)
        .sql(
            """
            insert into close_request (month, attempt, asked_by, from_files, state, told_at)
            values (:month, 2, 'operations', false, 'running', now())
            """)
        .param("month", month.toString())
        .update();
    CloseRequest running = get(CloseRequests.class).latest(month).orElseThrow();
    RunProgress progress = get(RunProgress.class);
    progress.watch(running.id());
    progress.begin("settle", 1_000);
    progress.advance(250);
    CLOCK.set(month.last().plusDays(2) + "T09:00:10");
    progress.leave();
    RunForecast.Forecast forecast = get(RunForecast.class).of(running);
    assertThat(forecast.steps())
        .filteredOn(step -> step.state().equals("now"))
        .containsExactly(new RunForecast.Outlook("settle", "now", 250, 1_000, 30L));
    assertThat(forecast.steps()).filteredOn(step -> step.state().equals("ahead")).hasSize(6);
    assertThat(forecast.secondsLeft())
        .as("the other steps take as long as the last time")
        .isGreaterThanOrEqualTo(30);
  }

  @Test
  void whatWasLookedAtStaysMarkedInTheNextAttempt() throws Exception {
    String caseNo = beginToReview();
    ExceptionList list = get(ExceptionList.class);
    CloseRun first = get(CloseRuns.class).live(month).orElseThrow();
    ExceptionList.Rows rows = list.of(first, null, true, 0);
    assertThat(rows.total()).isPositive();
    String key = rows.rows().getFirst().key();
    assertThat(list.mark(first, hr, List.of(key, "no such"), "Known")).isEqualTo(1);
    expect(decide(hr, caseNo, "review", Outcome.RETURN));
    expect(decide(operations, caseNo, "mend", Outcome.SUBMIT));
    awaitStage(caseNo, Stage.REVIEW);
    CloseRun second = get(CloseRuns.class).live(month).orElseThrow();
    assertThat(second.id()).isNotEqualTo(first.id());
    assertThat(list.open(second)).isEqualTo(rows.total() - 1);
    assertThat(list.of(second, null, false, 0).rows())
        .filteredOn(row -> row.key().equals(key))
        .allMatch(row -> "Known".equals(row.words()) && "Name of hr".equals(row.markedBy()));
    assertThat(list.markAll(second, hr, null, "All known")).isEqualTo(rows.total() - 1);
    assertThat(list.open(second)).isZero();
    assertThat(list.unmark(month, List.of(key))).isEqualTo(1);
  }

  @Test
  void aMonthIsBegunOnceAndOnlyByThoseWhoMay() throws Exception {
    MonthDesk desk = get(MonthDesk.class);
    for (Account stranger : List.of(employee, generalManager, president)) {
      assertThat(desk.start(stranger, month)).isEqualTo(new Denied());
    }
    beginToReview();
    assertThat(desk.start(hr, month))
        .isEqualTo(new Refused(List.of(Message.of("month.close-open-already", month.toString()))));
  }

  @Test
  void nobodyDecidesOnAMonthTheyAskedForOrPrepared() throws Exception {
    Answer answer = get(MonthDesk.class).start(hr, month);
    String caseNo = ((Done) answer).caseNo();
    awaitStage(caseNo, Stage.REVIEW);
    for (Account other : List.of(hr, operations, generalManager, employee)) {
      assertThat(decide(other, caseNo, "review", Outcome.APPROVE)).isEqualTo(new Denied());
    }
    expect(decide(otherHr, caseNo, "review", Outcome.APPROVE));
    assertThat(decide(otherHr, caseNo, "approve", Outcome.APPROVE))
        .as("who has reviewed it does not approve it, whatever else they are")
        .isEqualTo(new Denied());
    expect(decide(generalManager, caseNo, "approve", Outcome.RETURN));
    expect(decide(operations, caseNo, "mend", Outcome.SUBMIT));
    awaitStage(caseNo, Stage.REVIEW);
    expect(decide(otherHr, caseNo, "review", Outcome.APPROVE));
  }

  @Test
  void whatHrReturnsIsMendedRunAgainAndSettledOnlyWhereSomethingChanged() throws Exception {
    String caseNo = beginToReview();
    assertThat(get(Decisions.class).decide(hr, task(caseNo, "review"), Outcome.RETURN, ""))
        .isEqualTo(new Refused(List.of(Message.of("task.reason-missing"))));
    expect(decide(hr, caseNo, "review", Outcome.RETURN));
    get(JdbcClient.class)
        .sql(
            "insert into books.incident (employee_no, incident_no, date, code) values ('E010', :no, :date, 'LOUD_NOISE')")
        .param("no", "X-" + month)
        .param("date", month.first())
        .update();
    expect(decide(operations, caseNo, "mend", Outcome.SUBMIT));
    awaitStage(caseNo, Stage.REVIEW);
    CloseRun second = get(CloseRuns.class).live(month).orElseThrow();
    assertThat(second.attempt()).isEqualTo(2);
    assertThat(get(MonthClose.class).people(second))
        .isEqualTo(new MonthClose.People(1, people(second) - 1, 0));
  }

  @Test
  void aMonthThatIsGivenUpIsOpenAndCanBeBegunAgain() throws Exception {
    String caseNo = beginToReview();
    expect(decide(hr, caseNo, "review", Outcome.RETURN));
    expect(decide(operations, caseNo, "mend", Outcome.REFUSE));
    assertThat(state()).isEqualTo(PayMonths.State.OPEN);
    assertThat(isOver(caseNo)).isTrue();
    assertThat(beginToReview()).isEqualTo(caseNo + "-2");
  }

  @Test
  void rowsThatAreRefusedGoToOperationsAndHr() throws Exception {
    String shift =
        "insert into books.rostered_shift values ('E010', '%s', 'NO_SUCH_SHIFT')"
            .formatted(month.first());
    get(JdbcClient.class).sql(shift).update();
    String caseNo = begin();
    awaitStage(caseNo, Stage.MENDING);
    CloseRequest refused = get(CloseRequests.class).latestOf(caseNo).orElseThrow();
    assertThat(refused.state()).isEqualTo(CloseRequest.State.REFUSED);
    assertThat(refused.problem()).isEqualTo("1");
    assertThat(Files.readString(get(MonthFiles.class).rejects(month))).contains("NO_SUCH_SHIFT");
    assertThat(get(MonthFiles.class).refusals(month, 10))
        .singleElement()
        .satisfies(refusal -> {
          assertThat(refusal.place()).isEqualTo("roster in the books: E010, " + month.first());
          assertThat(refusal.value()).isEqualTo("NO_SUCH_SHIFT");
        });
    assertThat(told(operations, caseNo)).as("the one who asked is told by the task").isEmpty();
    assertThat(told(hr, caseNo)).contains("TASK");

    get(JdbcClient.class)
        .sql("delete from books.rostered_shift where shift = 'NO_SUCH_SHIFT'")
        .update();
    expect(decide(hr, caseNo, "mend", Outcome.SUBMIT));
    awaitStage(caseNo, Stage.REVIEW);
    assertThat(get(MonthFiles.class).rejects(month)).doesNotExist();
    assertThat(get(MonthFiles.class).refusals(month, 10)).isEmpty();
  }

  @Test
  void aFaultGoesToOperationsAndTheNextTryGoesOn() throws Exception {
    get(JdbcClient.class).sql("alter table books.exam rename to exam_away").update();
    String caseNo;
    try {
      caseNo = begin();
      awaitStage(caseNo, Stage.MENDING);
    } finally {
      get(JdbcClient.class).sql("alter table books.exam_away rename to exam").update();
    }
    CloseRequest failed = get(CloseRequests.class).latestOf(caseNo).orElseThrow();
    assertThat(failed.state()).isEqualTo(CloseRequest.State.FAILED);
    assertThat(failed.problem()).contains("books.exam");
    expect(decide(operations, caseNo, "mend", Outcome.SUBMIT));
    awaitStage(caseNo, Stage.REVIEW);
  }

  @Test
  void aRequestWithoutACaseGetsOneAndBlockedPeopleStopTheReview() throws Exception {
    RuleBookEdition bundled = RuleBooks.bundled().inEffect(month).orElseThrow();
    RuleBookEdition without =
        RuleBookEdition.parse(
            "without.yaml",
            bundled
                .yaml()
                .replace("winter: [\"09:00-12:00\", \"13:00-17:30\"]", "winter: []")
                .replace("summer: [\"09:00-12:00\", \"13:30-18:00\"]", "summer: []"));
    assertThat(without.hash()).isNotEqualTo(bundled.hash());
    get(JdbcClient.class)
        .sql("insert into books.rostered_shift values ('E010', :date, 'D')")
        .param("date", month.first())
        .update();
    get(CloseRuns.class).keep(without);
    get(CloseRequests.class).ask(month, "operations", null, without.hash(), null);
    awaitStage("MC-" + month, Stage.MENDING);
    CloseRequest blocked = get(CloseRequests.class).latest(month).orElseThrow();
    assertThat(blocked.state()).isEqualTo(CloseRequest.State.BLOCKED);
    assertThat(blocked.problem()).isEqualTo("1");
    expect(decide(hr, "MC-" + month, "mend", Outcome.REFUSE));
    assertThat(state()).isEqualTo(PayMonths.State.OPEN);
  }

  @Test
  void aReviewThatTakesLongIsRemindedOfAndTheGeneralManagerIsTold() throws Exception {
    String caseNo = beginToReview();
    get(Decisions.class).claim(hr, task(caseNo, "review"));
    CLOCK.set(month.last().plusDays(3) + "T10:00:00");
    assertThat(fireTimers(caseNo)).isEqualTo(1);
    assertThat(told(hr, caseNo)).contains("REMINDED");
    CLOCK.set(month.last().plusDays(5) + "T10:00:00");
    fireTimers(caseNo);
    assertThat(told(generalManager, caseNo)).contains("month-close.review-late");
    expect(decide(otherHr, caseNo, "review", Outcome.APPROVE));
  }

  @Test
  void anApprovalThatTakesLongIsRemindedOfAndGoesToThePresidentToo() throws Exception {
    String caseNo = beginToReview();
    expect(decide(hr, caseNo, "review", Outcome.APPROVE));
    CLOCK.set(month.last().plusDays(3) + "T10:00:00");
    assertThat(fireTimers(caseNo)).isEqualTo(1);
    assertThat(told(generalManager, caseNo)).contains("REMINDED");
    assertThat(decide(president, caseNo, "approve", Outcome.APPROVE)).isEqualTo(new Denied());
    CLOCK.set(month.last().plusDays(5) + "T10:00:00");
    fireTimers(caseNo);
    expect(decide(president, caseNo, "approve", Outcome.APPROVE));
    executeJobs(caseNo);
    assertThat(state()).isEqualTo(PayMonths.State.PUBLISHED);
  }

  @Test
  void whatIsToBeMendedIsRemindedOf() throws Exception {
    String caseNo = beginToReview();
    expect(decide(hr, caseNo, "review", Outcome.RETURN));
    CLOCK.set(month.last().plusDays(3) + "T10:00:00");
    assertThat(fireTimers(caseNo)).isEqualTo(1);
    assertThat(told(otherHr, caseNo)).contains("REMINDED");
  }

  @Test
  void theTimerBeginsTheMonthOnceAndSaysWhatCameOfIt() throws Exception {
    CloseTimer timer = get(CloseTimer.class);
    CLOCK.set(month.last().plusDays(1) + "T23:00:00");
    timer.set(operations, 2, 6, 1);
    CloseTimer.Setting setting = timer.setting().orElseThrow();
    assertThat(timer.month(setting)).isEqualTo(month);
    assertThat(setting.nextAt().atZone(ZONE).toLocalDateTime())
        .isEqualTo(month.last().plusDays(2).atTime(6, 0));
    CLOCK.set(month.last().plusDays(2) + "T06:00:00");
    Instant end = Instant.now().plus(PATIENCE);
    while (get(MonthCases.class).of(month).isEmpty()) {
      assertThat(Instant.now()).isBefore(end);
      Thread.sleep(20);
    }
    awaitStage("MC-" + month, Stage.REVIEW);
    CloseTimer.Setting after = timer.setting().orElseThrow();
    assertThat(after.lastResult()).isEqualTo("timer.started");
    assertThat(after.nextAt()).isAfter(CLOCK.instant());
    timer.stop(operations);
    assertThat(timer.setting()).isEmpty();
    assertThat(get(MonthCases.class).of(month)).hasSize(1);
  }

  @Test
  void filesThatComeAgainGoOnWithTheMonthThatWaitsForThem() throws Exception {
    String caseNo = beginToReview();
    CloseRun first = get(CloseRuns.class).live(month).orElseThrow();
    expect(decide(hr, caseNo, "review", Outcome.RETURN));
    get(CloseRequests.class).ask(month, "operations", null, null, first.id());
    awaitStage(caseNo, Stage.REVIEW);
    assertThat(get(CloseRequests.class).latestOf(caseNo).orElseThrow().fromFiles()).isTrue();
    expect(decide(hr, caseNo, "review", Outcome.RETURN));
    assertThat(decide(operations, caseNo, "mend", Outcome.SUBMIT))
        .isEqualTo(new Refused(List.of(Message.of("month-close.files-again", month.toString()))));
  }

  @Test
  @Order(Integer.MAX_VALUE)
  void everyWayOfTheProcessWasTaken() {
    WaysTaken.areAllOf("month-close", get(JdbcClient.class));
  }
}
