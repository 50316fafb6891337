package io.monthend.leave;

import io.monthend.kernel.PayMonth;
import io.monthend.leave.LeaveApplication.State;
import io.monthend.people.Account;
import io.monthend.people.Accounts;
import io.monthend.people.Role;
import io.monthend.roster.RosteredShift;
import io.monthend.rulebook.RuleBook;
import io.monthend.tasks.Answer;
import io.monthend.tasks.Answer.Denied;
import io.monthend.tasks.Answer.Done;
import io.monthend.tasks.Answer.Refused;
import io.monthend.tasks.Cases;
import io.monthend.tasks.Decisions;
import io.monthend.tasks.Deed;
import io.monthend.tasks.Message;
import io.monthend.tasks.NewCase;
import io.monthend.tasks.Outcome;
import io.monthend.tasks.TaskTransactions;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Where leave is asked for, registered by phone, changed, withdrawn and cancelled. */
@Component
public class LeaveDesk {

  private final LeaveApplications applications;
  private final LeaveCheck check;
  private final LeaveDays days;
  private final Accounts accounts;
  private final Cases cases;
  private final Decisions decisions;
  private final TaskTransactions transactions;
  private final Clock clock;

  LeaveDesk(
      LeaveApplications applications,
      LeaveCheck check,
      LeaveDays days,
      Accounts accounts,
      Cases cases,
      Decisions decisions,
      TaskTransactions transactions,
      Clock clock) {
    this.applications = applications;
    this.check = check;
    this.days = days;
    this.accounts = accounts;
    this.cases = cases;
    this.decisions = decisions;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** What a leave would mean for the person who would ask for it, beforehand (C1). */
  @Transactional
  public LeavePreview preview(Account who, LeaveForm form) {
    String no = who.employeeNo();
    if (no == null) {
      return LeavePreview.pointless(List.of(Message.of("leave.not-employed")));
    }
    LeavePreview preview = check.preview(no, form, false);
    return isBehind(no, form, preview) ? preview.but("leave.not-beforehand") : preview;
  }

  /** Whether its first day is over, or the first shift it takes has begun. */
  private boolean isBehind(String employeeNo, LeaveForm form, LeavePreview preview) {
    return form.from().isBefore(today())
        || (preview.rosteredHalves() > 0
            && begin(employeeNo, form).filter(start -> start.isBefore(now())).isPresent());
  }

  /** What a leave that was asked for means now. */
  @Transactional
  public LeavePreview preview(LeaveApplication application) {
    return check.preview(application);
  }

  /** Asks for leave beforehand (C1). */
  public Answer ask(Account who, LeaveForm form) {
    return ask(who, form, false);
  }

  /**
   * Asks for leave beforehand (C1).
   *
   * @param withCertificate whether a hospital certificate comes along (C4)
   */
  Answer ask(Account who, LeaveForm form, boolean withCertificate) {
    return transactions.inOne(() -> askBeforehand(who, form, withCertificate));
  }

  private Answer askBeforehand(Account who, LeaveForm form, boolean withCertificate) {
    LeavePreview preview = preview(who, form);
    if (!preview.problems().isEmpty() || who.employeeNo() == null) {
      return new Refused(preview.problems());
    }
    LeaveApplication application =
        new LeaveApplication(
            applications.nextNo(), who.employeeNo(), form, false, withCertificate, State.ASKED);
    applications.save(application);
    cases.open(newCase(application, who, List.of(), preview), Map.of("byPhone", false));
    return new Done(application.leaveNo());
  }

  /** What the leave of somebody who phones would mean; empty = it is not this person's to know. */
  @Transactional
  Optional<LeavePreview> previewByPhone(
      Account manager, Account absent, LeaveForm form, LocalDateTime phonedAt) {
    return Optional.ofNullable(absent.employeeNo())
        .filter(no -> mayRegister(manager, absent))
        .map(no -> previewOfCall(no, form, phonedAt));
  }

  private LeavePreview previewOfCall(String employeeNo, LeaveForm form, LocalDateTime phonedAt) {
    LeavePreview preview = check.preview(employeeNo, form, false);
    return preview.rosteredHalves() > 0
            && (phonedAt.isAfter(now()) || isTooLate(employeeNo, form, phonedAt))
        ? preview.but("leave.phoned-too-late")
        : preview;
  }

  /**
   * Registers the leave of somebody who phoned (C2): a manager for others, the general manager for
   * a manager. It stands at once.
   *
   * @param phonedAt when the call came, by the company's clock
   */
  public Answer registerByPhone(
      Account manager, String employeeNo, LeaveForm form, LocalDateTime phonedAt) {
    return transactions.inOne(() -> registerCall(manager, employeeNo, form, phonedAt));
  }

  private Answer registerCall(
      Account manager, String employeeNo, LeaveForm form, LocalDateTime phonedAt) {
    Account absent = accounts.findByEmployee(employeeNo).orElse(null);
    if (absent == null || !mayRegister(manager, absent)) {
      return new Denied();
    }
    LeavePreview preview = previewOfCall(employeeNo, form, phonedAt);
    if (!preview.problems().isEmpty()) {
      return new Refused(preview.problems());
    }
    LeaveApplication application =
        new LeaveApplication(applications.nextNo(), employeeNo, form, true, false, State.ASKED);
    applications.save(application);
    cases.open(newCase(application, absent, List.of(manager), preview), Map.of("byPhone", true));
    return new Done(application.leaveNo());
  }

  private static boolean mayRegister(Account manager, Account absent) {
    Role decides = absent.is(Role.MANAGER) ? Role.GENERAL_MANAGER : Role.MANAGER;
    return manager.is(decides) && !manager.username().equals(absent.username());
  }

  private boolean isTooLate(String employeeNo, LeaveForm form, LocalDateTime phonedAt) {
    int hours = check.rulesOn(form.from()).leave().phoneNoticeWithin().hours();
    return begin(employeeNo, form)
        .filter(start -> phonedAt.isAfter(start.plusHours(hours)))
        .isPresent();
  }

  /** When the first shift it takes begins, or the half of it. */
  private Optional<LocalDateTime> begin(String employeeNo, LeaveForm form) {
    RuleBook rules = check.rulesOn(form.from());
    Leave leave = form.under("preview", false);
    return days.shifts(employeeNo, form.from(), form.to(), rules.workingTime()).shifts().stream()
        .filter(shift -> leave.halvesOn(shift.date()) > 0)
        .findFirst()
        .flatMap((RosteredShift shift) -> shift.times(rules.workingTime()))
        .map(
            times -> leave.covers(times.date(), Half.AM) ? times.start() : times.secondHalfStart());
  }

  /** Sends a returned request again, changed. */
  public Answer askAgain(Account who, String leaveNo, String taskId, LeaveForm form) {
    return askAgain(who, leaveNo, taskId, form, false);
  }

  /**
   * Sends a returned request again, changed.
   *
   * @param withCertificate whether a hospital certificate comes along now
   */
  Answer askAgain(
      Account who, String leaveNo, String taskId, LeaveForm form, boolean withCertificate) {
    return transactions.inOne(() -> sendAgain(who, leaveNo, taskId, form, withCertificate));
  }

  private Answer sendAgain(
      Account who, String leaveNo, String taskId, LeaveForm form, boolean withCertificate) {
    LeaveApplication application = own(who, leaveNo).orElse(null);
    if (application == null || application.state() != State.ASKED) {
      return new Denied();
    }
    LeavePreview preview = preview(who, form);
    if (!preview.problems().isEmpty()) {
      return new Refused(preview.problems());
    }
    applications.save(
        new LeaveApplication(
            leaveNo,
            application.employeeNo(),
            form,
            false,
            application.hasCertificate() || withCertificate,
            State.ASKED));
    cases.describe(leaveNo, form.summary(preview.rosteredHalves()));
    return decisions.decide(who, taskId, Outcome.SUBMIT, "");
  }

  /** Takes a request back before it is decided. */
  public Answer withdraw(Account who, String leaveNo) {
    return send(
        who,
        leaveNo,
        Deed.WITHDRAWN,
        LeaveRequestProcess.WITHDRAWN,
        Map.of("outcome", "WITHDRAW"),
        "leave.decided-already");
  }

  /** Asks that an approved leave which lies ahead be cancelled; that is decided again. */
  public Answer askToCancel(Account who, String leaveNo) {
    return send(
        who,
        leaveNo,
        Deed.CANCEL_ASKED,
        LeaveRequestProcess.CANCEL_ASKED,
        Map.of(),
        "leave.not-cancellable");
  }

  /** Hands in the certificate of a leave that counts as personal by now (C4). */
  public Answer handInLate(Account who, String leaveNo) {
    return send(
        who,
        leaveNo,
        Deed.SUBMITTED,
        LeaveRequestProcess.CERTIFICATE_LATE,
        Map.of(),
        "leave.nothing-to-hand-in");
  }

  /** Whether the certificate of a leave may still come although a month was closed without it. */
  boolean awaitsCertificate(String leaveNo) {
    return cases.awaits(leaveNo, LeaveRequestProcess.CERTIFICATE_LATE);
  }

  private Answer send(
      Account who,
      String leaveNo,
      Deed deed,
      String message,
      Map<String, Object> values,
      String otherwise) {
    if (own(who, leaveNo).isEmpty()) {
      return new Denied();
    }
    return transactions.inOne(() ->
        cases.send(leaveNo, who, deed, message, values)
            ? new Done(leaveNo)
            : new Refused(List.of(Message.of(otherwise))));
  }

  /** A leave with its number; whoever shows it asks {@link Cases#find} whether they may. */
  public Optional<LeaveApplication> find(String leaveNo) {
    return applications.find(leaveNo);
  }

  /**
   * A month closes: sick leaves whose certificate is still open count as personal for now, and
   * those who took them are told (C4). In the transaction that closes it.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void close(PayMonth month) {
    applications
        .withoutCertificate(month)
        .forEach(leaveNo ->
            cases.send(leaveNo, null, Deed.CLOSED, LeaveRequestProcess.MONTH_CLOSES, Map.of()));
  }

  /** What somebody asked for themselves; nothing of anybody else. */
  Optional<LeaveApplication> own(Account who, String leaveNo) {
    return applications.find(leaveNo).filter(found -> who.isOf(found.employeeNo()));
  }

  private static NewCase newCase(
      LeaveApplication application, Account absent, List<Account> preparers, LeavePreview preview) {
    return new NewCase(
        application.leaveNo(),
        LeaveRequestProcess.PROCESS,
        absent,
        absent,
        preparers,
        application.form().summary(preview.rosteredHalves()));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), clock.getZone());
  }

  private LocalDateTime now() {
    return LocalDateTime.ofInstant(clock.instant(), clock.getZone());
  }
}
