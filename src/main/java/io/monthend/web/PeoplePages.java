package io.monthend.web;

import io.monthend.kernel.PayMonth;
import io.monthend.months.PayMonths;
import io.monthend.pages.Page;
import io.monthend.people.Access;
import io.monthend.people.Account;
import io.monthend.people.Employee;
import io.monthend.people.Employees;
import java.util.List;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Finding somebody, as far as one may look. */
@Page
class PeoplePages {

  private static final int MOST = 200;
  private static final int LONGEST_QUESTION = 60;

  private final Employees employees;
  private final PayMonths months;
  private final Whereabouts whereabouts;

  PeoplePages(Employees employees, PayMonths months, Whereabouts whereabouts) {
    this.employees = employees;
    this.months = months;
    this.whereabouts = whereabouts;
  }

  @AllowEvaluationReaders
  @GetMapping("/people")
  String people(Account account, @RequestParam(defaultValue = "") String q, Model model) {
    String question = q.strip().substring(0, Math.min(LONGEST_QUESTION, q.strip().length()));
    List<PayMonth> published = months.published();
    List<Employee> found = List.of();
    if (!published.isEmpty()) {
      PayMonth month = published.getLast();
      model.addAttribute("month", month);
      found = search(account, month, question);
    }
    model.addAttribute("question", question);
    model.addAttribute("people", found);
    model.addAttribute("isCut", found.size() == MOST);
    model.addAttribute("showsPay", Access.mayReadAllPay(account));
    return "web/people";
  }

  /** A leader finds the own team only. */
  private List<Employee> search(Account account, PayMonth month, String question) {
    long run = months.publishedRun(month).orElseThrow();
    if (Access.mayReadAllEvaluations(account)) {
      return employees.search(run, question, "", MOST);
    }
    String team = whereabouts.ownTeam(account);
    return team == null ? List.of() : employees.search(run, question, team, MOST);
  }
}
