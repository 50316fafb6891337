package io.monthend.tasks;

import io.monthend.people.Role;
import java.util.List;
import java.util.Set;
import org.flowable.engine.TaskService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the timers of a process do about a task that is still open. */
@Component
public class Deadlines {

  private final OpenTasks open;
  private final TaskService tasks;
  private final CaseEvents events;
  private final Notices notices;

  Deadlines(OpenTasks open, TaskService tasks, CaseEvents events, Notices notices) {
    this.open = open;
    this.tasks = tasks;
    this.events = events;
    this.notices = notices;
  }

  /** Reminds whoever holds the task or may take it. */
  @Transactional
  public void remind(String caseNo, String taskKey) {
    for (OpenTask task : of(caseNo, taskKey)) {
      tellHolders(task, Deed.REMINDED);
      events.add(null, Deed.REMINDED, caseNo, null, taskKey);
    }
  }

  /** Lets another role decide as well; whoever held the task gives it back to all of them. */
  @Transactional
  public void escalate(String caseNo, String taskKey, Role to) {
    for (OpenTask task : of(caseNo, taskKey)) {
      if (task.assignee() != null && !task.isDelegated()) {
        tasks.unclaim(task.id());
      }
      tasks.addCandidateGroup(task.id(), to.name());
      tellHolders(task, Deed.ESCALATED);
      notices.tellCandidates(caseNo, Deed.ESCALATED.name(), Set.of(), Set.of(to.name()));
      events.add(null, Deed.ESCALATED, caseNo, null, taskKey);
    }
  }

  void tellHolders(OpenTask task, Deed deed) {
    if (task.assignee() != null) {
      notices.tell(task.assignee(), task.caseNo(), deed.name(), "");
      return;
    }
    List<String> roles =
        tasks.getIdentityLinksForTask(task.id()).stream()
            .filter(link -> link.getType().equals("candidate") && link.getGroupId() != null)
            .map(link -> String.valueOf(link.getGroupId()))
            .toList();
    notices.tellCandidates(task.caseNo(), deed.name(), Set.of(), roles);
  }

  private List<OpenTask> of(String caseNo, String taskKey) {
    return open.ofCase(caseNo).stream().filter(task -> task.key().equals(taskKey)).toList();
  }
}
