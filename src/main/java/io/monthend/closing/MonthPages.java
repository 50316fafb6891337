package io.monthend.closing;

import io.monthend.kernel.PayMonth;
import io.monthend.pages.AllowRoles;
import io.monthend.pages.Asked;
import io.monthend.pages.Page;
import io.monthend.people.Account;
import io.monthend.people.Role;
import io.monthend.rulebook.Language;
import io.monthend.tasks.Answer;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The months, and what is done about one. */
@Page
class MonthPages {

  private static final Set<String> DEEDS =
      Set.of("start", "paid", "reopen-ask", "reopen-agree", "reopen-refuse");

  private final MonthView view;
  private final MonthDesk desk;
  private final MonthReopenings reopenings;

  MonthPages(MonthView view, MonthDesk desk, MonthReopenings reopenings) {
    this.view = view;
    this.desk = desk;
    this.reopenings = reopenings;
  }

  /**
   * One month.
   *
   * @param did what has just been done here, to be said
   */
  @AllowRoles({Role.OPERATIONS, Role.HR, Role.GENERAL_MANAGER, Role.AUDITOR})
  @GetMapping("/months/{month}")
  ModelAndView month(
      Account account,
      Language language,
      @PathVariable String month,
      @RequestParam(defaultValue = "") String did) {
    ModelAndView page = view.show(account, language, Asked.month(month));
    if (DEEDS.contains(did)) {
      page.addObject("did", did);
    }
    return page;
  }

  /** The run as it stands; a page that follows it is loaded anew when it has ended. */
  @AllowRoles({Role.OPERATIONS, Role.HR, Role.GENERAL_MANAGER, Role.AUDITOR})
  @GetMapping("/months/{month}/progress")
  @Nullable ModelAndView progress(
      Language language,
      @PathVariable String month,
      @RequestHeader(name = "HX-Request", defaultValue = "false") boolean isByScript,
      HttpServletResponse response) {
    ModelAndView part = view.progress(language, Asked.month(month));
    if (part != null) {
      return part;
    }
    if (isByScript) {
      response.setHeader("HX-Refresh", "true");
      return null;
    }
    return new ModelAndView("redirect:/months/" + Asked.month(month));
  }

  @AllowRoles({Role.OPERATIONS, Role.HR})
  @PostMapping("/months/{month}/start")
  ModelAndView start(Account account, Language language, @PathVariable String month) {
    PayMonth asked = Asked.month(month);
    return view.after(desk.start(account, asked), account, language, asked, "start", "");
  }

  @AllowRoles(Role.HR)
  @PostMapping("/months/{month}/paid")
  ModelAndView paid(
      Account account,
      Language language,
      @PathVariable String month,
      @RequestParam(defaultValue = "false") boolean confirmed) {
    PayMonth asked = Asked.month(month);
    return view.after(
        reopenings.markPaid(account, asked, confirmed), account, language, asked, "paid", "");
  }

  @AllowRoles({Role.HR, Role.GENERAL_MANAGER})
  @PostMapping("/months/{month}/reopening")
  ModelAndView reopen(
      Account account,
      Language language,
      @PathVariable String month,
      @RequestParam(defaultValue = "") String reason) {
    PayMonth asked = Asked.month(month);
    return view.after(
        reopenings.ask(account, asked, reason), account, language, asked, "reopen-ask", reason);
  }

  @AllowRoles({Role.HR, Role.GENERAL_MANAGER})
  @PostMapping("/months/{month}/reopening/answer")
  ModelAndView answer(
      Account account,
      Language language,
      @PathVariable String month,
      @RequestParam(defaultValue = "false") boolean agrees) {
    PayMonth asked = Asked.month(month);
    Answer answer = reopenings.answer(account, asked, agrees);
    return view.after(
        answer, account, language, asked, agrees ? "reopen-agree" : "reopen-refuse", "");
  }
}
