package io.monthend.leave;

import static org.assertj.core.api.Assertions.assertThat;

import io.monthend.WaysTaken;
import io.monthend.cli.TestInstallation;
import io.monthend.kernel.Money;
import io.monthend.kernel.PayMonth;
import io.monthend.people.Account;
import io.monthend.people.Accounts;
import io.monthend.people.Role;
import io.monthend.rulebook.LeaveType;
import io.monthend.tasks.Answer;
import io.monthend.tasks.Answer.Denied;
import io.monthend.tasks.Answer.Done;
import io.monthend.tasks.Answer.Refused;
import io.monthend.tasks.Attachments;
import io.monthend.tasks.CaseEvent;
import io.monthend.tasks.Cases;
import io.monthend.tasks.Decisions;
import io.monthend.tasks.Deed;
import io.monthend.tasks.Diagrams;
import io.monthend.tasks.Message;
import io.monthend.tasks.Notices;
import io.monthend.tasks.Outcome;
import io.monthend.tasks.SetClock;
import io.monthend.tasks.TestNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.flowable.engine.ManagementService;
import org.flowable.job.api.Job;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Every way through the process {@code leave-request}, with its timers. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LeaveRequestProcessIntegrationTests {

  private static final AtomicInteger PEOPLE = new AtomicInteger();
  private static final byte[] PDF = "%PDF-1.7 paper".getBytes(StandardCharsets.US_ASCII);

  private static final SetClock CLOCK = new SetClock();
  private static TestInstallation installation;
  private static ConfigurableApplicationContext application;
  private static Account manager;
  private static Account otherManager;
  private static Account generalManager;
  private static Account hr;

  private Account lin;

  @BeforeAll
  static void start() throws Exception {
    installation = TestInstallation.create();
    CLOCK.set("2026-10-05T09:00:00");
    application =
        TestNode.start(
            installation.properties(Map.of("flowable.async-executor-activate", "false")), CLOCK);
    manager = employed("manager", Role.MANAGER);
    otherManager = employed("manager2", Role.MANAGER);
    generalManager = employed("boss", Role.GENERAL_MANAGER);
    hr = employed("hr", Role.HR);
  }

  @AfterAll
  static void stop() throws Exception {
    application.close();
    installation.close();
  }

  /** A person of one's own for every test, rostered every day from October to December. */
  @BeforeEach
  void employ() {
    CLOCK.set("2026-10-05T09:00:00");
    lin = employed("lin" + PEOPLE.incrementAndGet(), Role.EMPLOYEE);
  }

  private static Account employed(String username, Role role) {
    String employeeNo = "E-" + username;
    JdbcClient jdbc = get(JdbcClient.class);
    jdbc.sql(
            """
            insert into books.employee (employee_no, name, team, position, hire_date, base_salary_cents, notice_waived)
            values (:no, :no, 'A', 'CSR', date '2024-03-01', 540000, false)
            """)
        .param("no", employeeNo)
        .update();
    jdbc.sql(
            """
            insert into books.rostered_shift
            select :no, day::date, 'A' from generate_series(date '2026-09-01', date '2026-12-31', '1 day') day
            """)
        .param("no", employeeNo)
        .update();
    Account account =
        new Account(username, "Name of " + username, employeeNo, Set.of(role), "", true);
    get(Accounts.class).create(account, "test");
    return account;
  }

  private static <T> T get(Class<T> type) {
    return application.getBean(type);
  }

  private static LeaveForm form(LeaveType type, String from, String to) {
    return new LeaveForm(
        type, LocalDate.parse(from), Half.AM, LocalDate.parse(to), Half.PM, "Family");
  }

  private static String ask(Account who, LeaveForm form) {
    Answer answer = get(LeaveDesk.class).ask(who, form);
    assertThat(answer).isInstanceOf(Done.class);
    return ((Done) answer).caseNo();
  }

  private static String task(String leaveNo, String key) {
    return get(JdbcClient.class)
        .sql(
            """
            select t.id_ from flowable.act_ru_task t join work_case c on c.process_instance = t.proc_inst_id_
            where c.case_no = :case and t.task_def_key_ = :key
            """)
        .param("case", leaveNo)
        .param("key", key)
        .query(String.class)
        .single();
  }

  private static Answer decide(Account who, String leaveNo, String key, Outcome outcome) {
    return get(Decisions.class).decide(who, task(leaveNo, key), outcome, "Because");
  }

  private static void expect(Answer answer) {
    assertThat(answer).isInstanceOf(Done.class);
  }

  /** Fires what is due by the set clock, until nothing is. */
  private static int fireTimers(String leaveNo) {
    ManagementService jobs = get(ManagementService.class);
    String instance =
        get(JdbcClient.class)
            .sql("select process_instance from work_case where case_no = :case")
            .param("case", leaveNo)
            .query(String.class)
            .single();
    int fired = 0;
    while (true) {
      List<Job> due =
          jobs.createTimerJobQuery().processInstanceId(instance).list().stream()
              .filter(job -> !job.getDuedate().toInstant().isAfter(CLOCK.instant()))
              .toList();
      if (due.isEmpty()) {
        return fired;
      }
      Job job = due.getFirst();
      jobs.moveTimerToExecutableJob(job.getId());
      jobs.executeJob(job.getId());
      fired++;
    }
  }

  private static String state(String leaveNo) {
    return get(LeaveDesk.class).find(leaveNo).orElseThrow().state().word();
  }

  private static boolean isOver(String leaveNo) {
    return get(JdbcClient.class)
            .sql(
                """
                select count(*) from flowable.act_ru_execution e join work_case c on c.process_instance = e.proc_inst_id_
                where c.case_no = :case
                """)
            .param("case", leaveNo)
            .query(Long.class)
            .single()
        == 0;
  }

  private static boolean standsInTheBooks(String leaveNo) {
    return get(LeaveBook.class)
        .find(leaveNo)
        .filter(found -> found.request().approved())
        .isPresent();
  }

  private static List<String> told(Account who, String leaveNo) {
    return get(Notices.class).of(who).stream()
        .filter(notice -> notice.path().equals("/requests/" + leaveNo))
        .map(Notices.Notice::kind)
        .toList();
  }

  private static List<Deed> deeds(String leaveNo) {
    return get(Cases.class).history(hr, leaveNo).stream().map(CaseEvent::deed).toList();
  }

  @Test
  void whatIsApprovedStandsInTheBooksAndMayBeTaken() {
    String leaveNo = ask(lin, form(LeaveType.PERSONAL, "2026-10-20", "2026-10-21"));
    assertThat(standsInTheBooks(leaveNo)).isFalse();
    expect(decide(manager, leaveNo, "decide", Outcome.APPROVE));
    assertThat(standsInTheBooks(leaveNo)).isTrue();
    assertThat(state(leaveNo)).isEqualTo("approved");
    assertThat(told(lin, leaveNo)).contains("leave.approved");
    assertThat(isOver(leaveNo)).isFalse();

    CLOCK.set("2026-10-20T00:00:00");
    assertThat(fireTimers(leaveNo)).isEqualTo(1);
    assertThat(isOver(leaveNo)).isTrue();
    assertThat(get(LeaveDesk.class).askToCancel(lin, leaveNo)).isInstanceOf(Refused.class);
  }

  @Test
  void whatIsRefusedIsOver() {
    String leaveNo = ask(lin, form(LeaveType.PERSONAL, "2026-10-20", "2026-10-20"));
    expect(decide(manager, leaveNo, "decide", Outcome.REFUSE));
    assertThat(state(leaveNo)).isEqualTo("refused");
    assertThat(isOver(leaveNo)).isTrue();
    assertThat(standsInTheBooks(leaveNo)).isFalse();
  }

  @Test
  void whatIsReturnedIsChangedAndDecidedAgain() {
    LeaveDesk desk = get(LeaveDesk.class);
    String leaveNo = ask(lin, form(LeaveType.PERSONAL, "2026-10-20", "2026-10-20"));
    expect(decide(manager, leaveNo, "decide", Outcome.RETURN));
    LeaveForm changed = form(LeaveType.PERSONAL, "2026-10-22", "2026-10-22");
    String revise = task(leaveNo, "revise");
    assertThat(desk.askAgain(manager, leaveNo, revise, changed)).isEqualTo(new Denied());
    assertThat(
            desk.askAgain(
                lin, leaveNo, revise, form(LeaveType.PERSONAL, "2026-10-22", "2026-10-21")))
        .isEqualTo(new Refused(List.of(Message.of("leave.ends-before-it-begins"))));
    assertThat(
            desk.askAgain(
                lin, leaveNo, revise, form(LeaveType.PERSONAL, "2026-10-04", "2026-10-04")))
        .isEqualTo(new Refused(List.of(Message.of("leave.not-beforehand"))));
    expect(desk.askAgain(lin, leaveNo, revise, changed));
    expect(decide(otherManager, leaveNo, "decide", Outcome.APPROVE));
    assertThat(get(LeaveBook.class).find(leaveNo).orElseThrow().request().leave().from())
        .isEqualTo("2026-10-22");
    assertThat(deeds(leaveNo))
        .containsExactly(Deed.OPENED, Deed.RETURNED, Deed.SUBMITTED, Deed.APPROVED, Deed.CLOSED);
  }

  @Test
  void untilItIsDecidedItMayBeWithdrawn() {
    LeaveDesk desk = get(LeaveDesk.class);
    String asked = ask(lin, form(LeaveType.PERSONAL, "2026-10-20", "2026-10-20"));
    assertThat(desk.withdraw(manager, asked)).isEqualTo(new Denied());
    expect(desk.withdraw(lin, asked));
    String returned = ask(lin, form(LeaveType.PERSONAL, "2026-10-21", "2026-10-21"));
    expect(decide(manager, returned, "decide", Outcome.RETURN));
    expect(desk.withdraw(lin, returned));
    for (String leaveNo : List.of(asked, returned)) {
      assertThat(state(leaveNo)).isEqualTo("withdrawn");
      assertThat(isOver(leaveNo)).isTrue();
    }
    String decided = ask(lin, form(LeaveType.PERSONAL, "2026-10-22", "2026-10-22"));
    expect(decide(manager, decided, "decide", Outcome.APPROVE));
    assertThat(desk.withdraw(lin, decided))
        .isEqualTo(new Refused(List.of(Message.of("leave.decided-already"))));
  }

  @Test
  void aManagersOwnLeaveIsDecidedByTheGeneralManager() {
    Account asking = employed("asking-manager", Role.MANAGER);
    String leaveNo = ask(asking, form(LeaveType.PERSONAL, "2026-10-20", "2026-10-20"));
    for (Account other : List.of(asking, manager, otherManager, lin)) {
      assertThat(decide(other, leaveNo, "decide", Outcome.APPROVE)).isEqualTo(new Denied());
    }
    expect(decide(generalManager, leaveNo, "decide", Outcome.APPROVE));
    assertThat(standsInTheBooks(leaveNo)).isTrue();
  }

  @Test
  void anOpenDecisionIsRemindedOfAndThenEscalated() {
    String leaveNo = ask(lin, form(LeaveType.PERSONAL, "2026-10-20", "2026-10-20"));
    get(Decisions.class).claim(manager, task(leaveNo, "decide"));
    CLOCK.set("2026-10-06T09:00:00");
    assertThat(fireTimers(leaveNo)).isEqualTo(1);
    assertThat(told(manager, leaveNo)).contains("REMINDED");
    assertThat(decide(generalManager, leaveNo, "decide", Outcome.APPROVE)).isEqualTo(new Denied());
    CLOCK.set("2026-10-08T09:00:00");
    fireTimers(leaveNo);
    assertThat(told(generalManager, leaveNo)).contains("ESCALATED");
    assertThat(deeds(leaveNo)).contains(Deed.REMINDED, Deed.ESCALATED);
    expect(decide(generalManager, leaveNo, "decide", Outcome.APPROVE));
  }

  @Test
  void aManagersOpenDecisionIsEscalatedToThePresident() {
    Account president = employed("president", Role.PRESIDENT);
    Account asking = employed("waiting-manager", Role.MANAGER);
    String leaveNo = ask(asking, form(LeaveType.PERSONAL, "2026-10-20", "2026-10-20"));
    assertThat(decide(president, leaveNo, "decide", Outcome.APPROVE)).isEqualTo(new Denied());
    CLOCK.set("2026-10-08T09:00:00");
    fireTimers(leaveNo);
    assertThat(told(president, leaveNo)).contains("ESCALATED");
    expect(decide(president, leaveNo, "decide", Outcome.APPROVE));
  }

  @Test
  void anApprovedLeaveThatLiesAheadIsCancelledByADecision() {
    LeaveDesk desk = get(LeaveDesk.class);
    String leaveNo = ask(lin, form(LeaveType.PERSONAL, "2026-10-20", "2026-10-20"));
    expect(decide(manager, leaveNo, "decide", Outcome.APPROVE));
    assertThat(desk.askToCancel(manager, leaveNo)).isEqualTo(new Denied());
    expect(desk.askToCancel(lin, leaveNo));
    assertThat(standsInTheBooks(leaveNo)).isTrue();
    CLOCK.set("2026-10-08T10:00:00");
    assertThat(fireTimers(leaveNo)).isGreaterThanOrEqualTo(2);
    assertThat(deeds(leaveNo)).contains(Deed.REMINDED, Deed.ESCALATED);
    expect(decide(manager, leaveNo, "decideCancel", Outcome.APPROVE));
    assertThat(standsInTheBooks(leaveNo)).isFalse();
    assertThat(state(leaveNo)).isEqualTo("cancelled");
    assertThat(isOver(leaveNo)).isTrue();
  }

  @Test
  void aCancellationThatIsRefusedLeavesTheLeaveAsItWas() {
    LeaveDesk desk = get(LeaveDesk.class);
    String leaveNo = ask(lin, form(LeaveType.PERSONAL, "2026-10-20", "2026-10-20"));
    expect(decide(manager, leaveNo, "decide", Outcome.APPROVE));
    expect(desk.askToCancel(lin, leaveNo));
    expect(decide(manager, leaveNo, "decideCancel", Outcome.REFUSE));
    assertThat(standsInTheBooks(leaveNo)).isTrue();
    expect(desk.askToCancel(lin, leaveNo));
    CLOCK.set("2026-10-20T08:00:00");
    assertThat(decide(manager, leaveNo, "decideCancel", Outcome.APPROVE))
        .isEqualTo(new Refused(List.of(Message.of("leave.begun"))));
    expect(decide(manager, leaveNo, "decideCancel", Outcome.REFUSE));
    fireTimers(leaveNo);
    assertThat(isOver(leaveNo)).isTrue();
    assertThat(state(leaveNo)).isEqualTo("approved");
  }

  @Test
  void sickLeaveOfTwoDaysAsksForItsCertificate() {
    LeaveDesk desk = get(LeaveDesk.class);
    assertThat(
            desk.preview(lin, form(LeaveType.SICK, "2026-10-06", "2026-10-06")).needsCertificate())
        .isFalse();
    LeaveForm twoDays = form(LeaveType.SICK, "2026-10-06", "2026-10-07");
    assertThat(desk.preview(lin, twoDays).needsCertificate()).isTrue();
    String leaveNo = ask(lin, twoDays);
    expect(decide(manager, leaveNo, "decide", Outcome.APPROVE));
    CLOCK.set("2026-10-06T00:00:00");
    fireTimers(leaveNo);
    CLOCK.set("2026-10-09T00:00:00");
    assertThat(fireTimers(leaveNo)).isEqualTo(1);
    assertThat(told(lin, leaveNo)).contains("TASK", "REMINDED");
    assertThat(decide(lin, leaveNo, "certificate", Outcome.SUBMIT))
        .isEqualTo(new Refused(List.of(Message.of("leave.certificate-missing"))));
    expect(get(Attachments.class).attach(lin, leaveNo, "certificate.pdf", PDF));
    expect(decide(lin, leaveNo, "certificate", Outcome.SUBMIT));
    assertThat(get(LeaveBook.class).find(leaveNo).orElseThrow().request().leave().certificate())
        .isTrue();
    assertThat(isOver(leaveNo)).isTrue();
  }

  @Test
  void aCertificateThatComesAlongIsNotAskedForAgain() {
    Answer answer =
        get(LeaveDesk.class).ask(lin, form(LeaveType.SICK, "2026-10-06", "2026-10-07"), true);
    String leaveNo = ((Done) answer).caseNo();
    expect(decide(manager, leaveNo, "decide", Outcome.APPROVE));
    assertThat(get(LeaveBook.class).find(leaveNo).orElseThrow().request().leave().certificate())
        .isTrue();
    CLOCK.set("2026-10-06T00:00:00");
    fireTimers(leaveNo);
    assertThat(isOver(leaveNo)).isTrue();
  }

  @Test
  void withoutItsCertificateItCountsAsPersonalWhenTheMonthCloses() {
    String leaveNo = ask(lin, form(LeaveType.SICK, "2026-10-06", "2026-10-07"));
    expect(decide(manager, leaveNo, "decide", Outcome.APPROVE));
    CLOCK.set("2026-10-06T00:00:00");
    fireTimers(leaveNo);
    TransactionTemplate transaction =
        new TransactionTemplate(get(PlatformTransactionManager.class));
    transaction.executeWithoutResult(status -> get(LeaveDesk.class).close(PayMonth.of("2026-09")));
    assertThat(isOver(leaveNo)).isFalse();
    transaction.executeWithoutResult(status -> get(LeaveDesk.class).close(PayMonth.of("2026-10")));
    assertThat(state(leaveNo)).isEqualTo("personal");
    assertThat(told(lin, leaveNo)).contains("leave.personal");
    assertThat(standsInTheBooks(leaveNo)).isTrue();
    assertThat(isOver(leaveNo)).as("the certificate may come later").isFalse();
    LeaveDesk desk = get(LeaveDesk.class);
    assertThat(desk.handInLate(manager, leaveNo)).isEqualTo(new Denied());
    expect(desk.handInLate(lin, leaveNo));
    assertThat(get(LeaveBook.class).find(leaveNo).orElseThrow().request().leave().certificate())
        .isTrue();
    assertThat(state(leaveNo)).isEqualTo("approved");
    assertThat(isOver(leaveNo)).isTrue();
  }

  private String phone(LeaveForm form) {
    Answer answer =
        get(LeaveDesk.class)
            .registerByPhone(
                manager,
                String.valueOf(lin.employeeNo()),
                form,
                LocalDateTime.parse("2026-10-05T08:00:00"));
    assertThat(answer).isInstanceOf(Done.class);
    return ((Done) answer).caseNo();
  }

  @Test
  void aPhoneLeaveStandsAtOnceAndIsConfirmedByItsPapers() {
    String leaveNo = phone(form(LeaveType.PERSONAL, "2026-10-05", "2026-10-05"));
    assertThat(standsInTheBooks(leaveNo)).isTrue();
    assertThat(decide(manager, leaveNo, "papers", Outcome.SUBMIT)).isEqualTo(new Denied());
    expect(decide(lin, leaveNo, "papers", Outcome.SUBMIT));
    assertThat(isOver(leaveNo)).isTrue();
    assertThat(standsInTheBooks(leaveNo)).isTrue();
    assertThat(get(Cases.class).history(lin, leaveNo).getFirst().actor())
        .isEqualTo("Name of manager");
  }

  @Test
  void aPhoneLeaveWithoutPapersLapsesAfterThreeCalendarDays() {
    String leaveNo = phone(form(LeaveType.PERSONAL, "2026-10-05", "2026-10-05"));
    CLOCK.set("2026-10-09T23:59:00"); // back on the 6th, so the 9th is the last day
    fireTimers(leaveNo);
    assertThat(told(lin, leaveNo)).contains("REMINDED");
    assertThat(standsInTheBooks(leaveNo)).isTrue();
    CLOCK.set("2026-10-10T00:00:00");
    fireTimers(leaveNo);
    assertThat(standsInTheBooks(leaveNo)).isFalse();
    assertThat(state(leaveNo)).isEqualTo("lapsed");
    assertThat(told(lin, leaveNo)).contains("leave.lapsed");
    assertThat(isOver(leaveNo)).isTrue();
  }

  @Test
  void whatLapsesInAClosedMonthIsLeftForHrToCorrect() {
    String leaveNo = phone(form(LeaveType.PERSONAL, "2026-10-05", "2026-10-05"));
    JdbcClient jdbc = get(JdbcClient.class);
    jdbc.sql("insert into pay_month (month, state) values ('2026-10', 'published')").update();
    try {
      CLOCK.set("2026-10-10T00:00:00");
      fireTimers(leaveNo);
    } finally {
      jdbc.sql("delete from pay_month where month = '2026-10'").update();
    }
    assertThat(state(leaveNo)).isEqualTo("lapsed");
    assertThat(standsInTheBooks(leaveNo)).isTrue();
    assertThat(told(hr, leaveNo)).contains("leave.needs-correction");
  }

  @Test
  void aLongSickLeaveByPhoneNeedsItsCertificateAsWell() {
    String leaveNo = phone(form(LeaveType.SICK, "2026-10-05", "2026-10-06"));
    expect(decide(lin, leaveNo, "papers", Outcome.SUBMIT));
    expect(get(Attachments.class).attach(lin, leaveNo, "certificate.pdf", PDF));
    expect(decide(lin, leaveNo, "certificate", Outcome.SUBMIT));
    assertThat(isOver(leaveNo)).isTrue();
  }

  @Test
  void aCallIsRegisteredByTheManagerOnlyAndInTime() {
    LeaveDesk desk = get(LeaveDesk.class);
    LeaveForm today = form(LeaveType.PERSONAL, "2026-10-05", "2026-10-05");
    String no = String.valueOf(lin.employeeNo());
    var late = LocalDateTime.parse("2026-10-05T08:31:00");
    assertThat(desk.registerByPhone(lin, no, today, late)).isEqualTo(new Denied());
    assertThat(desk.registerByPhone(hr, no, today, late)).isEqualTo(new Denied());
    assertThat(desk.registerByPhone(manager, "E-manager", today, late)).isEqualTo(new Denied());
    assertThat(desk.registerByPhone(manager, no, today, late))
        .isEqualTo(new Refused(List.of(Message.of("leave.phoned-too-late"))));
    expect(desk.registerByPhone(manager, no, today, late.minusMinutes(1)));
  }

  @Test
  void beforeSendingItIsSaidWhatALeaveCosts() {
    LeavePreview preview =
        get(LeaveDesk.class).preview(lin, form(LeaveType.PERSONAL, "2026-10-20", "2026-10-21"));
    assertThat(preview.rosteredHalves()).isEqualTo(4);
    assertThat(preview.isRosterKnown()).isTrue();
    // 5400 ÷ 27 standard days, 2 days; a fine of 30 for each date (C3)
    assertThat(preview.cost())
        .isEqualTo(new LeaveCost.Cost(Money.of("400.00"), Money.of("60.00"), 4, 2));
    assertThat(preview.balanceAfter()).isNull();
    assertThat(preview.problems()).isEmpty();
  }

  @Test
  void overlapAndBalanceAreCheckedWhenAskedForAndWhenDecided() {
    LeaveDesk desk = get(LeaveDesk.class);
    // two years of service: 5 days
    LeavePreview five = desk.preview(lin, form(LeaveType.ANNUAL, "2026-10-20", "2026-10-24"));
    assertThat(five.balanceAfter()).isZero();
    assertThat(desk.ask(lin, form(LeaveType.ANNUAL, "2026-10-20", "2026-10-25")))
        .isEqualTo(new Refused(List.of(Message.of("leave.balance-too-small", "5", "6"))));

    String first = ask(lin, form(LeaveType.ANNUAL, "2026-10-20", "2026-10-22"));
    String overlapping = ask(lin, form(LeaveType.PERSONAL, "2026-10-22", "2026-10-22"));
    String tooMuch = ask(lin, form(LeaveType.ANNUAL, "2026-11-02", "2026-11-04"));
    expect(decide(manager, first, "decide", Outcome.APPROVE));
    assertThat(decide(manager, overlapping, "decide", Outcome.APPROVE))
        .isEqualTo(
            new Refused(List.of(Message.of("leave.overlaps", first, "2026-10-20", "2026-10-22"))));
    assertThat(decide(manager, tooMuch, "decide", Outcome.APPROVE))
        .isEqualTo(new Refused(List.of(Message.of("leave.balance-too-small", "2", "3"))));
    assertThat(desk.ask(lin, form(LeaveType.PERSONAL, "2026-10-04", "2026-10-04")))
        .isEqualTo(new Refused(List.of(Message.of("leave.not-beforehand"))));
  }

  @Test
  void theDiagramShowsWhatIsDoneWhereItStandsAndWhatCanCome() {
    String leaveNo = ask(lin, form(LeaveType.PERSONAL, "2026-10-20", "2026-10-20"));
    String svg = get(Diagrams.class).of(lin, leaveNo, key -> key).orElseThrow();
    assertThat(svg)
        .startsWith("<svg")
        .contains(
            "<g class=\"task person current\">\n"
                + "<title>Decide on the leave: diagram.current</title>")
        .contains("<g class=\"event done\">\n<title>Asked for: diagram.done</title>")
        .contains(
            "<g class=\"task possible\">\n<title>Enter in the books: diagram.possible</title>")
        .contains("<g class=\"task untouched\">\n<title>Let it lapse</title>")
        .doesNotContain("<script", "style=");
    assertThat(get(Diagrams.class).of(employed("stranger", Role.EMPLOYEE), leaveNo, key -> key))
        .isEmpty();
  }

  @Test
  @Order(Integer.MAX_VALUE)
  void everyWayOfTheProcessWasTaken() {
    WaysTaken.areAllOf("leave-request", get(JdbcClient.class));
  }
}
