package io.monthend.tasks;

import java.util.ArrayList;
import java.util.List;
import org.flowable.common.engine.api.delegate.event.FlowableEngineEntityEvent;
import org.flowable.engine.delegate.event.AbstractFlowableEngineEventListener;
import org.flowable.task.service.impl.persistence.entity.TaskEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells people that they have something to do, in the transaction that gives it to them. */
@Component
class NewTaskNotice extends AbstractFlowableEngineEventListener {

  private final JdbcClient jdbc;
  private final Notices notices;

  NewTaskNotice(JdbcClient jdbc, Notices notices) {
    this.jdbc = jdbc;
    this.notices = notices;
  }

  @Override
  protected void taskCreated(FlowableEngineEntityEvent event) {
    if (event.getEntity() instanceof TaskEntity task) {
      jdbc.sql("select case_no from work_case where process_instance = :instance")
          .param("instance", task.getProcessInstanceId())
          .query(String.class)
          .optional()
          .ifPresent(caseNo -> tell(task, caseNo));
    }
  }

  private void tell(TaskEntity task, String caseNo) {
    if (task.getAssignee() != null) {
      notices.tell(task.getAssignee(), caseNo, "TASK", "");
      return;
    }
    List<String> users = new ArrayList<>();
    List<String> roles = new ArrayList<>();
    task.getCandidates()
        .forEach(link -> {
          if (link.getGroupId() != null) {
            roles.add(link.getGroupId());
          } else {
            users.add(link.getUserId());
          }
        });
    notices.tellCandidates(caseNo, "TASK", users, roles);
  }
}
