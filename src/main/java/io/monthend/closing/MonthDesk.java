package io.monthend.closing;

import io.monthend.kernel.PayMonth;
import io.monthend.months.PayMonths;
import io.monthend.people.Account;
import io.monthend.people.Accounts;
import io.monthend.people.Role;
import io.monthend.rulebook.RuleBooks;
import io.monthend.tasks.Answer;
import io.monthend.tasks.Answer.Denied;
import io.monthend.tasks.Answer.Done;
import io.monthend.tasks.Answer.Refused;
import io.monthend.tasks.Cases;
import io.monthend.tasks.Deed;
import io.monthend.tasks.Message;
import io.monthend.tasks.NewCase;
import io.monthend.tasks.TaskTransactions;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where people ask that a month be closed. */
@Component
class MonthDesk {

  private final PayMonths months;
  private final MonthCases monthCases;
  private final CloseRequests requests;
  private final CloseAskers askers;
  private final Accounts accounts;
  private final Cases cases;
  private final TaskTransactions transactions;
  private final ApplicationEventPublisher events;
  private final JdbcClient jdbc;
  private final RuleBooks ruleBooks = RuleBooks.bundled();

  MonthDesk(
      PayMonths months,
      MonthCases monthCases,
      CloseRequests requests,
      CloseAskers askers,
      Accounts accounts,
      Cases cases,
      TaskTransactions transactions,
      ApplicationEventPublisher events,
      JdbcClient jdbc) {
    this.months = months;
    this.monthCases = monthCases;
    this.requests = requests;
    this.askers = askers;
    this.accounts = accounts;
    this.cases = cases;
    this.transactions = transactions;
    this.events = events;
    this.jdbc = jdbc;
  }

  /** Begins the close of a month from the books. */
  Answer start(Account who, PayMonth month) {
    return transactions.inOne(() -> {
      if (!who.isAny(Role.OPERATIONS, Role.HR)) {
        return new Denied();
      }
      List<Message> problems = problems(who, month);
      return problems.isEmpty() ? open(who, month) : new Refused(problems);
    });
  }

  /**
   * What stands in the way of beginning; if nothing does, nothing comes between until the
   * transaction ends.
   */
  List<Message> problems(Account who, PayMonth month) {
    hold(month);
    if (!askers.may(who)) {
      return List.of(Message.of("month.only-reviewer"));
    }
    if (monthCases.openOf(month).isPresent() || requests.isAsked(month)) {
      return List.of(Message.of("month.close-open-already", month.toString()));
    }
    return switch (months.state(month)) {
      case PUBLISHED, PAID -> List.of(Message.of("month.closed-already", month.toString()));
      case OPEN, CLOSING, IN_REVIEW ->
          ruleBooks.inEffect(month).isEmpty()
              ? List.of(Message.of("month.no-rulebook", month.toString()))
              : List.of();
    };
  }

  /** Nobody else begins or ends a close of the month until the transaction ends. */
  private void hold(PayMonth month) {
    jdbc.sql("insert into pay_month (month, state) values (:month, 'open') on conflict do nothing")
        .param("month", month.toString())
        .update();
    jdbc.sql("select 1 from pay_month where month = :month for no key update")
        .param("month", month.toString())
        .query(Integer.class)
        .single();
  }

  private Answer open(Account who, PayMonth month) {
    String caseNo = monthCases.open(month);
    cases.open(
        new NewCase(
            caseNo, MonthCloseProcess.PROCESS, who, null, List.of(), MonthCases.summary(month)),
        Map.of());
    events.publishEvent(MonthDeed.of(who.username(), "month.close-asked", month));
    return new Done(caseNo);
  }

  /**
   * Gives a request from the command line its case: a new one, or the one that waits for files.
   * Tells whether it has one now.
   */
  boolean adopt(CloseRequest request) {
    return transactions
        .inOne(() -> {
          hold(request.month());
          return monthCases
              .openOf(request.month())
              .<Answer>map(waiting ->
                  cases.send(
                          waiting.caseNo(),
                          accounts.find(request.askedBy()).orElseThrow(),
                          Deed.SUBMITTED,
                          MonthCloseProcess.FILES_CAME,
                          Map.of())
                      ? new Done(waiting.caseNo())
                      : new Denied())
              .orElseGet(
                  () -> open(accounts.find(request.askedBy()).orElseThrow(), request.month()));
        })
        .isDone();
  }
}
