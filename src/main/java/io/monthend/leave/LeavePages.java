package io.monthend.leave;

import io.monthend.pages.AllowRoles;
import io.monthend.pages.Page;
import io.monthend.pages.RequestRefused;
import io.monthend.people.Account;
import io.monthend.people.Role;
import io.monthend.rulebook.Language;
import io.monthend.tasks.Answer;
import io.monthend.tasks.Speeches;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** One's own leave: looked at, asked for, withdrawn and cancelled. */
@Page
class LeavePages {

  private final LeaveDesk desk;
  private final MyLeave mine;
  private final LeaveEnclosures enclosures;
  private final LeaveFormView view;
  private final Speeches speeches;

  LeavePages(
      LeaveDesk desk,
      MyLeave mine,
      LeaveEnclosures enclosures,
      LeaveFormView view,
      Speeches speeches) {
    this.desk = desk;
    this.mine = mine;
    this.enclosures = enclosures;
    this.view = view;
    this.speeches = speeches;
  }

  /** What somebody asked for and took in a year, and what is left. */
  @AllowRoles(Role.EMPLOYEE)
  @GetMapping("/leave")
  ModelAndView mine(
      Account account, Language language, @RequestParam(defaultValue = "") String year) {
    int shown = year.matches("[12]\\d{3}") ? Integer.parseInt(year) : mine.thisYear();
    ModelAndView page = new ModelAndView("leave/mine");
    page.addObject("say", speeches.in(language));
    page.addObject("year", shown);
    page.addObject("years", mine.years(account));
    page.addObject("leaves", mine.of(account, shown));
    page.addObject("balances", mine.balances(account));
    return page;
  }

  @AllowRoles(Role.EMPLOYEE)
  @GetMapping("/leave/new")
  ModelAndView form(Account account, Language language) {
    return view.blank(LeaveFormView.Kind.ASK, account, language);
  }

  /** What the leave would mean: the whole page, or for a script the part that tells it. */
  @AllowRoles(Role.EMPLOYEE)
  @PostMapping("/leave/preview")
  ModelAndView preview(
      Account account,
      Language language,
      @RequestHeader(name = "HX-Request", defaultValue = "false") boolean partly,
      @RequestParam Map<String, String> said) {
    ModelAndView page =
        view.previewed(
            LeaveFormView.Kind.ASK,
            account,
            language,
            new EnteredLeave(said),
            form -> desk.preview(account, form),
            true);
    return partly ? LeaveFormView.partOf(page) : page;
  }

  @AllowRoles(Role.EMPLOYEE)
  @PostMapping("/leave")
  ModelAndView ask(
      Account account,
      Language language,
      @RequestParam Map<String, String> said,
      @RequestParam Optional<MultipartFile> paper) {
    EnteredLeave entered = new EnteredLeave(said);
    Answer answer = enclosures.ask(account, entered, paper.filter(file -> !file.isEmpty()));
    return view.after(answer, LeaveFormView.Kind.ASK, account, language, entered);
  }

  @AllowRoles(Role.EMPLOYEE)
  @PostMapping("/leave/{caseNo}/withdraw")
  String withdraw(Account account, @PathVariable String caseNo) {
    return toRequest(desk.withdraw(account, caseNo), "withdraw");
  }

  @AllowRoles(Role.EMPLOYEE)
  @PostMapping("/leave/{caseNo}/cancel")
  String cancel(Account account, @PathVariable String caseNo) {
    return toRequest(desk.askToCancel(account, caseNo), "cancel");
  }

  private static String toRequest(Answer answer, String did) {
    return switch (answer) {
      case Answer.Done done -> "redirect:/requests/" + done.caseNo() + "?did=" + did;
      case Answer.Refused refused ->
          throw new RequestRefused(
              RequestRefused.Kind.CONFLICT,
              refused.missing().getFirst().key(),
              refused.missing().getFirst().arguments().toArray());
      case Answer.AlreadyDecided other ->
          throw new RequestRefused(RequestRefused.Kind.CONFLICT, "leave.decided-already");
      case Answer.Denied denied -> throw RequestRefused.notFound();
    };
  }
}
