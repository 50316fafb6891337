package io.monthend.tasks;

import io.monthend.people.Account;
import io.monthend.people.Accounts;
import io.monthend.people.Role;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.flowable.engine.RuntimeService;
import org.flowable.engine.runtime.Execution;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Cases: opened by their process modules, seen and talked about by those they concern. */
@Component
public class Cases {

  /**
   * A case as it stands.
   *
   * @param requester the name of who asked, or whom somebody asked for
   * @param openedBy the name of who opened it in the place of the requester; null = they did
   * @param subject the name of whom it is about
   * @param state {@code open}, or what came of it, in a word of its process
   */
  public record Case(
      String caseNo,
      String process,
      String requesterUsername,
      String requester,
      @Nullable String openedBy,
      @Nullable String subject,
      Message summary,
      String state,
      Instant openedAt,
      @Nullable Instant closedAt) {}

  private static final int LONGEST_COMMENT = 2_000;

  private final JdbcClient jdbc;
  private final RuntimeService processes;
  private final OpenTasks open;
  private final CaseEvents events;
  private final Notices notices;
  private final Deadlines deadlines;
  private final Accounts accounts;
  private final TaskTransactions transactions;

  Cases(
      JdbcClient jdbc,
      RuntimeService processes,
      OpenTasks open,
      CaseEvents events,
      Notices notices,
      Deadlines deadlines,
      Accounts accounts,
      TaskTransactions transactions) {
    this.jdbc = jdbc;
    this.processes = processes;
    this.open = open;
    this.events = events;
    this.notices = notices;
    this.deadlines = deadlines;
    this.accounts = accounts;
    this.transactions = transactions;
  }

  /** Opens a case and starts its process, in the caller's transaction. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void open(NewCase what, Map<String, Object> variables) {
    String instance = UUID.randomUUID().toString();
    jdbc.sql(
            """
            insert into work_case (
              case_no, process, process_instance, requester, subject, summary_key, summary_arguments, search, opened_at)
            values (:case, :process, :instance, :requester, :subject, :key, :arguments, :search, :at)
            """)
        .param("case", what.caseNo())
        .param("process", what.process())
        .param("instance", instance)
        .param("requester", what.requester().username())
        .param("subject", what.subject() == null ? null : what.subject().username())
        .param("key", what.summary().key())
        .param("arguments", what.summary().arguments().toArray(String[]::new))
        .param("search", what.search())
        .param("at", Timestamp.from(events.now()))
        .update();
    what.preparers().forEach(preparer -> addParty(what.caseNo(), preparer.username(), "preparer"));
    boolean forAnother = !what.openedBy().username().equals(what.requester().username());
    events.add(
        Actor.self(what.openedBy()),
        Deed.OPENED,
        what.caseNo(),
        forAnother ? what.requester().username() : null,
        "");
    processes
        .createProcessInstanceBuilder()
        .processDefinitionKey(what.process())
        .predefineProcessInstanceId(instance)
        .businessKey(what.caseNo())
        .variables(variables)
        .start();
  }

  /** Changes the line about a case. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void describe(String caseNo, Message summary) {
    jdbc.sql(
            """
            update work_case set summary_key = :key, summary_arguments = :arguments where case_no = :case
            """)
        .param("key", summary.key())
        .param("arguments", summary.arguments().toArray(String[]::new))
        .param("case", caseNo)
        .update();
  }

  /** Says from now on of somebody that they prepared the case, and so never decide it. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void preparedBy(String caseNo, Account who) {
    addParty(caseNo, who.username(), "preparer");
  }

  /**
   * Notes what has become of a case.
   *
   * @param state a word of its process, such as {@code approved}
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void settle(String caseNo, String state, boolean over) {
    jdbc.sql(
            """
            update work_case set state = :state, closed_at = case when :over then :at::timestamptz end where case_no = :case
            """)
        .param("state", state)
        .param("over", over)
        .param("at", Timestamp.from(events.now()))
        .param("case", caseNo)
        .update();
    events.add(null, Deed.CLOSED, caseNo, null, state);
  }

  /**
   * Hands a message to the case's process, if it waits for it.
   *
   * @return whether it did
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean send(
      String caseNo, @Nullable Account by, Deed deed, String message, Map<String, Object> values) {
    open.lockCase(caseNo);
    Execution waiting =
        processes
            .createExecutionQuery()
            .processInstanceBusinessKey(caseNo, true)
            .messageEventSubscriptionName(message)
            .singleResult();
    if (waiting == null) {
      return false;
    }
    events.add(by == null ? null : Actor.self(by), deed, caseNo, null, "");
    processes.messageEventReceived(message, waiting.getId(), values);
    return true;
  }

  /** Whether a process waits for a message. */
  public boolean awaits(String caseNo, String message) {
    return processes
            .createExecutionQuery()
            .processInstanceBusinessKey(caseNo, true)
            .messageEventSubscriptionName(message)
            .count()
        > 0;
  }

