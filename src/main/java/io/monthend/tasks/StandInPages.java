package io.monthend.tasks;

import io.monthend.pages.AllowSignedIn;
import io.monthend.pages.Page;
import io.monthend.people.Account;
import io.monthend.people.Accounts;
import io.monthend.people.Role;
import io.monthend.rulebook.Language;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who stands in for whom: one's own rules, and those of others whose attendance one may see. */
@Page
class StandInPages {

  private static final String PATH = "/stand-ins";
  private static final Set<String> DEEDS = Set.of("stand-in", "stand-in-ended");

  /** What was filled in; dates as they came. */
  record Wanted(String absent, String person, String from, String to, boolean onlyOnLeave) {}

  private final StandIns standIns;
  private final Accounts accounts;
  private final CaseEvents events;
  private final Speeches speeches;

  StandInPages(StandIns standIns, Accounts accounts, CaseEvents events, Speeches speeches) {
    this.standIns = standIns;
    this.accounts = accounts;
    this.events = events;
    this.speeches = speeches;
  }

  @AllowSignedIn
  @GetMapping(PATH)
  ModelAndView page(Account account, @RequestParam(defaultValue = "") String did) {
    ModelAndView page = show(account, new Wanted("", "", "", "", false));
    if (DEEDS.contains(did)) {
      page.addObject("did", did);
    }
    return page;
  }

  /**
   * Names a stand-in.
   *
   * @param absent for whom, as HR; blank = for oneself
   */
  @AllowSignedIn
  @PostMapping(PATH)
  ModelAndView appoint(
      Account account,
      Language language,
      @RequestParam(defaultValue = "") String absent,
      @RequestParam(defaultValue = "") String person,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String to,
      @RequestParam(defaultValue = "false") boolean onlyOnLeave) {
    List<Message> missing = appoint(account, new Wanted(absent, person, from, to, onlyOnLeave));
    if (missing.isEmpty()) {
      return new ModelAndView("redirect:" + PATH + "?did=stand-in");
    }
    return refused(account, language, new Wanted(absent, person, from, to, onlyOnLeave), missing);
  }

  private List<Message> appoint(Account by, Wanted wanted) {
    Optional<LocalDate> from = day(wanted.from());
    Optional<LocalDate> to = day(wanted.to());
    if (from.isEmpty() || to.isEmpty()) {
      return List.of(Message.of("standin.dates-missing"));
    }
    return standIns.appoint(
        by,
        wanted.absent().isBlank() ? by.username() : username(wanted.absent()),
        username(wanted.person()),
        from.get(),
        to.get(),
        wanted.onlyOnLeave());
  }

  private String username(String person) {
    return accounts.named(person).map(Account::username).orElse(person);
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Ends a rule. */
  @AllowSignedIn
  @PostMapping(PATH + "/end")
  ModelAndView end(
      Account account, Language language, @RequestParam(defaultValue = "0") long rule) {
    return standIns.revoke(account, rule)
        ? new ModelAndView("redirect:" + PATH + "?did=stand-in-ended")
        : refused(
            account,
            language,
            new Wanted("", "", "", "", false),
            List.of(Message.of("standin.gone")));
  }

  private ModelAndView refused(
      Account account, Language language, Wanted wanted, List<Message> missing) {
    ModelAndView page = show(account, wanted);
    page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    page.addObject("missing", speeches.in(language).all(missing));
    return page;
  }

  private ModelAndView show(Account account, Wanted wanted) {
    List<StandIns.Rule> rules = standIns.of(account);
    ModelAndView page = new ModelAndView("tasks/stand-ins");
    page.addObject("wanted", wanted);
    page.addObject("today", events.today());
    page.addObject("forMe", rules.stream().filter(rule -> isAbout(rule, account)).toList());
    page.addObject("byMe", rules.stream().filter(rule -> !isAbout(rule, account)).toList());
    page.addObject("isHr", account.is(Role.HR));
    page.addObject("others", standIns.ofOthers(account));
    return page;
  }

  private static boolean isAbout(StandIns.Rule rule, Account account) {
    return rule.absent().equals(account.username());
  }
}
