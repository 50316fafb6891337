package io.monthend.leave;

import io.monthend.kernel.PayMonth;
import io.monthend.leave.LeaveApplication.State;
import io.monthend.people.Account;
import io.monthend.people.Accounts;
import io.monthend.people.Role;
import io.monthend.roster.RosteredShift;
import io.monthend.tasks.Attachments;
import io.monthend.tasks.CaseProcess;
import io.monthend.tasks.Cases;
import io.monthend.tasks.Deadlines;
import io.monthend.tasks.Message;
import io.monthend.tasks.Notices;
import io.monthend.tasks.Outcome;
import io.monthend.tasks.StandIns;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import org.flowable.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** What the process {@code leave-request} asks and does; its steps call these by name. */
@Component("leaveRequest")
public class LeaveRequestProcess implements CaseProcess {

  static final String PROCESS = "leave-request";
  static final String WITHDRAWN = "leave-withdrawn";
  static final String CANCEL_ASKED = "leave-cancel-asked";
  static final String MONTH_CLOSES = "leave-month-closes";
  static final String CERTIFICATE_LATE = "leave-certificate-late";

  private final LeaveApplications applications;
  private final LeaveBook book;
  private final LeaveCheck check;
  private final LeaveDays days;
  private final Accounts accounts;
  private final Cases cases;
  private final Deadlines deadlines;
  private final StandIns standIns;
  private final Notices notices;
  private final Attachments attachments;
  private final Clock clock;

  LeaveRequestProcess(
      LeaveApplications applications,
      LeaveBook book,
      LeaveCheck check,
      LeaveDays days,
      Accounts accounts,
      Cases cases,
      Deadlines deadlines,
      StandIns standIns,
      Notices notices,
      Attachments attachments,
      Clock clock) {
    this.applications = applications;
    this.book = book;
    this.check = check;
    this.days = days;
    this.accounts = accounts;
    this.cases = cases;
    this.deadlines = deadlines;
    this.standIns = standIns;
    this.notices = notices;
    this.attachments = attachments;
    this.clock = clock;
  }

  @Override
  public String process() {
    return PROCESS;
  }

  @Override
  public List<Message> missing(String caseNo, String taskKey, Outcome outcome, Account decider) {
    LeaveApplication application = application(caseNo);
    return switch (taskKey) {
      case "decide" ->
          outcome == Outcome.APPROVE
              ? check
                  .preview(
                      application.employeeNo(), application.form(), application.hasCertificate())
                  .problems()
              : List.of();
      case "decideCancel" ->
          outcome == Outcome.APPROVE && !application.form().from().isAfter(today())
              ? List.of(Message.of("leave.begun"))
              : List.of();
      case "certificate" ->
          attachments.count(caseNo) == 0
              ? List.of(Message.of("leave.certificate-missing"))
              : List.of();
      default -> List.of();
    };
  }

  /** The role that decides: the manager, and on a manager's own leave the general manager (C1). */
  public String decidedBy(DelegateExecution execution) {
    return account(application(execution)).is(Role.MANAGER)
        ? Role.GENERAL_MANAGER.name()
        : Role.MANAGER.name();
  }

  /** The user name of the person who takes the leave. */
  public String requester(DelegateExecution execution) {
    return account(application(execution)).username();
  }

  public void remind(DelegateExecution execution, String taskKey) {
    deadlines.remind(execution.getProcessInstanceBusinessKey(), taskKey);
  }

  /** Lets the next higher role decide as well. */
  public void escalate(DelegateExecution execution, String taskKey) {
    Role higher =
        account(application(execution)).is(Role.MANAGER) ? Role.PRESIDENT : Role.GENERAL_MANAGER;
    deadlines.escalate(execution.getProcessInstanceBusinessKey(), taskKey, higher);
  }

  /** Enters the leave in the books: it counts from now on (C1). */
  public void grant(DelegateExecution execution) {
    LeaveApplication application = application(execution);
    expectDone(book.enter(application.employeeNo(), application.leave()), application);
    LeaveForm form = application.form();
    standIns.away(account(application).username(), form.from(), form.to(), application.leaveNo());
    become(application, State.APPROVED, false);
  }

  public void refuse(DelegateExecution execution) {
    become(application(execution), State.REFUSED, true);
  }

  public void withdraw(DelegateExecution execution) {
    become(application(execution), State.WITHDRAWN, true);
  }

