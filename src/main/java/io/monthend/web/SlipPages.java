package io.monthend.web;

import io.monthend.kernel.PayMonth;
import io.monthend.months.PayMonths;
import io.monthend.pages.AllowRoles;
import io.monthend.pages.Asked;
import io.monthend.pages.Page;
import io.monthend.payroll.Payslips;
import io.monthend.people.Account;
import io.monthend.people.Role;
import io.monthend.rulebook.Language;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** Pay slips, each line with its reasons. */
@Page
class SlipPages {

  static final String OWN = "/slips/";

  private final SlipView view;
  private final Payslips payslips;
  private final PayMonths months;

  SlipPages(SlipView view, Payslips payslips, PayMonths months) {
    this.view = view;
    this.payslips = payslips;
    this.months = months;
  }

  /** The latest of one's own, or that there is none yet. */
  @AllowRoles(Role.EMPLOYEE)
  @GetMapping("/slips")
  String latest(Account account) {
    String own = account.employeeNo();
    List<String> months = own == null ? List.of() : payslips.publishedMonths(own);
    return months.isEmpty() ? "web/no-slip" : "redirect:/slips/" + months.getLast();
  }

  @AllowRoles(Role.EMPLOYEE)
  @GetMapping("/slips/{month}")
  ModelAndView own(
      Account account,
      @PathVariable String month,
      Language language,
      @RequestParam(defaultValue = "") String did) {
    return said(
        view.published(account, Asked.own(account), Asked.month(month), language, OWN), did);
  }

  @AllowRoles({Role.HR, Role.GENERAL_MANAGER, Role.AUDITOR})
  @GetMapping("/people/{no}/slips/{month}")
  ModelAndView others(
      Account account,
      @PathVariable String no,
      @PathVariable String month,
      Language language,
      @RequestParam(defaultValue = "") String did) {
    return said(view.published(account, no, Asked.month(month), language, pathOf(no)), did);
  }

  /** What somebody's slip would be, while its month is reviewed; the slip itself once it is out. */
  @AllowRoles({Role.HR, Role.GENERAL_MANAGER, Role.AUDITOR})
  @GetMapping("/months/{month}/people/{no}")
  ModelAndView draft(
      Account account, @PathVariable String month, @PathVariable String no, Language language) {
    PayMonth asked = Asked.month(month);
    return months.publishedRun(asked).isPresent()
        ? new ModelAndView("redirect:" + pathOf(no) + asked)
        : view.draft(account, no, asked, language);
  }

  private static ModelAndView said(ModelAndView page, String did) {
    if (did.equals("objection")) {
      page.addObject("did", did);
    }
    return page;
  }

  /** Where somebody's slips are for those who read all. */
  static String pathOf(String no) {
    return UriComponentsBuilder.fromPath("/people/{no}/slips/")
        .buildAndExpand(no)
        .encode()
        .toUriString();
  }
}
