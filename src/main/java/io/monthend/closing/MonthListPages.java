package io.monthend.closing;

import io.monthend.pages.AllowRoles;
import io.monthend.pages.Asked;
import io.monthend.pages.Page;
import io.monthend.people.Account;
import io.monthend.people.Role;
import io.monthend.rulebook.Language;
import io.monthend.tasks.Speeches;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** All months, and the timer that closes them by itself. */
@Page
class MonthListPages {

  private static final int SHOWN = 24;
  private static final int LAST_DAY = 31;
  private static final int LAST_HOUR = 23;
  private static final int MOST_OFFSET = 2;

  private final MonthOverview overview;
  private final CloseTimer timer;
  private final Speeches speeches;

  MonthListPages(MonthOverview overview, CloseTimer timer, Speeches speeches) {
    this.overview = overview;
    this.timer = timer;
    this.speeches = speeches;
  }

  /**
   * The list.
   *
   * @param month one to go to, that may not be in it
   */
  @AllowRoles({Role.OPERATIONS, Role.HR, Role.GENERAL_MANAGER, Role.AUDITOR})
  @GetMapping("/months")
  ModelAndView months(
      Account account,
      Language language,
      @RequestParam(defaultValue = "") String month,
      @RequestParam(defaultValue = "") String did) {
    if (!month.isBlank()) {
      return new ModelAndView("redirect:/months/" + Asked.month(month.strip()));
    }
    ModelAndView page = new ModelAndView("closing/months");
    page.addObject("lines", overview.latest(SHOWN));
    page.addObject("say", speeches.in(language));
    page.addObject("timer", timer.setting().orElse(null));
    page.addObject("timerMonth", timer.setting().map(timer::month).orElse(null));
    page.addObject("maySetTimer", account.is(Role.OPERATIONS));
    page.addObject("did", Set.of("timer-set", "timer-stop").contains(did) ? did : null);
    return page;
  }

  @AllowRoles(Role.OPERATIONS)
  @PostMapping("/months/timer")
  String set(
      Account account,
      @RequestParam(defaultValue = "2") int day,
      @RequestParam(defaultValue = "9") int hour,
      @RequestParam(defaultValue = "1") int offset) {
    timer.set(
        account,
        Math.clamp(day, 1, LAST_DAY),
        Math.clamp(hour, 0, LAST_HOUR),
        Math.clamp(offset, 0, MOST_OFFSET));
    return "redirect:/months?did=timer-set";
  }

  @AllowRoles(Role.OPERATIONS)
  @PostMapping("/months/timer/stop")
  String stop(Account account) {
    timer.stop(account);
    return "redirect:/months?did=timer-stop";
  }
}
