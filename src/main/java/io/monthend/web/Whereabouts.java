package io.monthend.web;

import io.monthend.pages.Page;
import io.monthend.people.Access.Subject;
import io.monthend.people.Account;
import io.monthend.people.Employee;
import io.monthend.people.Employees;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Who belongs to which team, for deciding who may see whom. */
@Component
@Profile(Page.SERVED)
class Whereabouts {

  private final Employees employees;

  Whereabouts(Employees employees) {
    this.employees = employees;
  }

  /** Somebody on the payroll, known or not. */
  Subject subject(String employeeNo) {
    return new Subject(employeeNo, team(employeeNo));
  }

  /** The team of the account's own employee. */
  @Nullable String ownTeam(Account account) {
    String own = account.employeeNo();
    return own == null ? null : team(own);
  }

  private @Nullable String team(String employeeNo) {
    return employees.newest(employeeNo).map(Employee::team).orElse(null);
  }
}
