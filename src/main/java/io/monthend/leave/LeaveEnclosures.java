package io.monthend.leave;

import io.monthend.pages.Page;
import io.monthend.people.Account;
import io.monthend.people.Accounts;
import io.monthend.rulebook.LeaveType;
import io.monthend.tasks.Answer;
import io.monthend.tasks.Answer.Done;
import io.monthend.tasks.Answer.Refused;
import io.monthend.tasks.Attachments;
import io.monthend.tasks.Cases;
import io.monthend.tasks.Decisions;
import io.monthend.tasks.Message;
import io.monthend.tasks.Outcome;
import io.monthend.tasks.Queue;
import io.monthend.tasks.QueueItem;
import io.monthend.tasks.StandIns;
import io.monthend.tasks.TaskTransactions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/**
 * What is sent together with a leave: a paper, a copy for somebody, a stand-in. All of it goes
 * through, or nothing does.
 */
@Component
@Profile(Page.SERVED)
class LeaveEnclosures {

  private final LeaveDesk desk;
  private final Cases cases;
  private final Decisions decisions;
  private final Queue queue;
  private final Attachments attachments;
  private final StandIns standIns;
  private final Accounts accounts;
  private final TaskTransactions transactions;

  LeaveEnclosures(
      LeaveDesk desk,
      Cases cases,
      Decisions decisions,
      Queue queue,
      Attachments attachments,
      StandIns standIns,
      Accounts accounts,
      TaskTransactions transactions) {
    this.desk = desk;
    this.cases = cases;
    this.decisions = decisions;
    this.queue = queue;
    this.attachments = attachments;
    this.standIns = standIns;
    this.accounts = accounts;
    this.transactions = transactions;
  }

  /** Asks for leave. */
  Answer ask(Account who, EnteredLeave entered, Optional<MultipartFile> paper) {
    return send(who, entered, paper, form -> desk.ask(who, form, isCertificate(form, paper)));
  }

  /** Sends a returned request again, changed. */
  Answer askAgain(
      Account who,
      String leaveNo,
      String taskId,
      EnteredLeave entered,
      Optional<MultipartFile> paper) {
    return send(
        who,
        entered,
        paper,
        form -> desk.askAgain(who, leaveNo, taskId, form, isCertificate(form, paper)));
  }

  private static boolean isCertificate(LeaveForm form, Optional<MultipartFile> paper) {
    return form.type() == LeaveType.SICK && paper.isPresent();
  }

  private Answer send(
      Account who,
      EnteredLeave entered,
      Optional<MultipartFile> paper,
      Function<LeaveForm, Answer> asking) {
    LeaveForm form = entered.form().orElse(null);
    if (form == null) {
      return new Refused(List.of(Message.of("leave.incomplete")));
    }
    return transactions.inOne(() -> {
      Answer answer = asking.apply(form);
      return answer instanceof Done done ? enclose(who, done, form, entered, paper) : answer;
    });
  }

  private Answer enclose(
      Account who, Done done, LeaveForm form, EnteredLeave entered, Optional<MultipartFile> paper) {
    Answer attached = paper.map(file -> attach(who, done.caseNo(), file)).orElse(done);
    if (!attached.isDone()) {
      return attached;
    }
    String copyTo = entered.value("copyTo");
    Answer copied = copyTo.isEmpty() ? done : cases.copy(who, done.caseNo(), username(copyTo));
    if (!copied.isDone()) {
      return copied;
    }
    String standIn = entered.value("standIn");
    List<Message> wrong =
        standIn.isEmpty()
            ? List.of()
            : standIns.appoint(
                who, who.username(), username(standIn), form.from(), form.to(), true);
    return wrong.isEmpty() ? done : new Refused(wrong);
  }

  /**
   * Hands in what a leave still lacks: the written request behind a call, or the certificate. A
   * paper that comes with the request of a sick leave is its certificate.
   */
  Answer handIn(
      Account who,
      LeaveApplication leave,
      QueueItem turn,
      String words,
      Optional<MultipartFile> paper) {
    boolean isRequest = "papers".equals(turn.taskKey());
    if (isRequest && words.isBlank()) {
      return new Refused(List.of(Message.of("leave.papers-need-words")));
    }
    return transactions.inOne(() -> {
      Answer attached =
          paper
              .map(file -> attach(who, leave.leaveNo(), file))
              .orElseGet(() -> new Done(leave.leaveNo()));
      if (!attached.isDone()) {
        return attached;
      }
      Answer handedIn = decisions.decide(who, String.valueOf(turn.taskId()), Outcome.SUBMIT, words);
      return handedIn.isDone() && isRequest && isCertificate(leave.form(), paper)
          ? handInCertificate(who, handedIn, leave.leaveNo())
          : handedIn;
    });
  }

  /** Hands in the certificate after the month was closed without it. */
  Answer handInLate(Account who, LeaveApplication leave, Optional<MultipartFile> paper) {
    if (paper.isEmpty() && attachments.count(leave.leaveNo()) == 0) {
      return new Refused(List.of(Message.of("leave.certificate-missing")));
    }
    return transactions.inOne(() -> {
      Answer attached =
          paper
              .map(file -> attach(who, leave.leaveNo(), file))
              .orElseGet(() -> new Done(leave.leaveNo()));
      return attached.isDone() ? desk.handInLate(who, leave.leaveNo()) : attached;
    });
  }

  private Answer handInCertificate(Account who, Answer otherwise, String leaveNo) {
    return queue.turns(who, leaveNo).stream()
        .filter(turn -> "certificate".equals(turn.taskKey()))
        .findFirst()
        .map(turn -> decisions.decide(who, String.valueOf(turn.taskId()), Outcome.SUBMIT, ""))
        .orElse(otherwise);
  }

  private Answer attach(Account who, String leaveNo, MultipartFile paper) {
    try {
      String name = paper.getOriginalFilename();
      return attachments.attach(who, leaveNo, name == null ? "" : name, paper.getBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Somebody nobody knows is refused where it is decided who may be chosen. */
  private String username(String person) {
    return accounts.named(person).map(Account::username).orElse(person);
  }
}
