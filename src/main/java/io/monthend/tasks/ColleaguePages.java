package io.monthend.tasks;

import io.monthend.pages.AllowSignedIn;
import io.monthend.pages.Page;
import io.monthend.people.Account;
import io.monthend.people.Accounts;
import java.util.List;
import java.util.Map;
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

  /** The field sends itself, whatever it is called. */
  @AllowSignedIn
  @GetMapping("/colleagues")
  ModelAndView like(@RequestParam Map<String, String> field) {
    String typed = field.values().stream().findFirst().orElse("");
    List<Account> found = typed.isBlank() ? List.of() : accounts.search(typed, MOST);
    return new ModelAndView("tasks/colleagues", "found", found);
  }
}
