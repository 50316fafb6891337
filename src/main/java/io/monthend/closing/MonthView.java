package io.monthend.closing;

import io.monthend.closing.MonthOverview.Line;
import io.monthend.kernel.PayMonth;
import io.monthend.pages.Page;
import io.monthend.pages.RequestRefused;
import io.monthend.people.Access;
import io.monthend.people.Account;
import io.monthend.people.Role;
import io.monthend.rulebook.Language;
import io.monthend.tasks.Answer;
import io.monthend.tasks.Cases;
import io.monthend.tasks.Decisions;
import io.monthend.tasks.Speech;
import io.monthend.tasks.Speeches;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The page of one month, fresh from the database, as far as the reader may look. */
@Component
@Profile(Page.SERVED)
class MonthView {

  private final MonthOverview overview;
  private final MonthReadiness readiness;
  private final MonthReopenings reopenings;
  private final CloseRequests requests;
  private final CloseAskers askers;
  private final CloseRuns runs;
  private final ReviewFacts facts;
  private final RunForecast forecast;
  private final Cases cases;
  private final Decisions decisions;
  private final Speeches speeches;
  private final Clock clock;

  MonthView(
      MonthOverview overview,
      MonthReadiness readiness,
      MonthReopenings reopenings,
      CloseRequests requests,
      CloseAskers askers,
      CloseRuns runs,
      ReviewFacts facts,
      RunForecast forecast,
      Cases cases,
      Decisions decisions,
      Speeches speeches,
      Clock clock) {
    this.overview = overview;
    this.readiness = readiness;
    this.reopenings = reopenings;
    this.requests = requests;
    this.askers = askers;
    this.runs = runs;
    this.facts = facts;
    this.forecast = forecast;
    this.cases = cases;
    this.decisions = decisions;
    this.speeches = speeches;
    this.clock = clock;
  }

  /** Whether somebody may look at the months. */
  static boolean mayRead(Account who) {
    return who.isAny(Role.OPERATIONS, Role.HR, Role.GENERAL_MANAGER, Role.AUDITOR);
  }

  /** The page after an answer: shown anew where it is done, else with what is in the way. */
  ModelAndView after(
      Answer answer, Account who, Language language, PayMonth month, String deed, String reason) {
    return switch (answer) {
      case Answer.Done done -> {
        ModelAndView page = new ModelAndView("redirect:/months/{month}");
        page.addObject("month", month.toString());
        page.addObject("did", deed);
        yield page;
      }
      case Answer.Denied denied -> throw RequestRefused.notFound();
      case Answer.AlreadyDecided other -> {
        ModelAndView page = show(who, language, month);
        page.setStatus(HttpStatus.CONFLICT);
        page.addObject("missing", List.of(speeches.in(language).faster(other)));
        yield page;
      }
      case Answer.Refused refused -> {
        ModelAndView page = show(who, language, month);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        page.addObject("missing", speeches.in(language).all(refused.missing()));
        page.addObject("reason", reason);
        yield page;
      }
    };
  }

  ModelAndView show(Account who, Language language, PayMonth month) {
    Line line = overview.of(month);
    Optional<CloseRun> run = runs.live(month);
    Speech say = speeches.in(language);
    ModelAndView page = new ModelAndView("closing/month");
    page.addObject("month", month);
    page.addObject("line", line);
    page.addObject("say", say);
    page.addObject("isOver", month.last().isBefore(today()));
    page.addObject("readiness", line.awaitsFacts() ? readiness.of(month) : null);
    addDeeds(page, who, line);
    addRun(page, who, line, run, language);
    page.addObject("history", overview.history(month));
    return page;
  }

  private void addDeeds(ModelAndView page, Account who, Line line) {
    boolean isUnpaid = line.isPublished() && !line.isPaid();
    page.addObject("mayStart", line.isOpen() && askers.may(who));
    page.addObject("isOnlyReviewer", line.isOpen() && who.is(Role.HR) && !askers.may(who));
    page.addObject("mayMarkPaid", isUnpaid && MonthReopenings.mayMarkPaid(who));
    page.addObject("mayReopen", isUnpaid && MonthReopenings.mayReopen(who));
    page.addObject("reopening", isUnpaid ? reopenings.open(line.month()).orElse(null) : null);
    String caseNo = line.caseNo();
    page.addObject("mayOpenCase", caseNo != null && cases.find(who, caseNo).isPresent());
    page.addObject("holders", caseNo == null ? List.of() : decisions.holders(caseNo));
  }

  private void addRun(
      ModelAndView page, Account who, Line line, Optional<CloseRun> run, Language language) {
    Optional<CloseRequest> request = requests.latest(line.month());
    page.addObject("request", request.orElse(null));
    page.addObject("forecast", request.filter(it -> isOf(it, line)).map(forecast::of).orElse(null));
    run.filter(it -> it.state() != CloseRun.State.SETTLING)
        .ifPresent(it -> {
          page.addObject("review", facts.of(it, who, language));
          page.addObject("files", Access.mayReadAllPay(who) ? ResultPages.FILES : List.of());
        });
  }

  /** A request whose case is over, or one of a month that is open again, is history. */
  private static boolean isOf(CloseRequest request, Line line) {
    return line.isPublished() || (line.caseNo() != null && line.caseNo().equals(request.caseNo()));
  }

  /** The part of the page that follows a run; null once there is nothing to follow. */
  @Nullable ModelAndView progress(Language language, PayMonth month) {
    Line line = overview.of(month);
    Optional<CloseRequest> request = requests.latest(month);
    if (!line.isRunning() || request.isEmpty()) {
      return null;
    }
    ModelAndView part = new ModelAndView("closing/progress :: progress");
    part.addObject("month", month);
    part.addObject("line", line);
    part.addObject("say", speeches.in(language));
    part.addObject("forecast", forecast.of(request.get()));
    return part;
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), clock.getZone());
  }
}
