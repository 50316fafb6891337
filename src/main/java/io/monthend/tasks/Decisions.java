package io.monthend.tasks;

import io.monthend.people.Account;
import io.monthend.people.Accounts;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.flowable.engine.TaskService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What people do with the tasks of their queue. Whether they may is asked here, each time and on
 * the case itself; the engine would let anybody do anything.
 */
@Component
public class Decisions {

  /** The most tasks that are decided at once. */
  public static final int MOST_AT_ONCE = 100;

  private static final int LONGEST_WORDS = 2_000;

  private final TaskTransactions transactions;
  private final OpenTasks open;
  private final CaseEvents events;
  private final AddedApprovers approvers;
  private final TaskService tasks;
  private final Accounts accounts;
  private final Notices notices;
  private final JdbcClient jdbc;
  private final Map<String, CaseProcess> processes = new LinkedHashMap<>();

  Decisions(
      TaskTransactions transactions,
      OpenTasks open,
      CaseEvents events,
      AddedApprovers approvers,
      TaskService tasks,
      Accounts accounts,
      Notices notices,
      JdbcClient jdbc,
      ObjectProvider<CaseProcess> processes) {
    this.transactions = transactions;
    this.open = open;
    this.events = events;
    this.approvers = approvers;
    this.tasks = tasks;
    this.accounts = accounts;
    this.notices = notices;
    this.jdbc = jdbc;
    processes.forEach(process -> this.processes.put(process.process(), process));
  }

  /** Takes a task of one's groups, so that the others see it is in hand. */
  public Answer claim(Account who, String taskId) {
    return act(
        who,
        taskId,
        (actor, task) -> {
          if (task.assignee() != null) {
            return task.assignee().equals(actor.holder())
                ? new Answer.Done(task.caseNo())
                : Answer.Refused.because("task.held");
          }
          tasks.claim(task.id(), actor.holder());
          events.add(actor, Deed.CLAIMED, task, null, "");
          return new Answer.Done(task.caseNo());
        });
  }

  /** Takes the task of one's groups that is due first and nobody else is just taking. */
  public Answer claimMostUrgent(Account who) {
    for (String taskId : mostUrgent(who)) {
      Answer answer = claim(who, taskId);
      if (answer.isDone()) {
        return answer;
      }
    }
    return Answer.Refused.because("task.none-waiting");
  }

  private List<String> mostUrgent(Account who) {
    return jdbc.sql(
            """
            select t.id_ from tasks_of(:me, :day) mine join flowable.act_ru_task t on t.id_ = mine.task_id
            where not mine.is_held order by t.due_date_ nulls last, t.create_time_, t.id_ limit 5
            """)
        .param("me", who.username())
        .param("day", events.today())
        .query((row, rowNumber) -> row.getString(1))
        .list();
  }

  /** Gives a claimed task back to its groups. */
  public Answer release(Account who, String taskId) {
    return act(
        who,
        taskId,
        (actor, task) -> {
          if (task.isDelegated() || open.outcomes(task).equals(List.of(Outcome.SUBMIT))) {
            return Answer.Refused.because("task.not-releasable");
          }
          tasks.unclaim(task.id());
          events.add(actor, Deed.RELEASED, task, null, "");
          return new Answer.Done(task.caseNo());
        });
  }

  /**
   * Ends a task.
   *
   * @param words the reason, up to 2,000 characters; some outcomes cannot do without
   */
  public Answer decide(Account who, String taskId, Outcome outcome, String words) {
    return act(
        who,
        taskId,
        (actor, task) -> {
          List<Message> missing = missing(actor, task, outcome, words);
          if (!missing.isEmpty()) {
            return new Answer.Refused(missing);
          }
          events.add(actor, outcome.deed(), task, null, words);
          notices.tellRequester(task.caseNo(), outcome.deed().name(), who.username());
          tasks.complete(task.id(), who.username(), Map.of("outcome", outcome.name()));
          return new Answer.Done(task.caseNo());
        });
  }

  private List<Message> missing(Actor actor, OpenTask task, Outcome outcome, String words) {
    if (task.isDelegated()) {
      return List.of(Message.of("task.waits-for-opinion", name(String.valueOf(task.assignee()))));
    }
    if (!open.outcomes(task).contains(outcome)) {
      return List.of(Message.of("task.outcome-not-offered"));
    }
    if (words.length() > LONGEST_WORDS) {
      return List.of(Message.of("task.words-too-long", String.valueOf(LONGEST_WORDS)));
    }
    if (outcome.needsReason() && words.isBlank()) {
      return List.of(Message.of("task.reason-missing"));
    }
    if (outcome == Outcome.APPROVE && !approvers.missing(task).isEmpty()) {
      return approvers.missing(task);
    }
    CaseProcess process = processes.get(task.process());
    return process == null
        ? List.of()
        : process.missing(task.caseNo(), task.key(), outcome, actor.account());
  }

  /** Decides several tasks in the same way, each for itself. */
  public Map<String, Answer> decideAll(
      Account who, List<String> taskIds, Outcome outcome, String words) {
    if (taskIds.size() > MOST_AT_ONCE) {
      throw new IllegalArgumentException("At most " + MOST_AT_ONCE + " tasks at once");
    }
    Map<String, Answer> answers = new LinkedHashMap<>();
    for (String taskId : taskIds) {
      answers.computeIfAbsent(taskId, id -> decide(who, id, outcome, words));
    }
    return answers;
  }

