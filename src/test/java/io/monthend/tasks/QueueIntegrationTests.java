package io.monthend.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.monthend.cli.TestInstallation;
import io.monthend.people.Account;
import io.monthend.people.Accounts;
import io.monthend.people.Role;
import io.monthend.tasks.Answer.AlreadyDecided;
import io.monthend.tasks.Answer.Denied;
import io.monthend.tasks.Answer.Done;
import io.monthend.tasks.Answer.Refused;
import io.monthend.tasks.QueueQuery.Sort;
import io.monthend.tasks.QueueQuery.View;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The queue over a process of the smallest kind: decide, and change what was returned. */
class QueueIntegrationTests {

  private static final AtomicInteger CASES = new AtomicInteger();

  private static TestInstallation installation;
  private static ConfigurableApplicationContext application;

  private static Account lin;
  private static Account zhao;
  private static Account chen;
  private static Account wang;
  private static Account hr;
  private static Account auditor;

  @BeforeAll
  static void start() throws Exception {
    installation = TestInstallation.create();
    application =
        TestNode.start(
            installation.properties(
                Map.of(
                    "flowable.process-definition-location-prefix", "classpath*:/approval/",
                    "flowable.async-executor-activate", "false")),
            false);
    lin = person("lin", Role.EMPLOYEE);
    zhao = person("zhao", Role.EMPLOYEE);
    chen = person("chen", Role.MANAGER);
    wang = person("wang", Role.MANAGER);
    hr = person("hr", Role.HR);
    auditor = person("auditor", Role.AUDITOR);
  }

  @AfterAll
  static void stop() throws Exception {
    application.close();
    installation.close();
  }

  private static Account person(String username, Role role) {
    Account account =
        new Account(username, "Name of " + username, "E-" + username, Set.of(role), "", true);
    get(Accounts.class).create(account, "test");
    return account;
  }

  private static <T> T get(Class<T> type) {
    return application.getBean(type);
  }

  private static LocalDate today() {
    Clock clock = get(Clock.class);
    return LocalDate.ofInstant(clock.instant(), clock.getZone());
  }

  /** Opens a case and gives its number. */
  private static String open(Account requester, String due) {
    String caseNo = "T%04d".formatted(CASES.incrementAndGet());
    new TransactionTemplate(get(PlatformTransactionManager.class))
        .executeWithoutResult(status ->
            get(Cases.class)
                .open(
                    new NewCase(
                        caseNo,
                        "approval",
                        requester,
                        requester,
                        List.of(),
                        Message.of("test.summary", caseNo)),
                    Map.of("requester", requester.username(), "due", due)));
    return caseNo;
  }

  private static String open(Account requester) {
    return open(requester, "P2D");
  }

  private static String task(String caseNo) {
    return get(JdbcClient.class)
        .sql(
            """
            select t.id_ from flowable.act_ru_task t join work_case c on c.process_instance = t.proc_inst_id_
            where c.case_no = :case
            """)
        .param("case", caseNo)
        .query(String.class)
        .single();
  }

  private static List<String> cases(Account who, View view) {
    return get(Queue.class)
        .page(who, new QueueQuery(view, "", null, false, Sort.NEWEST, 0, 100))
        .items()
        .stream()
        .map(QueueItem::caseNo)
        .toList();
  }

  private static List<Deed> deeds(String caseNo) {
    return get(Cases.class).history(hr, caseNo).stream().map(CaseEvent::deed).toList();
  }

  private static Decisions decisions() {
    return get(Decisions.class);
  }

  @Test
  void aTaskIsSeenByTheRoleThatMayDecideItAndByNobodyElse() {
    String caseNo = open(lin);

    assertThat(cases(chen, View.GROUPS)).contains(caseNo);
    assertThat(cases(wang, View.GROUPS)).contains(caseNo);
    assertThat(cases(lin, View.STARTED)).contains(caseNo);
    for (Account other : List.of(lin, zhao, hr, auditor)) {
      assertThat(cases(other, View.GROUPS)).doesNotContain(caseNo);
      assertThat(cases(other, View.MINE)).doesNotContain(caseNo);
      assertThat(decisions().decide(other, task(caseNo), Outcome.APPROVE, ""))
          .isEqualTo(new Denied());
      assertThat(decisions().claim(other, task(caseNo))).isEqualTo(new Denied());
    }
    assertThat(get(Cases.class).find(zhao, caseNo)).isEmpty();
    assertThat(get(Cases.class).find(auditor, caseNo)).isPresent();
    assertThat(get(Notices.class).of(chen))
        .anyMatch(notice -> notice.path().equals("/requests/" + caseNo));
  }

