package io.monthend.web;

import io.monthend.closing.Objections;
import io.monthend.closing.Objections.Objection;
import io.monthend.explanation.Explained;
import io.monthend.explanation.Explanation;
import io.monthend.explanation.Explanation.Entry;
import io.monthend.explanation.Explanation.Part;
import io.monthend.explanation.Explanations;
import io.monthend.kernel.PayMonth;
import io.monthend.leave.LeaveTrails;
import io.monthend.pages.Asked;
import io.monthend.pages.Page;
import io.monthend.pages.RequestRefused;
import io.monthend.payroll.Payslips;
import io.monthend.people.Access;
import io.monthend.people.Access.Subject;
import io.monthend.people.Account;
import io.monthend.people.Role;
import io.monthend.rulebook.Language;
import io.monthend.tasks.Answer;
import io.monthend.tasks.Speech;
import io.monthend.tasks.Speeches;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The page of one slip, for whoever may read it, with what was objected to. */
@Component
@Profile(Page.SERVED)
class SlipView {

  private final Payslips payslips;
  private final Explanations explanations;
  private final Objections objections;
  private final LeaveTrails trails;
  private final Speeches speeches;

  SlipView(
      Payslips payslips,
      Explanations explanations,
      Objections objections,
      LeaveTrails trails,
      Speeches speeches) {
    this.payslips = payslips;
    this.explanations = explanations;
    this.objections = objections;
    this.trails = trails;
    this.speeches = speeches;
  }

  /** A line of a slip that can be objected to. */
  record Line(int number, String label) {}

  /** An objection, and what the line it is about is called. */
  record Discussion(Objection about, String label) {}

  /**
   * A published slip.
   *
   * @param path where the months of the same person are
   */
  ModelAndView published(
      Account account, String no, PayMonth month, Language language, String path) {
    requireAccess(account, no);
    ModelAndView page = page(account, found(explanations.explain(month, no, language)), month);
    page.addObject("isDraft", false);
    page.addObject("months", payslips.publishedMonths(no).reversed());
    page.addObject("path", path);
    addObjections(page, account, no, month, language);
    return page;
  }

  /** What a slip would be, while its month is reviewed. */
  ModelAndView draft(Account account, String no, PayMonth month, Language language) {
    requireAccess(account, no);
    ModelAndView page = page(account, found(explanations.explainDraft(month, no, language)), month);
    page.addObject("isDraft", true);
    return page;
  }

  /** The page after an answer: gone back to where it is done, else shown with what is wrong. */
  ModelAndView after(
      Answer answer, Account account, String no, PayMonth month, Language language, String path) {
    return switch (answer) {
      case Answer.Done done -> new ModelAndView("redirect:" + path + month + "?did=objection");
      case Answer.Denied denied -> throw RequestRefused.notFound();
      case Answer.AlreadyDecided other ->
          throw new IllegalStateException("Nobody decides about an objection");
      case Answer.Refused refused -> {
        ModelAndView page = published(account, no, month, language, path);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        page.addObject("missing", speeches.in(language).all(refused.missing()));
        yield page;
      }
    };
  }

  private void addObjections(
      ModelAndView page, Account account, String no, PayMonth month, Language language) {
    Speech say = speeches.in(language);
    List<Line> lines =
        section(page, Part.PAYSLIP).stream()
            .filter(entry -> entry.number() > 0)
            .map(entry -> new Line(entry.number(), entry.label()))
            .toList();
    page.addObject("say", say);
    page.addObject("lines", lines);
    page.addObject(
        "threads",
        objections.of(month, no).stream()
            .map(about -> new Discussion(about, label(about, lines, say)))
            .toList());
    page.addObject("mayObject", Access.isOwn(account, new Subject(no, null)));
    page.addObject("mayAnswer", account.is(Role.HR) && !account.isOf(no));
    page.addObject("no", no);
  }

  private static String label(Objection about, List<Line> lines, Speech say) {
    return lines.stream()
        .filter(line -> about.isCurrent() && line.number() == about.line())
        .map(Line::label)
        .findFirst()
        .orElseGet(() -> say.text("objection.earlier-slip", about.line()));
  }

  private static List<Entry> section(ModelAndView page, Part part) {
    return page.getModel().get("slip") instanceof Explanation slip
        ? slip.section(part).entries()
        : List.of();
  }

  private ModelAndView page(Account account, Explanation explanation, PayMonth month) {
    ModelAndView page = new ModelAndView("web/slip");
    page.addObject("slip", explanation);
    page.addObject("person", explanation.section(Part.PERSON));
    page.addObject("payslip", explanation.section(Part.PAYSLIP));
    page.addObject("evaluation", explanation.section(Part.EVALUATION));
    page.addObject(
        "rest",
        List.of(
            explanation.section(Part.ATTENDANCE),
            explanation.section(Part.DAYS),
            explanation.section(Part.REVIEW)));
    page.addObject("month", month.toString());
    page.addObject("trails", trailsOf(explanation, account));
    return page;
  }

  /** How the leave behind the lines came to be, as far as the reader may see it. */
  private Map<String, LeaveTrails.Trail> trailsOf(Explanation explanation, Account reader) {
    List<String> leaves =
        explanation.section(Part.PAYSLIP).entries().stream()
            .map(Entry::leaveNo)
            .filter(leave -> !leave.isEmpty())
            .toList();
    return trails.of(reader, leaves, explanation.language());
  }

  private static void requireAccess(Account account, String no) {
    Asked.require(Access.mayReadPay(account, new Subject(no, null)));
  }

  /** The explanation that was asked for. */
  static Explanation found(Explained answer) {
    if (answer instanceof Explained.Found found) {
      return found.explanation();
    }
    throw RequestRefused.notFound();
  }
}