  /** The outcomes that every one of the tasks may have. */
  public Set<Outcome> outcomesOfAll(List<String> taskIds) {
    Set<Outcome> common = EnumSet.allOf(Outcome.class);
    for (OpenTask task : open.all(taskIds)) {
      common.retainAll(open.outcomes(task));
    }
    return taskIds.isEmpty() ? Set.of() : common;
  }

  /** Gives a task to somebody else for an opinion; it comes back. */
  public Answer delegate(Account who, String taskId, String to, String words) {
    return act(
        who,
        taskId,
        (actor, task) -> {
          if (task.isDelegated()) {
            return Answer.Refused.because("task.delegated-already");
          }
          if (!mayJoin(task, actor, to)) {
            return Answer.Refused.because("task.not-for-them", to);
          }
          if (task.assignee() == null) {
            tasks.claim(task.id(), actor.holder());
          }
          tasks.delegateTask(task.id(), to);
          events.add(actor, Deed.DELEGATED, task, to, words);
          notices.tell(to, task.caseNo(), "DELEGATED", who.username());
          return new Answer.Done(task.caseNo());
        });
  }

  /** Says one's opinion on a task that was delegated, which goes back with it. */
  public Answer giveBack(Account who, String taskId, String words) {
    return act(
        who,
        taskId,
        (actor, task) -> {
          if (!task.isDelegated() || !actor.holder().equals(task.assignee())) {
            return Answer.Refused.because("task.not-delegated");
          }
          tasks.resolveTask(task.id());
          events.add(actor, Deed.GIVEN_BACK, task, task.owner(), words);
          notices.tell(String.valueOf(task.owner()), task.caseNo(), "GIVEN_BACK", who.username());
          return new Answer.Done(task.caseNo());
        });
  }

  /** Takes a delegated task back without waiting for the opinion. */
  public Answer takeBack(Account who, String taskId) {
    return act(
        who,
        taskId,
        (actor, task) -> {
          if (!task.isDelegated() || !actor.holder().equals(task.owner())) {
            return Answer.Refused.because("task.not-delegated");
          }
          tasks.resolveTask(task.id());
          events.add(actor, Deed.TAKEN_BACK, task, task.assignee(), "");
          return new Answer.Done(task.caseNo());
        });
  }

  /** Makes a task wait for somebody else's agreement as well. */
  public Answer addApprover(Account who, String taskId, String whom, String words) {
    return act(
        who,
        taskId,
        (actor, task) -> {
          if (!open.outcomes(task).contains(Outcome.APPROVE) || !mayJoin(task, actor, whom)) {
            return Answer.Refused.because("task.not-for-them", whom);
          }
          if (!approvers.add(task, whom, who.username())) {
            return Answer.Refused.because("task.approver-already");
          }
          events.add(actor, Deed.APPROVER_ADDED, task, whom, words);
          notices.tell(whom, task.caseNo(), "APPROVER_ADDED", who.username());
          return new Answer.Done(task.caseNo());
        });
  }

  /** Answers as an added approver; an objection needs a reason. */
  public Answer agree(Account who, String taskId, boolean agrees, String words) {
    return transactions.inOne(() ->
        open.hold(taskId)
            .<Answer>map(task -> {
              if (open.isParty(task.caseNo(), who.username()) || !approvers.isAsked(task, who)) {
                return new Answer.Denied();
              }
              if (!agrees && words.isBlank()) {
                return Answer.Refused.because("task.reason-missing");
              }
              approvers.answer(task, who, agrees, words, events.now());
              events.add(Actor.self(who), agrees ? Deed.AGREED : Deed.OBJECTED, task, null, words);
              return new Answer.Done(task.caseNo());
            })
            .orElseGet(() -> gone(who, taskId)));
  }

  private boolean mayJoin(OpenTask task, Actor actor, String username) {
    return !username.equals(actor.account().username())
        && !username.equals(actor.holder())
        && !open.isParty(task.caseNo(), username)
        && accounts.find(username).filter(Account::active).isPresent();
  }

  private String name(String username) {
    return accounts.find(username).map(Account::name).orElse(username);
  }

  private Answer act(Account who, String taskId, BiFunction<Actor, OpenTask, Answer> deed) {
    return transactions.inOne(() ->
        open.hold(taskId)
            .map(task ->
                open.actorFor(who, task, events.today())
                    .map(actor -> deed.apply(actor, task))
                    .orElseGet(Answer.Denied::new))
            .orElseGet(() -> gone(who, taskId)));
  }

  /** Who was told of a case may learn who was faster; to others there is no such task. */
  private Answer gone(Account who, String taskId) {
    return events
        .decisionOn(taskId)
        .filter(decision -> notices.wasTold(who, taskId, events.today()))
        .<Answer>map(decision -> decision)
        .orElseGet(Answer.Denied::new);
  }

  /** Everybody who may act on a case's open tasks, by name. */
  public List<Holder> holders(String caseNo) {
    return open.ofCase(caseNo).stream()
        .map(task -> new Holder(task.key(), approvers.namesFor(task)))
        .sorted(Comparator.comparing(Holder::taskKey))
        .toList();
  }

  /**
   * Who is next.
   *
   * @param names of those who hold the task, or may take it
   */
  public record Holder(String taskKey, List<String> names) {

    public Holder {
      names = List.copyOf(names);
    }
  }
}
