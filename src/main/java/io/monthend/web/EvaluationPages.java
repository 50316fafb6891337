package io.monthend.web;

import io.monthend.evaluation.Evaluations;
import io.monthend.evaluation.MonthlyScore;
import io.monthend.explanation.Explanation;
import io.monthend.explanation.Explanation.Part;
import io.monthend.explanation.Explanations;
import io.monthend.pages.AllowRoles;
import io.monthend.pages.Asked;
import io.monthend.pages.Page;
import io.monthend.people.Access;
import io.monthend.people.Account;
import io.monthend.people.Role;
import io.monthend.rulebook.Language;
import java.util.List;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Evaluations: the history of the scores, and how one of them came about. No pay. */
@Page
class EvaluationPages {

  private final Evaluations evaluations;
  private final Explanations explanations;
  private final Whereabouts whereabouts;

  EvaluationPages(Evaluations evaluations, Explanations explanations, Whereabouts whereabouts) {
    this.evaluations = evaluations;
    this.explanations = explanations;
    this.whereabouts = whereabouts;
  }

  /** The latest of one's own, or that there is none yet. */
  @AllowRoles(Role.EMPLOYEE)
  @GetMapping("/evaluations")
  String latest(Account account) {
    String own = account.employeeNo();
    List<MonthlyScore> history = own == null ? List.of() : evaluations.history(own);
    return history.isEmpty()
        ? "web/no-evaluation"
        : "redirect:/evaluations/" + history.getLast().month();
  }

  @AllowRoles(Role.EMPLOYEE)
  @GetMapping("/evaluations/{month}")
  String own(Account account, @PathVariable String month, Language language, Model model) {
    return evaluation(account, Asked.own(account), month, language, "/evaluations/", model);
  }

  @AllowEvaluationReaders
  @GetMapping("/people/{no}/evaluations/{month}")
  String others(
      Account account,
      @PathVariable String no,
      @PathVariable String month,
      Language language,
      Model model) {
    return evaluation(account, no, month, language, "/people/" + no + "/evaluations/", model);
  }

  private String evaluation(
      Account account, String no, String month, Language language, String path, Model model) {
    Asked.require(
        Access.mayReadEvaluation(account, whereabouts.ownTeam(account), whereabouts.subject(no)));
    Explanation explanation =
        SlipView.found(explanations.explain(Asked.month(month), no, language));
    List<MonthlyScore> history = evaluations.history(no);
    model.addAttribute("slip", explanation);
    model.addAttribute("person", explanation.section(Part.PERSON));
    model.addAttribute("evaluation", explanation.section(Part.EVALUATION));
    model.addAttribute("attendance", explanation.section(Part.ATTENDANCE));
    model.addAttribute("days", explanation.section(Part.DAYS));
    model.addAttribute("history", history.reversed());
    model.addAttribute("chart", ScoreChart.of(history));
    model.addAttribute("month", month);
    model.addAttribute("path", path);
    return "web/evaluation";
  }
}
