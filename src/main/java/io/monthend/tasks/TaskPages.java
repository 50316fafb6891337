package io.monthend.tasks;

import io.monthend.pages.AllowSignedIn;
import io.monthend.pages.Page;
import io.monthend.people.Account;
import io.monthend.people.Accounts;
import io.monthend.rulebook.Language;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What is done about a task on the page of its case. */
@Page
class TaskPages {

  private final RequestView view;
  private final Decisions decisions;
  private final Accounts accounts;

  TaskPages(RequestView view, Decisions decisions, Accounts accounts) {
    this.view = view;
    this.decisions = decisions;
    this.accounts = accounts;
  }

  @AllowSignedIn
  @PostMapping("/requests/{caseNo}/decide")
  ModelAndView decide(
      Account account,
      Language language,
      @PathVariable String caseNo,
      @RequestParam(defaultValue = "") String task,
      @RequestParam Outcome outcome,
      @RequestParam(defaultValue = "") String words) {
    return view.after(
        decisions.decide(account, task, outcome, words),
        account,
        language,
        caseNo,
        Entered.in(outcome.name(), task, words, ""));
  }

  @AllowSignedIn
  @PostMapping("/requests/{caseNo}/claim")
  ModelAndView claim(
      Account account,
      Language language,
      @PathVariable String caseNo,
      @RequestParam(defaultValue = "") String task) {
    return view.after(
        decisions.claim(account, task),
        account,
        language,
        caseNo,
        Entered.in("claim", task, "", ""));
  }

  @AllowSignedIn
  @PostMapping("/requests/{caseNo}/release")
  ModelAndView release(
      Account account,
      Language language,
      @PathVariable String caseNo,
      @RequestParam(defaultValue = "") String task) {
    return view.after(
        decisions.release(account, task),
        account,
        language,
        caseNo,
        Entered.in("release", task, "", ""));
  }

  @AllowSignedIn
  @PostMapping("/requests/{caseNo}/delegate")
  ModelAndView delegate(
      Account account,
      Language language,
      @PathVariable String caseNo,
      @RequestParam(defaultValue = "") String task,
      @RequestParam(defaultValue = "") String person,
      @RequestParam(defaultValue = "") String words) {
    return view.after(
        decisions.delegate(account, task, username(person), words),
        account,
        language,
        caseNo,
        Entered.in("delegate", task, words, person));
  }

  @AllowSignedIn
  @PostMapping("/requests/{caseNo}/give-back")
  ModelAndView giveBack(
      Account account,
      Language language,
      @PathVariable String caseNo,
      @RequestParam(defaultValue = "") String task,
      @RequestParam(defaultValue = "") String words) {
    return view.after(
        decisions.giveBack(account, task, words),
        account,
        language,
        caseNo,
        Entered.in("give-back", task, words, ""));
  }

  @AllowSignedIn
  @PostMapping("/requests/{caseNo}/take-back")
  ModelAndView takeBack(
      Account account,
      Language language,
      @PathVariable String caseNo,
      @RequestParam(defaultValue = "") String task) {
    return view.after(
        decisions.takeBack(account, task),
        account,
        language,
        caseNo,
        Entered.in("take-back", task, "", ""));
  }

  @AllowSignedIn
  @PostMapping("/requests/{caseNo}/approvers")
  ModelAndView addApprover(
      Account account,
      Language language,
      @PathVariable String caseNo,
      @RequestParam(defaultValue = "") String task,
      @RequestParam(defaultValue = "") String person,
      @RequestParam(defaultValue = "") String words) {
    return view.after(
        decisions.addApprover(account, task, username(person), words),
        account,
        language,
        caseNo,
        Entered.in("add-approver", task, words, person));
  }

  @AllowSignedIn
  @PostMapping("/requests/{caseNo}/agree")
  ModelAndView agree(
      Account account,
      Language language,
      @PathVariable String caseNo,
      @RequestParam(defaultValue = "") String task,
      @RequestParam boolean agrees,
      @RequestParam(defaultValue = "") String words) {
    return view.after(
        decisions.agree(account, task, agrees, words),
        account,
        language,
        caseNo,
        Entered.in("agree", task, words, ""));
  }

  /** Somebody nobody knows is refused where it is decided who may be chosen. */
  private String username(String person) {
    return accounts.named(person).map(Account::username).orElse(person);
  }
}
