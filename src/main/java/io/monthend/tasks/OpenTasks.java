package io.monthend.tasks;

import io.monthend.people.Account;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.flowable.bpmn.model.FlowElement;
import org.flowable.bpmn.model.UserTask;
import org.flowable.engine.RepositoryService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tasks that are open, and whether somebody may act on one: denied unless a rule allows it. */
@Component
class OpenTasks {

  private static final String SELECT =
      """
      select t.id_, t.task_def_key_, t.proc_def_id_, t.assignee_, t.owner_, coalesce(t.delegation_, '') as delegation,
        c.case_no, c.process
      from flowable.act_ru_task t join work_case c on c.process_instance = t.proc_inst_id_
      """;

  private final JdbcClient jdbc;
  private final RepositoryService definitions;

  OpenTasks(JdbcClient jdbc, RepositoryService definitions) {
    this.jdbc = jdbc;
    this.definitions = definitions;
  }

  /**
   * The task, whose case nobody else changes until the transaction ends; empty if it is over. The
   * case is locked first: what is read after that is what the one before has left.
   */
  Optional<OpenTask> hold(String taskId) {
    return find(taskId)
        .flatMap(task -> {
          lockCase(task.caseNo());
          return find(taskId);
        });
  }

  /** Waits until nobody else changes the case. */
  void lockCase(String caseNo) {
    jdbc.sql("select 1 from work_case where case_no = :case for no key update")
        .param("case", caseNo)
        .query(Integer.class)
        .optional();
  }

  private Optional<OpenTask> find(String taskId) {
    return jdbc.sql(SELECT + "where t.id_ = :task")
        .param("task", taskId)
        .query(this::read)
        .optional();
  }

  /** The open tasks of a case. */
  List<OpenTask> ofCase(String caseNo) {
    return jdbc.sql(SELECT + "where c.case_no = :case order by t.create_time_, t.id_")
        .param("case", caseNo)
        .query(this::read)
        .list();
  }

  /** Those of the tasks that are open. */
  List<OpenTask> all(List<String> taskIds) {
    return jdbc.sql(SELECT + "where t.id_ = any (:tasks)")
        .param("tasks", taskIds.toArray(String[]::new))
        .query(this::read)
        .list();
  }

  private OpenTask read(ResultSet row, int rowNumber) throws SQLException {
    return new OpenTask(
        row.getString("id_"),
        row.getString("task_def_key_"),
        row.getString("case_no"),
        row.getString("process"),
        row.getString("proc_def_id_"),
        row.getString("assignee_"),
        row.getString("owner_"),
        row.getString("delegation").equals("PENDING"));
  }

  /** As whom somebody may act on the task; empty = not at all. */
  Optional<Actor> actorFor(Account account, OpenTask task, LocalDate day) {
    return jdbc.sql(
            """
            select coalesce(via, '') from tasks_of(:me, :day) where task_id = :task and not is_agreement
            """)
        .param("me", account.username())
        .param("day", day)
        .param("task", task.id())
        .query(String.class)
        .optional()
        .map(via -> new Actor(account, via.isEmpty() ? null : via));
  }

  /** Whether somebody is a party of the case and so decides nothing of it. */
  boolean isParty(String caseNo, String username) {
    return jdbc.sql("select is_party(:case, :who)")
        .param("case", caseNo)
        .param("who", username)
        .query(Boolean.class)
        .single();
  }

  /** How the task may end, as its process says. */
  List<Outcome> outcomes(OpenTask task) {
    return outcomes(task.definition(), task.key());
  }

  List<Outcome> outcomes(String definition, String taskKey) {
    FlowElement element = definitions.getBpmnModel(definition).getFlowElement(taskKey);
    if (!(element instanceof UserTask userTask)) {
      return List.of();
    }
    return userTask.getFormProperties().stream()
        .filter(property -> property.getId().equals("outcome"))
        .flatMap(property -> property.getFormValues().stream())
        .map(value -> Outcome.valueOf(value.getId()))
        .toList();
  }
}
