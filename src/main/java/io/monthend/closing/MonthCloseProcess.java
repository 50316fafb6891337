package io.monthend.closing;

import io.monthend.closing.MonthCases.MonthCase;
import io.monthend.closing.MonthCases.Stage;
import io.monthend.kernel.PayMonth;
import io.monthend.leave.LeaveDesk;
import io.monthend.people.Account;
import io.monthend.people.Accounts;
import io.monthend.people.Role;
import io.monthend.tasks.CaseProcess;
import io.monthend.tasks.Cases;
import io.monthend.tasks.Deadlines;
import io.monthend.tasks.Deciders;
import io.monthend.tasks.Deciders.Decider;
import io.monthend.tasks.Message;
import io.monthend.tasks.Notices;
import io.monthend.tasks.Outcome;
import java.util.List;
import org.flowable.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the process {@code month-close} asks and does; its steps call these by name. */
@Component("monthCase")
public class MonthCloseProcess implements CaseProcess {

  static final String PROCESS = "month-close";

  /** The run has come to its end; its state comes with it. */
  static final String RUN_ENDED = "month-run-ended";

  static final String RUN_STATE = "runState";

  /** The facts were read from files again, while the month waits to be mended. */
  static final String FILES_CAME = "month-files-came";

  private static final String REVIEW = "review";
  private static final String APPROVE = "approve";

  private final MonthCases monthCases;
  private final CloseRequests requests;
  private final MonthPublication publication;
  private final Cases cases;
  private final Deciders deciders;
  private final Deadlines deadlines;
  private final Notices notices;
  private final Accounts accounts;
  private final ObjectProvider<LeaveDesk> leave;
  private final JdbcClient jdbc;

  MonthCloseProcess(
      MonthCases monthCases,
      CloseRequests requests,
      MonthPublication publication,
      Cases cases,
      Deciders deciders,
      Deadlines deadlines,
      Notices notices,
      Accounts accounts,
      ObjectProvider<LeaveDesk> leave,
      JdbcClient jdbc) {
    this.monthCases = monthCases;
    this.requests = requests;
    this.publication = publication;
    this.cases = cases;
    this.deciders = deciders;
    this.deadlines = deadlines;
    this.notices = notices;
    this.accounts = accounts;
    this.leave = leave;
    this.jdbc = jdbc;
  }

  @Override
  public String process() {
    return PROCESS;
  }

  @Override
  public List<Message> missing(String caseNo, String taskKey, Outcome outcome, Account decider) {
    return taskKey.equals("mend") && outcome == Outcome.SUBMIT && isFromFiles(caseNo)
        ? List.of(Message.of("month-close.files-again", monthCases.get(caseNo).month().toString()))
        : List.of();
  }

  private boolean isFromFiles(String caseNo) {
    return requests.latestOf(caseNo).filter(CloseRequest::fromFiles).isPresent();
  }

  /** Asks for the next attempt, or takes the one that was asked for at the command line. */
  public void requestRun(DelegateExecution execution) {
    MonthCase monthCase = monthCase(execution);
    String caseNo = monthCase.caseNo();
    PayMonth month = monthCase.month();
    @Nullable CloseRequest before = requests.latestOf(caseNo).orElse(null);
    String asker = before == null ? requester(caseNo) : before.askedBy();
    if (!requests.adopt(month, caseNo)) {
      requests.ask(month, asker, caseNo, before == null ? null : before.rulebookHash(), null);
    }
    deciders.prepareAnew(caseNo);
    monthCases.become(caseNo, Stage.RUNNING);
    publication.begin(month, asker);
  }

  private String requester(String caseNo) {
    return jdbc.sql("select requester from work_case where case_no = :case")
        .param("case", caseNo)
        .query(String.class)
        .single();
  }

  public void stage(DelegateExecution execution, String stage) {
    monthCases.become(execution.getProcessInstanceBusinessKey(), Stage.valueOf(stage));
  }

  public void remind(DelegateExecution execution, String taskKey) {
    deadlines.remind(execution.getProcessInstanceBusinessKey(), taskKey);
  }

  /**
   * The general manager approves and so does not review; but is told, and another of HR may take
   * the review over.
   */
  public void escalateReview(DelegateExecution execution) {
    String caseNo = execution.getProcessInstanceBusinessKey();
    deadlines.escalate(caseNo, REVIEW, Role.HR);
    accounts
        .withRole(Role.GENERAL_MANAGER)
        .forEach(
            manager -> notices.tell(manager.username(), caseNo, "month-close.review-late", ""));
  }

  public void escalateApproval(DelegateExecution execution) {
    deadlines.escalate(execution.getProcessInstanceBusinessKey(), APPROVE, Role.PRESIDENT);
  }

  /** Whoever passes the month on has prepared it, and approves nothing of it. */
  public void handOn(DelegateExecution execution) {
    deciders.becomePreparers(execution.getProcessInstanceBusinessKey(), REVIEW);
  }

  /** Publishes the month, and tells everybody who has a slip in it. */
  public void publish(DelegateExecution execution) {
    MonthCase monthCase = monthCase(execution);
    String caseNo = monthCase.caseNo();
    String approver = deciders.approverOf(caseNo, APPROVE).map(Decider::username).orElseThrow();
    leave.getObject().close(monthCase.month());
    monthCases.become(caseNo, Stage.PUBLISHED);
    cases.settle(caseNo, "published", true);
    CloseRun run = publication.publish(monthCase.month(), approver);
    notices.tellEach(
        paidIn(run),
        MonthCases.summary(run.month()),
        "month-close.slip-published",
        "",
        "/slips/" + run.month());
  }

  private List<String> paidIn(CloseRun run) {
    return jdbc.sql(
            """
            select a.username from payslip p join account a on a.employee_no = p.employee_no
            where p.run_id = :run and a.is_active
            """)
        .param("run", run.id())
        .query((row, rowNumber) -> row.getString(1))
        .list();
  }

  /** The month stays open, and whoever wants it closed begins again. */
  public void giveUp(DelegateExecution execution) {
    MonthCase monthCase = monthCase(execution);
    publication.giveUp(monthCase.month(), requester(monthCase.caseNo()));
    monthCases.become(monthCase.caseNo(), Stage.GIVEN_UP);
    cases.settle(monthCase.caseNo(), "given-up", true);
  }

  private MonthCase monthCase(DelegateExecution execution) {
    return monthCases.get(execution.getProcessInstanceBusinessKey());
  }
}
