package io.monthend.closing;

import io.monthend.pages.AllowRoles;
import io.monthend.pages.Page;
import io.monthend.people.Account;
import io.monthend.people.Role;
import io.monthend.rulebook.Language;
import io.monthend.tasks.EngineState;
import io.monthend.tasks.Speeches;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What runs, what waits and what has failed, for those who keep it running. */
@Page
class OperationsPages {

  private static final int RUNS = 30;

  private final EngineState engine;
  private final RunRecord runs;
  private final Speeches speeches;

  OperationsPages(EngineState engine, RunRecord runs, Speeches speeches) {
    this.engine = engine;
    this.runs = runs;
    this.speeches = speeches;
  }

  @AllowRoles({Role.OPERATIONS, Role.AUDITOR})
  @GetMapping("/operations")
  ModelAndView operations(
      Account account, Language language, @RequestParam(defaultValue = "") String did) {
    ModelAndView page = new ModelAndView("closing/operations");
    page.addObject("say", speeches.in(language));
    page.addObject("failed", engine.failed());
    page.addObject("timers", engine.timers());
    page.addObject("versions", engine.versions());
    page.addObject("runs", runs.latest(RUNS));
    page.addObject("mayRetry", account.is(Role.OPERATIONS));
    page.addObject("isRetried", did.equals("retry"));
    return page;
  }

  /** Has dead work tried again. */
  @AllowRoles(Role.OPERATIONS)
  @PostMapping("/operations/retry")
  ModelAndView retry(
      Account account, Language language, @RequestParam(defaultValue = "") String job) {
    if (!job.isBlank() && engine.retry(account.username(), job)) {
      return new ModelAndView("redirect:/operations?did=retry");
    }
    ModelAndView page = operations(account, language, "");
    page.setStatus(HttpStatus.CONFLICT);
    page.addObject("isGone", true);
    return page;
  }
}