  @Test
  void nobodyDecidesTheirOwnCaseOrOneTheyPrepared() {
    String own = open(chen);
    String prepared = open(lin);
    new TransactionTemplate(get(PlatformTransactionManager.class))
        .executeWithoutResult(status -> get(Cases.class).preparedBy(prepared, chen));

    for (String caseNo : List.of(own, prepared)) {
      assertThat(cases(chen, View.GROUPS)).doesNotContain(caseNo);
      assertThat(decisions().decide(chen, task(caseNo), Outcome.APPROVE, ""))
          .isEqualTo(new Denied());
      assertThat(decisions().decide(wang, task(caseNo), Outcome.APPROVE, ""))
          .isEqualTo(new Done(caseNo));
    }
  }

  @Test
  void aClaimedTaskLeavesTheOthersUntilItIsReleased() {
    String caseNo = open(lin);
    String task = task(caseNo);

    assertThat(decisions().claim(chen, task)).isEqualTo(new Done(caseNo));
    assertThat(cases(chen, View.MINE)).contains(caseNo);
    assertThat(cases(wang, View.GROUPS)).doesNotContain(caseNo);
    assertThat(decisions().decide(wang, task, Outcome.APPROVE, "")).isEqualTo(new Denied());
    assertThat(decisions().holders(caseNo))
        .containsExactly(new Decisions.Holder("decide", List.of("Name of chen")));

    assertThat(decisions().release(chen, task)).isEqualTo(new Done(caseNo));
    assertThat(cases(wang, View.GROUPS)).contains(caseNo);
    assertThat(decisions().holders(caseNo).getFirst().names())
        .contains("Name of chen", "Name of wang")
        .doesNotContain("Name of lin", "Name of hr");
  }

  @Test
  void aRefusedActionSaysWhatIsMissing() {
    String caseNo = open(lin);
    String task = task(caseNo);

    assertThat(decisions().decide(chen, task, Outcome.REFUSE, " "))
        .isEqualTo(new Refused(List.of(Message.of("task.reason-missing"))));
    assertThat(decisions().decide(chen, task, Outcome.SUBMIT, "x"))
        .isEqualTo(new Refused(List.of(Message.of("task.outcome-not-offered"))));
    assertThat(decisions().decide(chen, task, Outcome.REFUSE, "x".repeat(2001)))
        .isEqualTo(new Refused(List.of(Message.of("task.words-too-long", "2000"))));
    assertThat(deeds(caseNo)).containsExactly(Deed.OPENED);
  }

  @Test
  void whatIsReturnedIsChangedAndSentAgainAndTheHistorySaysSo() {
    String caseNo = open(lin);
    decisions().decide(chen, task(caseNo), Outcome.RETURN, "Which day?");

    assertThat(cases(lin, View.MINE)).contains(caseNo);
    assertThat(decisions().decide(zhao, task(caseNo), Outcome.SUBMIT, "")).isEqualTo(new Denied());
    assertThat(decisions().decide(lin, task(caseNo), Outcome.SUBMIT, ""))
        .isEqualTo(new Done(caseNo));
    assertThat(decisions().decide(wang, task(caseNo), Outcome.APPROVE, ""))
        .isEqualTo(new Done(caseNo));

    List<CaseEvent> history = get(Cases.class).history(lin, caseNo);
    assertThat(history)
        .extracting(CaseEvent::deed)
        .containsExactly(Deed.OPENED, Deed.RETURNED, Deed.SUBMITTED, Deed.APPROVED);
    assertThat(history.get(1).words()).isEqualTo("Which day?");
    assertThat(history.get(1).actor()).isEqualTo("Name of chen");
    assertThat(cases(chen, View.DONE)).contains(caseNo);
    assertThatThrownBy(() -> get(JdbcClient.class).sql("delete from case_event").update())
        .hasMessageContaining("only ever added to");
  }

