package io.monthend.leave;

import io.monthend.pages.AllowRoles;
import io.monthend.pages.Page;
import io.monthend.pages.RequestRefused;
import io.monthend.people.Account;
import io.monthend.people.Role;
import io.monthend.rulebook.Language;
import io.monthend.tasks.Answer;
import io.monthend.tasks.Cases;
import io.monthend.tasks.Deed;
import io.monthend.tasks.Queue;
import io.monthend.tasks.QueueItem;
import io.monthend.tasks.Speech;
import io.monthend.tasks.Speeches;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** What is left to do for whoever asked for a leave: change what was returned, hand papers in. */
@Page
class LeaveTaskPages {

  private static final String REVISE = "revise";
  private static final Set<String> TO_HAND_IN = Set.of("papers", "certificate");

  private final LeaveDesk desk;
  private final LeaveEnclosures enclosures;
  private final LeaveFormView view;
  private final Cases cases;
  private final Queue queue;
  private final Speeches speeches;

  LeaveTaskPages(
      LeaveDesk desk,
      LeaveEnclosures enclosures,
      LeaveFormView view,
      Cases cases,
      Queue queue,
      Speeches speeches) {
    this.desk = desk;
    this.enclosures = enclosures;
    this.view = view;
    this.cases = cases;
    this.queue = queue;
    this.speeches = speeches;
  }

  /** The form as it was sent, with why it came back. */
  @AllowRoles(Role.EMPLOYEE)
  @GetMapping("/leave/{caseNo}/change")
  ModelAndView change(Account account, Language language, @PathVariable String caseNo) {
    LeaveApplication leave = own(account, caseNo);
    turn(account, caseNo, Set.of(REVISE), "leave.not-returned");
    return changing(
        view.filled(
            LeaveFormView.Kind.change(caseNo), account, language, EnteredLeave.of(leave.form())),
        account,
        caseNo);
  }

  @AllowRoles(Role.EMPLOYEE)
  @PostMapping("/leave/{caseNo}/change")
  ModelAndView sendAgain(
      Account account,
      Language language,
      @PathVariable String caseNo,
      @RequestParam Map<String, String> said,
      @RequestParam Optional<MultipartFile> paper) {
    own(account, caseNo);
    QueueItem turn = turn(account, caseNo, Set.of(REVISE), "leave.not-returned");
    EnteredLeave entered = new EnteredLeave(said);
    Answer answer =
        enclosures.askAgain(
            account,
            caseNo,
            String.valueOf(turn.taskId()),
            entered,
            paper.filter(file -> !file.isEmpty()));
    return changing(
        view.after(answer, LeaveFormView.Kind.change(caseNo), account, language, entered),
        account,
        caseNo);
  }

  private ModelAndView changing(ModelAndView page, Account account, String caseNo) {
    page.addObject(
        "returned",
        cases.history(account, caseNo).reversed().stream()
            .filter(event -> event.deed() == Deed.RETURNED)
            .findFirst()
            .orElse(null));
    return page;
  }

  /** The written request behind a call (C2), or the certificate (C4). */
  @AllowRoles(Role.EMPLOYEE)
  @GetMapping("/leave/{caseNo}/hand-in")
  ModelAndView toHandIn(Account account, Language language, @PathVariable String caseNo) {
    LeaveApplication leave = own(account, caseNo);
    return handingIn(account, language, leave, toHandIn(account, caseNo), "");
  }

  @AllowRoles(Role.EMPLOYEE)
  @PostMapping("/leave/{caseNo}/hand-in")
  ModelAndView handIn(
      Account account,
      Language language,
      @PathVariable String caseNo,
      @RequestParam(defaultValue = "") String words,
      @RequestParam Optional<MultipartFile> paper) {
    LeaveApplication leave = own(account, caseNo);
    Optional<QueueItem> turn = toHandIn(account, caseNo);
    Optional<MultipartFile> sent = paper.filter(file -> !file.isEmpty());
    Answer answer =
        turn.map(task -> enclosures.handIn(account, leave, task, words, sent))
            .orElseGet(() -> enclosures.handInLate(account, leave, sent));
    return switch (answer) {
      case Answer.Done done ->
          new ModelAndView("redirect:/requests/" + done.caseNo() + "?did=SUBMIT");
      case Answer.Refused refused -> {
        ModelAndView page = handingIn(account, language, leave, turn, words);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        page.addObject("refused", speeches.in(language).all(refused.missing()));
        yield page;
      }
      case Answer.AlreadyDecided other ->
          throw new RequestRefused(RequestRefused.Kind.CONFLICT, "leave.nothing-to-hand-in");
      case Answer.Denied denied -> throw RequestRefused.notFound();
    };
  }

  /** The task of handing something in; empty = the certificate that comes late. */
  private Optional<QueueItem> toHandIn(Account account, String caseNo) {
    return desk.awaitsCertificate(caseNo)
        ? Optional.empty()
        : Optional.of(turn(account, caseNo, TO_HAND_IN, "leave.nothing-to-hand-in"));
  }

  private ModelAndView handingIn(
      Account account,
      Language language,
      LeaveApplication leave,
      Optional<QueueItem> turn,
      String words) {
    Speech say = speeches.in(language);
    ModelAndView page = new ModelAndView("leave/hand-in");
    page.addObject("say", say);
    page.addObject("leave", leave);
    page.addObject("what", turn.map(QueueItem::taskKey).orElse("late"));
    page.addObject(
        "summary",
        say.of(
            cases.find(account, leave.leaveNo()).orElseThrow(RequestRefused::notFound).summary()));
    page.addObject("due", turn.map(task -> say.due(task.due())).orElse(null));
    page.addObject("words", words);
    return page;
  }

  private LeaveApplication own(Account account, String caseNo) {
    return desk.own(account, caseNo).orElseThrow(RequestRefused::notFound);
  }

  /** The task of a case that the account has to do; where there is none, that is said. */
  private QueueItem turn(Account account, String caseNo, Set<String> keys, String otherwise) {
    List<QueueItem> turns = queue.turns(account, caseNo);
    return turns.stream()
        .filter(turn -> turn.taskKey() != null && keys.contains(turn.taskKey()))
        .findFirst()
        .orElseThrow(() -> new RequestRefused(RequestRefused.Kind.CONFLICT, otherwise));
  }
}
