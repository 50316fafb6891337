package io.monthend.web;

import io.monthend.closing.Objections;
import io.monthend.kernel.PayMonth;
import io.monthend.pages.AllowRoles;
import io.monthend.pages.Asked;
import io.monthend.pages.Page;
import io.monthend.people.Account;
import io.monthend.people.Role;
import io.monthend.rulebook.Language;
import io.monthend.tasks.Speeches;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What people object to on their slips, and the answers. */
@Page
class ObjectionPages {

  private final Objections objections;
  private final SlipView view;
  private final Speeches speeches;

  ObjectionPages(Objections objections, SlipView view, Speeches speeches) {
    this.objections = objections;
    this.view = view;
    this.speeches = speeches;
  }

  /** Those nobody has closed. */
  @AllowRoles({Role.HR, Role.GENERAL_MANAGER, Role.AUDITOR})
  @GetMapping("/objections")
  ModelAndView open(Language language) {
    ModelAndView page = new ModelAndView("web/objections");
    page.addObject("objections", objections.open());
    page.addObject("say", speeches.in(language));
    return page;
  }

  /** Objects to a line of one's own slip, or says more about it. */
  @AllowRoles(Role.EMPLOYEE)
  @PostMapping("/slips/{month}/objections")
  ModelAndView object(
      Account account,
      Language language,
      @PathVariable String month,
      @RequestParam(defaultValue = "0") int line,
      @RequestParam(defaultValue = "") String words) {
    PayMonth asked = Asked.month(month);
    return view.after(
        objections.object(account, asked, line, words),
        account,
        Asked.own(account),
        asked,
        language,
        SlipPages.OWN);
  }

  /** HR answers, and closes it if that is all. */
  @AllowRoles(Role.HR)
  @PostMapping("/people/{no}/slips/{month}/objections")
  ModelAndView answer(
      Account account,
      Language language,
      @PathVariable String no,
      @PathVariable String month,
      @RequestParam(defaultValue = "0") int line,
      @RequestParam(defaultValue = "") String words,
      @RequestParam(defaultValue = "false") boolean closes) {
    PayMonth asked = Asked.month(month);
    return view.after(
        objections.answer(account, asked, no, line, words, closes),
        account,
        no,
        asked,
        language,
        SlipPages.pathOf(no));
  }
}
