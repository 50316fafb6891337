package io.monthend.web;

import io.monthend.explanation.Explained;
import io.monthend.explanation.Explanation;
import io.monthend.explanation.Explanation.Entry;
import io.monthend.explanation.Explanation.Part;
import io.monthend.explanation.Explanations;
import io.monthend.kernel.PayMonth;
import io.monthend.leave.LeaveTrails;
import io.monthend.months.PayMonths;
import io.monthend.pages.AllowRoles;
import io.monthend.pages.Page;
import io.monthend.pages.RequestRefused;
import io.monthend.payroll.Payslips;
import io.monthend.people.Access;
import io.monthend.people.Access.Subject;
import io.monthend.people.Account;
import io.monthend.people.Role;
import io.monthend.rulebook.Language;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.util.UriUtils;

/** Pay slips, each line with its reasons. */
@Page
class SlipPages {

  private final Payslips payslips;
  private final PayMonths months;
  private final Explanations explanations;
  private final LeaveTrails trails;

  SlipPages(Payslips payslips, PayMonths months, Explanations explanations, LeaveTrails trails) {
    this.payslips = payslips;
    this.months = months;
    this.explanations = explanations;
    this.trails = trails;
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
  String own(Account account, @PathVariable String month, Language language, Model model) {
    String own = account.employeeNo();
    if (own == null) {
      throw RequestRefused.notFound();
    }
    return slip(account, own, month, language, "/slips/", model);
  }

  @AllowRoles({Role.HR, Role.GENERAL_MANAGER, Role.AUDITOR})
  @GetMapping("/people/{no}/slips/{month}")
  String others(
      Account account,
      @PathVariable String no,
      @PathVariable String month,
      Language language,
      Model model) {
    return slip(account, no, month, language, "/people/" + no + "/slips/", model);
  }

  /** What somebody's slip would be, while its month is reviewed; the slip itself once it is out. */
  @AllowRoles({Role.HR, Role.GENERAL_MANAGER, Role.AUDITOR})
  @GetMapping("/months/{month}/people/{no}")
  String draft(
      Account account,
      @PathVariable String month,
      @PathVariable String no,
      Language language,
      Model model) {
    if (!Access.mayReadPay(account, new Subject(no, null))) {
      throw RequestRefused.notFound();
    }
    PayMonth asked = monthOf(month);
    if (months.publishedRun(asked).isPresent()) {
      return "redirect:/people/"
          + UriUtils.encodePathSegment(no, StandardCharsets.UTF_8)
          + "/slips/"
          + asked;
    }
    if (explanations.explainDraft(asked, no, language) instanceof Explained.Found found) {
      addTrails(account, found.explanation(), model);
      return show(found.explanation(), true, month, List.of(), "", model);
    }
    throw RequestRefused.notFound();
  }

  private String slip(
      Account account, String no, String month, Language language, String path, Model model) {
    if (!Access.mayReadPay(account, new Subject(no, null))) {
      throw RequestRefused.notFound();
    }
    Explanation explanation = explain(month, no, language);
    addTrails(account, explanation, model);
    return show(explanation, false, month, payslips.publishedMonths(no).reversed(), path, model);
  }

  /** How the leave behind the lines came to be, as far as the reader may see it. */
  private void addTrails(Account account, Explanation explanation, Model model) {
    List<String> leaves =
        explanation.section(Part.PAYSLIP).entries().stream()
            .map(Entry::leaveNo)
            .filter(leave -> !leave.isEmpty())
            .toList();
    model.addAttribute("trails", trails.of(account, leaves, explanation.language()));
  }

  private static String show(
      Explanation explanation,
      boolean isDraft,
      String month,
      List<String> months,
      String path,
      Model model) {
    model.addAttribute("isDraft", isDraft);
    model.addAttribute("slip", explanation);
    model.addAttribute("person", explanation.section(Part.PERSON));
    model.addAttribute("payslip", explanation.section(Part.PAYSLIP));
    model.addAttribute("evaluation", explanation.section(Part.EVALUATION));
    model.addAttribute(
        "rest",
        List.of(
            explanation.section(Part.ATTENDANCE),
            explanation.section(Part.DAYS),
            explanation.section(Part.REVIEW)));
    model.addAttribute("month", month);
    model.addAttribute("months", months);
    model.addAttribute("path", path);
    return "web/slip";
  }

  private Explanation explain(String month, String no, Language language) {
    if (explanations.explain(monthOf(month), no, language) instanceof Explained.Found found) {
      return found.explanation();
    }
    throw RequestRefused.notFound();
  }

  static PayMonth monthOf(String text) {
    try {
      return PayMonth.of(text);
    } catch (IllegalArgumentException e) {
      throw RequestRefused.notFound();
    }
  }
}