  @Test
  void ofEightWhoDecideAtOnceOneWinsAndTheOthersSeeWho() throws Exception {
    String caseNo = open(lin);
    String task = task(caseNo);
    List<Callable<Answer>> deciders = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      Account who = i % 2 == 0 ? chen : wang;
      deciders.add(() -> decisions().decide(who, task, Outcome.APPROVE, ""));
    }
    try (var threads = Executors.newFixedThreadPool(8)) {
      List<Answer> answers = new ArrayList<>();
      for (var answer : threads.invokeAll(deciders)) {
        answers.add(answer.get());
      }
      assertThat(answers).filteredOn(Answer::isDone).hasSize(1);
      assertThat(answers)
          .filteredOn(answer -> !answer.isDone())
          .hasSize(7)
          .allSatisfy(answer -> {
            assertThat(answer).isInstanceOf(AlreadyDecided.class);
            assertThat(((AlreadyDecided) answer).deed()).isEqualTo(Deed.APPROVED);
            assertThat(((AlreadyDecided) answer).by()).startsWith("Name of ");
          });
    }
    assertThat(decisions().decide(zhao, task, Outcome.APPROVE, "")).isEqualTo(new Denied());
    assertThat(deeds(caseNo)).containsExactly(Deed.OPENED, Deed.APPROVED);
  }

  @Test
  void aStandInDecidesWithoutTheTaskBeingReassignedAndEveryTraceSaysForWhom() {
    Account away = person("away", Role.MANAGER);
    Account helper = person("helper", Role.EMPLOYEE);
    StandIns standIns = get(StandIns.class);
    assertThat(standIns.appoint(zhao, "away", "helper", today(), today(), false))
        .containsExactly(Message.of("standin.not-yours"));
    assertThat(standIns.appoint(away, "away", "helper", today(), today().plusDays(3), false))
        .isEmpty();
    assertThat(standIns.appoint(helper, "helper", "away", today(), today(), false))
        .containsExactly(Message.of("standin.circle", "Name of away"));

    String caseNo = open(lin);
    String ownOfHelper = open(helper);
    String ownOfAway = open(away);
    assertThat(cases(helper, View.GROUPS)).contains(caseNo).doesNotContain(ownOfHelper, ownOfAway);
    assertThat(decisions().decide(helper, task(ownOfHelper), Outcome.APPROVE, ""))
        .isEqualTo(new Denied());
    assertThat(decisions().decide(helper, task(ownOfAway), Outcome.APPROVE, ""))
        .isEqualTo(new Denied());

    assertThat(decisions().claim(helper, task(caseNo))).isEqualTo(new Done(caseNo));
    assertThat(cases(away, View.MINE)).contains(caseNo);
    assertThat(decisions().decide(helper, task(caseNo), Outcome.APPROVE, ""))
        .isEqualTo(new Done(caseNo));
    CaseEvent decision = get(Cases.class).history(lin, caseNo).getLast();
    assertThat(decision.actor()).isEqualTo("Name of helper");
    assertThat(decision.onBehalfOf()).isEqualTo("Name of away");

    long rule = standIns.of(away).getFirst().id();
    assertThat(standIns.revoke(zhao, rule)).isFalse();
    assertThat(standIns.revoke(away, rule)).isTrue();
    assertThat(cases(helper, View.GROUPS)).isEmpty();
  }

  @Test
  void whoIsNamedAsStandInIsToldAndThoseSeeItWhoSeeTheirAttendance() {
    Account absent = person("absent", Role.FRONT_DESK);
    Account second = person("second", Role.EMPLOYEE);
    StandIns standIns = get(StandIns.class);
    standIns.appoint(absent, "absent", "second", today(), today(), false);
    assertThat(toldOfStandIns(absent)).isEmpty();
    assertThat(get(Notices.class).of(second))
        .singleElement()
        .satisfies(notice -> {
          assertThat(notice.kind()).isEqualTo("stand-in.named");
          assertThat(notice.actor()).isEqualTo("Name of absent");
          assertThat(notice.summary().arguments())
              .containsExactly(
                  "Name of second", "Name of absent", today().toString(), today().toString());
        });
    long rule = standIns.of(second).getFirst().id();
    for (Account reader : List.of(hr, chen, auditor)) {
      assertThat(standIns.ofOthers(reader)).anyMatch(other -> other.id() == rule);
    }
    assertThat(standIns.ofOthers(lin)).isEmpty();
    assertThat(standIns.revoke(chen, rule)).as("who sees it does not end it").isFalse();

    assertThat(standIns.revoke(hr, rule)).isTrue();
    assertThat(toldOfStandIns(absent)).containsExactly("stand-in.ended");
    assertThat(toldOfStandIns(second)).containsExactly("stand-in.ended", "stand-in.named");
    standIns.appoint(hr, "absent", "second", today(), today(), false);
    assertThat(toldOfStandIns(absent)).first().isEqualTo("stand-in.named-for-you");
  }

  private static List<String> toldOfStandIns(Account who) {
    return get(Notices.class).of(who).stream()
        .filter(notice -> notice.path().equals("/stand-ins"))
        .map(Notices.Notice::kind)
        .toList();
  }

  @Test
  void aStandInForLeaveActsOnlyOnDaysOfLeave() {
    Account boss = person("boss", Role.MANAGER);
    Account deputy = person("deputy", Role.EMPLOYEE);
    StandIns standIns = get(StandIns.class);
    standIns.appoint(boss, "boss", "deputy", today(), today().plusYears(1), true);
    String caseNo = open(lin);
    assertThat(cases(deputy, View.GROUPS)).doesNotContain(caseNo);

    TransactionTemplate transaction =
        new TransactionTemplate(get(PlatformTransactionManager.class));
    transaction.executeWithoutResult(status -> standIns.away("boss", today(), today(), "L1"));
    assertThat(cases(deputy, View.GROUPS)).contains(caseNo);
    transaction.executeWithoutResult(status -> standIns.notAway("L1"));
    assertThat(cases(deputy, View.GROUPS)).doesNotContain(caseNo);
  }

  @Test
  void whoIsAskedForAnOpinionGivesItBackAndDoesNotDecide() {
    String caseNo = open(lin);
    String task = task(caseNo);
    assertThat(decisions().delegate(chen, task, "lin", "")).isInstanceOf(Refused.class);
    assertThat(decisions().delegate(chen, task, "zhao", "What do you think?").isDone()).isTrue();

    assertThat(cases(zhao, View.MINE)).contains(caseNo);
    assertThat(decisions().decide(zhao, task, Outcome.APPROVE, ""))
        .isEqualTo(new Refused(List.of(Message.of("task.waits-for-opinion", "Name of zhao"))));
    assertThat(decisions().giveBack(zhao, task, "Fine with me").isDone()).isTrue();
    assertThat(decisions().decide(chen, task, Outcome.APPROVE, "").isDone()).isTrue();

    String second = open(lin);
    decisions().delegate(chen, task(second), "zhao", "");
    assertThat(decisions().takeBack(zhao, task(second))).isInstanceOf(Refused.class);
    assertThat(decisions().takeBack(chen, task(second)).isDone()).isTrue();
    assertThat(decisions().decide(zhao, task(second), Outcome.APPROVE, "")).isEqualTo(new Denied());
  }

  @Test
  void anAddedApproverHasToAgreeFirst() {
    String caseNo = open(lin);
    String task = task(caseNo);
    assertThat(decisions().addApprover(chen, task, "lin", "")).isInstanceOf(Refused.class);
    assertThat(decisions().addApprover(chen, task, "hr", "Please look").isDone()).isTrue();
    assertThat(cases(hr, View.MINE)).contains(caseNo);
    assertThat(decisions().decide(chen, task, Outcome.APPROVE, ""))
        .isEqualTo(new Refused(List.of(Message.of("task.waits-for-agreement", "Name of hr"))));
    assertThat(decisions().agree(zhao, task, true, "")).isEqualTo(new Denied());
    assertThat(decisions().agree(hr, task, false, "")).isInstanceOf(Refused.class);
    assertThat(decisions().agree(hr, task, false, "Too short notice").isDone()).isTrue();
    assertThat(decisions().decide(chen, task, Outcome.APPROVE, ""))
        .isEqualTo(new Refused(List.of(Message.of("task.objected", "Name of hr"))));
    assertThat(decisions().decide(chen, task, Outcome.REFUSE, "HR objects").isDone()).isTrue();
  }

  @Test
  void severalAreDecidedAtOnceEachWithItsOwnResult() {
    String first = open(lin);
    String own = open(chen);
    String returned = open(lin);
    decisions().decide(wang, task(returned), Outcome.RETURN, "x");
    List<String> tasks = List.of(task(first), task(own), task(returned));

    assertThat(decisions().outcomesOfAll(tasks.subList(0, 2)))
        .containsExactlyInAnyOrder(Outcome.APPROVE, Outcome.REFUSE, Outcome.RETURN);
    assertThat(decisions().outcomesOfAll(tasks)).isEmpty();
    assertThat(decisions().decideAll(chen, tasks, Outcome.APPROVE, ""))
        .containsEntry(tasks.get(0), new Done(first))
        .containsEntry(tasks.get(1), new Denied())
        .containsEntry(tasks.get(2), new Denied());
  }

  @Test
  void theMostUrgentIsTheOneDueFirst() {
    Account third = person("third", Role.MANAGER);
    open(lin, "P5D");
    String urgent = open(lin, "PT1M");
    assertThat(decisions().claimMostUrgent(third)).isEqualTo(new Done(urgent));
    assertThat(cases(third, View.MINE)).containsExactly(urgent);
    decisions().release(third, task(urgent));
    decisions().decide(chen, task(urgent), Outcome.APPROVE, "");
  }

  @Test
  void whatIsNewChangedOrGoneSinceOneLookedIsCounted() {
    Account reader = person("reader", Role.MANAGER);
    String first = open(lin);
    String second = open(zhao);
    Queue queue = get(Queue.class);
    QueueQuery groups = QueueQuery.of(View.GROUPS);
    long mark = queue.mark();
    long rows = queue.page(reader, groups).total();
    assertThat(queue.news(reader, groups, mark, rows)).isZero();

    String third = open(lin);
    assertThat(queue.news(reader, groups, mark, rows)).isEqualTo(1);
    get(Cases.class).comment(lin, first, "It is urgent");
    assertThat(queue.news(reader, groups, mark, rows)).isEqualTo(2);
    assertThat(
            queue.news(
                reader, new QueueQuery(View.GROUPS, third, null, false, Sort.DUE, 0, 25), mark, 0))
        .as("of what is shown")
        .isEqualTo(1);
    assertThat(queue.news(reader, QueueQuery.of(View.MINE), mark, 0)).isZero();

    long later = queue.mark();
    rows = queue.page(reader, groups).total();
    decisions().decide(chen, task(second), Outcome.APPROVE, "");
    assertThat(queue.news(reader, groups, later, rows)).as("one is gone").isEqualTo(1);
    assertThat(queue.news(lin, groups, later, 0)).as("what nobody may see").isZero();
  }

  @Test
  void onlyWhoAskedUrgesAndOnceADay() {
    String caseNo = open(lin);
    assertThat(get(Cases.class).urge(zhao, caseNo)).isEqualTo(new Denied());
    assertThat(get(Cases.class).urge(lin, caseNo)).isEqualTo(new Done(caseNo));
    assertThat(get(Cases.class).urge(lin, caseNo))
        .isEqualTo(new Refused(List.of(Message.of("case.urged-today"))));
    assertThat(get(Notices.class).of(chen))
        .anyMatch(notice -> notice.kind().equals("URGED") && notice.path().endsWith(caseNo));
  }

  @Test
  void commentsAndCopiesReachThoseTheyAreFor() {
    String caseNo = open(lin);
    assertThat(get(Cases.class).comment(zhao, caseNo, "hello")).isEqualTo(new Denied());
    assertThat(get(Cases.class).comment(auditor, caseNo, "hello")).isEqualTo(new Denied());
    assertThat(get(Cases.class).copy(lin, caseNo, "nobody")).isInstanceOf(Refused.class);
    assertThat(get(Cases.class).copy(lin, caseNo, "zhao")).isEqualTo(new Done(caseNo));
    assertThat(get(Cases.class).comment(zhao, caseNo, "hello")).isEqualTo(new Done(caseNo));
    assertThat(get(Cases.class).comment(zhao, caseNo, "")).isInstanceOf(Refused.class);
  }

  @Test
  void papersAreTakenByTheirContentAndHandedToThoseOfTheCaseOnly() {
    String caseNo = open(lin);
    Attachments papers = get(Attachments.class);
    byte[] pdf = "%PDF-1.7 certificate".getBytes(StandardCharsets.US_ASCII);
    assertThat(
            papers.attach(
                lin, caseNo, "note.pdf", "MZ program".getBytes(StandardCharsets.US_ASCII)))
        .isEqualTo(new Refused(List.of(Message.of("attachment.type"))));
    assertThat(papers.attach(lin, caseNo, "big.pdf", new byte[Attachments.LARGEST + 1]))
        .isEqualTo(new Refused(List.of(Message.of("attachment.size", "10"))));
    assertThat(papers.attach(zhao, caseNo, "a.pdf", pdf)).isEqualTo(new Denied());
    assertThat(papers.attach(lin, caseNo, "../x/<cert>.pdf", pdf)).isEqualTo(new Done(caseNo));

    Attachments.Attachment paper = papers.of(chen, caseNo).getFirst();
    assertThat(paper.name()).isEqualTo("_cert_.pdf");
    assertThat(paper.mediaType()).isEqualTo("application/pdf");
    assertThat(papers.download(chen, caseNo, paper.id())).isPresent();
    assertThat(papers.download(zhao, caseNo, paper.id())).isEmpty();
    assertThat(papers.of(zhao, caseNo)).isEmpty();
  }

  @Test
  void theQueueIsSearchedFilteredSortedAndCounted() {
    Account solo = person("solo", Role.MANAGER);
    String late = open(zhao, "PT0S");
    String later = open(zhao, "P9D");
    Queue queue = get(Queue.class);

    QueueQuery search = new QueueQuery(View.GROUPS, "NAME OF ZHAO", null, false, Sort.DUE, 0, 100);
    assertThat(queue.page(solo, search).items())
        .extracting(QueueItem::caseNo)
        .containsSubsequence(late, later);
    assertThat(
            queue
                .page(solo, new QueueQuery(View.GROUPS, late, "approval", true, Sort.DUE, 0, 9))
                .items())
        .extracting(QueueItem::caseNo)
        .containsExactly(late);
    assertThat(
            queue.page(solo, new QueueQuery(View.GROUPS, "%", null, false, Sort.DUE, 0, 9)).items())
        .isEmpty();
    assertThat(
            queue
                .page(solo, new QueueQuery(View.GROUPS, "", "other", false, Sort.DUE, 0, 9))
                .items())
        .isEmpty();
    Queue.Page first =
        queue.page(solo, new QueueQuery(View.GROUPS, "", null, false, Sort.PERSON, 0, 1));
    assertThat(first.items()).hasSize(1);
    assertThat(first.total()).isEqualTo(first.counts().get(View.GROUPS)).isGreaterThan(1);
    for (View view : View.values()) {
      for (Sort sort : Sort.values()) {
        queue.page(solo, new QueueQuery(view, "", null, true, sort, 0, 10));
      }
    }

    assertThat(decisions().decide(chen, task(late), Outcome.APPROVE, "").isDone()).isTrue();

    SavedFilters filters = get(SavedFilters.class);
    assertThat(filters.save(solo, "Late", "view=groups&overdue=true")).isTrue();
    assertThat(filters.save(solo, " ", "x")).isFalse();
    for (int i = 1; i < 20; i++) {
      assertThat(filters.save(solo, "f" + i, "x")).isTrue();
    }
    assertThat(filters.save(solo, "one too many", "x")).isFalse();
    filters.remove(solo, "Late");
    assertThat(filters.of(solo)).hasSize(19).doesNotContainKey("Late");
  }
}
