package io.monthend.tasks;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who decided a step of a case, for processes in which nobody decides two of them. */
@Component
public class Deciders {

  /**
   * Who decided.
   *
   * @param username of who did it
   * @param onBehalfOf the user name of whom they stood in for
   */
  public record Decider(String username, @Nullable String onBehalfOf) {}

  private final JdbcClient jdbc;

  Deciders(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Who approved a task of the case last. */
  public Optional<Decider> approverOf(String caseNo, String taskKey) {
    return jdbc.sql(
            """
            select actor, on_behalf_of from case_event
            where case_no = :case and task_key = :task and deed = 'APPROVED' order by id desc limit 1
            """)
        .param("case", caseNo)
        .param("task", taskKey)
        .query(
            (row, rowNumber) -> new Decider(row.getString("actor"), row.getString("on_behalf_of")))
        .optional();
  }

  /** Makes whoever approved a task, and whom they did it for, preparers of the case. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void becomePreparers(String caseNo, String taskKey) {
    approverOf(caseNo, taskKey)
        .ifPresent(decider ->
            jdbc.sql(
                    """
                    insert into case_party (case_no, username, part)
                    select :case, who, 'preparer' from unnest(array[:who, :absent]::text[]) who where who is not null
                    on conflict do nothing
                    """)
                .param("case", caseNo)
                .param("who", decider.username())
                .param("absent", decider.onBehalfOf())
                .update());
  }

  /** What is decided next is prepared anew: who prepared it before may take part again. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void prepareAnew(String caseNo) {
    jdbc.sql("delete from case_party where case_no = :case and part = 'preparer'")
        .param("case", caseNo)
        .update();
  }
}
