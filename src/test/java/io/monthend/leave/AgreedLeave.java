package io.monthend.leave;

import io.monthend.ServedApplication;
import io.monthend.leave.LeaveApplication.State;
import io.monthend.people.Account;
import io.monthend.people.Accounts;
import io.monthend.rulebook.LeaveType;
import io.monthend.tasks.Answer;
import io.monthend.tasks.Cases;
import io.monthend.tasks.Decisions;
import io.monthend.tasks.NewCase;
import io.monthend.tasks.Outcome;
import io.monthend.tasks.Queue;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Leave as it stands once it was asked for and approved, also of days that are over. */
public final class AgreedLeave {

  private AgreedLeave() {}

  /**
   * A personal leave of one day that the manager of the demo has approved.
   *
   * @return its number
   */
  public static String of(ServedApplication application, String employeeNo, LocalDate day) {
    Account who = application.get(Accounts.class).findByEmployee(employeeNo).orElseThrow();
    LeaveForm form = new LeaveForm(LeaveType.PERSONAL, day, Half.AM, day, Half.PM, "家中有事");
    LeaveApplications applications = application.get(LeaveApplications.class);
    String leaveNo = applications.nextNo();
    new TransactionTemplate(application.get(PlatformTransactionManager.class))
        .executeWithoutResult(status -> {
          applications.save(
              new LeaveApplication(leaveNo, employeeNo, form, false, false, State.ASKED));
          application
              .get(Cases.class)
              .open(
                  new NewCase(
                      leaveNo, LeaveRequestProcess.PROCESS, who, who, List.of(), form.summary(2)),
                  Map.of("byPhone", false));
        });
    Account manager = application.get(Accounts.class).find("manager").orElseThrow();
    String task =
        String.valueOf(application.get(Queue.class).turns(manager, leaveNo).getFirst().taskId());
    Answer answer = application.get(Decisions.class).decide(manager, task, Outcome.APPROVE, "");
    if (!answer.isDone()) {
      throw new IllegalStateException("The leave is not approved: " + answer);
    }
    return leaveNo;
  }
}
