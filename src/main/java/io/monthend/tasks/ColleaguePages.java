package io.monthend.tasks;

import io.monthend.pages.AllowSignedIn;
import io.monthend.pages.Page;
import io.monthend.people.Account;
import io.monthend.people.Accounts;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Whom somebody may mean while they type, for fields in which a person is named. */
@Page
class ColleaguePages {

  private static final int MOST = 10;

  private final Accounts accounts;

  ColleaguePages(Accounts accounts) {
    this.accounts = accounts;
  }

  @AllowSignedIn
  @GetMapping("/colleagues")
  ModelAndView like(@RequestParam(defaultValue = "") String person) {
    List<Account> found = person.isBlank() ? List.of() : accounts.search(person, MOST);
    return new ModelAndView("tasks/colleagues", "found", found);
  }
}