  public void cancel(DelegateExecution execution) {
    takeOut(application(execution), State.CANCELLED);
  }

  /** A phone leave without its papers: the shifts are absent (C2). */
  public void lapse(DelegateExecution execution) {
    takeOut(application(execution), State.LAPSED);
  }

  /** Where the month is closed already, HR has to correct it: the slips stay as they are. */
  private void takeOut(LeaveApplication application, State state) {
    LeaveBook.Entry entry = book.withdraw(application.leaveNo());
    if (entry == LeaveBook.Entry.MONTH_CLOSED) {
      tellHr(application.leaveNo(), "leave.needs-correction");
    } else {
      expectDone(entry, application);
    }
    standIns.notAway(application.leaveNo());
    become(application, state, true);
  }

  private void tellHr(String leaveNo, String kind) {
    accounts.withRole(Role.HR).forEach(hr -> notices.tell(hr.username(), leaveNo, kind, ""));
  }

  /** Whether a certificate has to be handed in (C4). */
  public boolean needsCertificate(DelegateExecution execution) {
    LeaveApplication application = application(execution);
    return check
        .preview(application.employeeNo(), application.form(), application.hasCertificate())
        .needsCertificate();
  }

  /** Notes the certificate; the slips of months that are closed are corrected later (G13). */
  public void certify(DelegateExecution execution) {
    LeaveApplication application = application(execution);
    String leaveNo = application.leaveNo();
    String requester = account(application).username();
    List<PayMonth> closed = book.handInCertificate(leaveNo, requester);
    applications.certify(leaveNo);
    applications.become(leaveNo, State.APPROVED);
    cases.settle(leaveNo, State.APPROVED.word(), true);
    if (!closed.isEmpty()) {
      notices.tell(requester, leaveNo, "leave.certified-late", "");
      tellHr(leaveNo, "leave.certificate-late");
    }
  }

  /** The month has closed without the certificate (C4). */
  public void countAsPersonal(DelegateExecution execution) {
    become(application(execution), State.PERSONAL, true);
  }

  /** When the leave begins. */
  public Date begins(DelegateExecution execution) {
    return startOf(application(execution).form().from());
  }

  /**
   * When a phone leave lapses: with the end of the last of so many calendar days, counted from the
   * day after the first shift behind the leave, or the day behind it where none is rostered (C2).
   */
  public Date papersDue(DelegateExecution execution) {
    LeaveApplication application = application(execution);
    LocalDate end = application.form().to();
    LocalDate back =
        days
            .shifts(
                application.employeeNo(), end, end.plusMonths(1), check.rulesOn(end).workingTime())
            .shifts()
            .stream()
            .map(RosteredShift::date)
            .filter(date -> date.isAfter(end))
            .findFirst()
            .orElse(end.plusDays(1));
    return startOf(back.plusDays(check.rulesOn(end).leave().papersWithin().days() + 1L));
  }

  /** The certificate may follow until the first month of the leave closes, which its end allows. */
  public Date certificateDue(DelegateExecution execution) {
    return startOf(PayMonth.of(application(execution).form().from()).last().plusDays(1));
  }

  private Date startOf(LocalDate date) {
    return Date.from(date.atStartOfDay(clock.getZone()).toInstant());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), clock.getZone());
  }

  private void become(LeaveApplication application, State state, boolean over) {
    applications.become(application.leaveNo(), state);
    cases.settle(application.leaveNo(), state.word(), over);
    notices.tell(
        account(application).username(), application.leaveNo(), "leave." + state.word(), "");
  }

  private static void expectDone(LeaveBook.Entry entry, LeaveApplication application) {
    if (entry != LeaveBook.Entry.DONE) {
      throw new IllegalStateException(
          "Leave " + application.leaveNo() + " cannot be entered in the books: " + entry);
    }
  }

  private LeaveApplication application(DelegateExecution execution) {
    return application(execution.getProcessInstanceBusinessKey());
  }

  private LeaveApplication application(String leaveNo) {
    return applications
        .find(leaveNo)
        .orElseThrow(() -> new IllegalStateException("There is no leave " + leaveNo));
  }

  private Account account(LeaveApplication application) {
    return accounts
        .findByEmployee(application.employeeNo())
        .orElseThrow(
            () -> new IllegalStateException("Nobody signs in as " + application.employeeNo()));
  }
}