  /**
   * A case that somebody may see: asked for it, is told of it, is copied, or has to do with all.
   */
  public Optional<Case> find(Account who, String caseNo) {
    return jdbc.sql(
            """
            select c.*, r.name as requester_name, s.name as subject_name, (
                select o.name from case_event e join account o on o.username = e.actor
                where e.case_no = c.case_no and e.deed = 'OPENED' and e.actor <> c.requester) as opened_by
            from work_case c join account r on r.username = c.requester left join account s on s.username = c.subject
            where c.case_no = :case and (:all
              or c.requester = :who or c.subject = :who
              or exists (select from case_party p where p.case_no = c.case_no and p.username = :who)
              or exists (select from case_event e where e.case_no = c.case_no and (e.actor = :who or e.other = :who))
              or exists (select from notice n where n.case_no = c.case_no
                and n.username in (select username from acting_as(:who, :day)))
              or exists (select from tasks_of(:who, :day) mine join flowable.act_ru_task t on t.id_ = mine.task_id
                where t.proc_inst_id_ = c.process_instance))
            """)
        .param("case", caseNo)
        .param("who", who.username())
        .param("day", events.today())
        .param("all", who.isAny(Role.HR, Role.AUDITOR))
        .query((row, rowNumber) -> {
          Timestamp closed = row.getTimestamp("closed_at");
          return new Case(
              row.getString("case_no"),
              row.getString("process"),
              row.getString("requester"),
              row.getString("requester_name"),
              row.getString("opened_by"),
              row.getString("subject_name"),
              Queue.summary(row),
              row.getString("state"),
              row.getTimestamp("opened_at").toInstant(),
              closed == null ? null : closed.toInstant());
        })
        .optional();
  }

  /** What was done to a case; whoever shows it has made sure that the reader may know. */
  public List<CaseEvent> trail(String caseNo) {
    return events.of(caseNo);
  }

  /** What was done to a case; nothing to those who may not see it. */
  public List<CaseEvent> history(Account who, String caseNo) {
    return find(who, caseNo).isEmpty() ? List.of() : events.of(caseNo);
  }

  /** Says something about a case, up to 2,000 characters; the one who asked is told. */
  public Answer comment(Account who, String caseNo, String words) {
    if (words.isBlank() || words.length() > LONGEST_COMMENT) {
      return Answer.Refused.because("case.comment-length", String.valueOf(LONGEST_COMMENT));
    }
    return on(
        who,
        caseNo,
        () -> {
          events.add(Actor.self(who), Deed.COMMENTED, caseNo, null, words.strip());
          notices.tellRequester(caseNo, Deed.COMMENTED.name(), who.username());
          return new Answer.Done(caseNo);
        });
  }

  /** Lets somebody else see a case. */
  public Answer copy(Account who, String caseNo, String to) {
    return on(
        who,
        caseNo,
        () -> {
          if (accounts.find(to).filter(Account::active).isEmpty()) {
            return Answer.Refused.because("case.unknown-person", to);
          }
          if (addParty(caseNo, to, "copied")) {
            events.add(Actor.self(who), Deed.COPIED, caseNo, to, "");
            notices.tell(to, caseNo, Deed.COPIED.name(), who.username());
          }
          return new Answer.Done(caseNo);
        });
  }

  /** Asks those whose turn it is to hurry: the one who asked may, once a day. */
  public Answer urge(Account who, String caseNo) {
    return on(
        who,
        caseNo,
        () -> {
          if (!find(who, caseNo).orElseThrow().requesterUsername().equals(who.username())) {
            return new Answer.Denied();
          }
          open.lockCase(caseNo);
          if (events.happenedToday(caseNo, Deed.URGED)) {
            return Answer.Refused.because("case.urged-today");
          }
          List<OpenTask> others =
              open.ofCase(caseNo).stream()
                  .filter(task -> !who.username().equals(task.assignee()))
                  .toList();
          if (others.isEmpty()) {
            return Answer.Refused.because("case.nobody-to-urge");
          }
          events.add(Actor.self(who), Deed.URGED, caseNo, null, "");
          others.forEach(task -> deadlines.tellHolders(task, Deed.URGED));
          return new Answer.Done(caseNo);
        });
  }

  private Answer on(Account who, String caseNo, Supplier<Answer> deed) {
    return transactions.inOne(() ->
        find(who, caseNo).isEmpty() || who.is(Role.AUDITOR) ? new Answer.Denied() : deed.get());
  }

  private boolean addParty(String caseNo, String username, String part) {
    return jdbc.sql(
                """
                insert into case_party (case_no, username, part) values (:case, :who, :part) on conflict do nothing
                """)
            .param("case", caseNo)
            .param("who", username)
            .param("part", part)
            .update()
        == 1;
  }
}
