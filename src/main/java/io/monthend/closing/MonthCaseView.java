package io.monthend.closing;

import io.monthend.closing.MonthCases.MonthCase;
import io.monthend.pages.StartPanel.Shown;
import io.monthend.people.Account;
import io.monthend.people.Role;
import io.monthend.rulebook.Language;
import io.monthend.tasks.CaseView;
import io.monthend.tasks.Message;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the page of a month's case shows to those who review and approve it. */
@Component
class MonthCaseView implements CaseView {

  private final MonthCases cases;
  private final CloseRequests requests;
  private final CloseRuns runs;
  private final ReviewFacts facts;

  MonthCaseView(MonthCases cases, CloseRequests requests, CloseRuns runs, ReviewFacts facts) {
    this.cases = cases;
    this.requests = requests;
    this.runs = runs;
    this.facts = facts;
  }

  @Override
  public String process() {
    return MonthCloseProcess.PROCESS;
  }

  @Override
  public List<Fact> facts(Account reader, String caseNo, Language language) {
    MonthCase about = cases.get(caseNo);
    List<Fact> where =
        List.of(
            Fact.plain("months.month", about.month().toString()),
            Fact.said(
                "months.state",
                Message.of("months.state." + about.stage().word().replace(' ', '-'))));
    return requests
        .latestOf(caseNo)
        .map(last -> Fact.plain("months.attempt", String.valueOf(last.attempt())))
        .map(attempt -> List.of(where.getFirst(), where.getLast(), attempt))
        .orElse(where);
  }

  @Override
  public List<Way> ways(Account reader, String caseNo) {
    return MonthView.mayRead(reader)
        ? List.of(Way.page("month.see", "/months/" + cases.get(caseNo).month()))
        : List.of();
  }

  /** Operations and whoever was only sent a copy see counts and no pay. */
  @Override
  public Optional<Shown> exhibit(Account reader, String caseNo, Language language) {
    MonthCase about = cases.get(caseNo);
    boolean isReviewer = MonthView.mayRead(reader) || reader.is(Role.PRESIDENT);
    return isReviewer && about.stage().isOpen()
        ? runs.live(about.month())
            .filter(run -> run.state() != CloseRun.State.SETTLING)
            .map(run -> new Shown("closing/review", facts.of(run, reader, language)))
        : Optional.empty();
  }
}
