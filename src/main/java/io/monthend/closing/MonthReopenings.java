package io.monthend.closing;

import io.monthend.kernel.PayMonth;
import io.monthend.months.MonthLock;
import io.monthend.months.PayMonths;
import io.monthend.people.Account;
import io.monthend.people.Accounts;
import io.monthend.people.Role;
import io.monthend.tasks.Answer;
import io.monthend.tasks.Answer.Denied;
import io.monthend.tasks.Answer.Done;
import io.monthend.tasks.Answer.Refused;
import io.monthend.tasks.Message;
import io.monthend.tasks.Notices;
import io.monthend.tasks.TaskTransactions;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What is done about a published month: two of HR and the general manager reopen it while it is not
 * paid, or HR marks it as paid.
 */
@Component
class MonthReopenings {

  private static final int LONGEST_REASON = 2_000;

  /** Somebody wants a month reopened, and waits for another to agree. */
  record Asked(String askedBy, String name, Instant askedAt, String reason) {}

  private final JdbcClient jdbc;
  private final PayMonths months;
  private final MonthClose close;
  private final Notices notices;
  private final Accounts accounts;
  private final TaskTransactions transactions;
  private final ApplicationEventPublisher events;

  MonthReopenings(
      JdbcClient jdbc,
      PayMonths months,
      MonthClose close,
      Notices notices,
      Accounts accounts,
      TaskTransactions transactions,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.months = months;
    this.close = close;
    this.notices = notices;
    this.accounts = accounts;
    this.transactions = transactions;
    this.events = events;
  }

  /** Whether somebody is one of those who reopen. */
  static boolean mayReopen(Account who) {
    return who.isAny(Role.HR, Role.GENERAL_MANAGER);
  }

  /** Whether somebody is one of those who mark a month as paid. */
  static boolean mayMarkPaid(Account who) {
    return who.is(Role.HR);
  }

  /** What waits for an answer. */
  Optional<Asked> open(PayMonth month) {
    return jdbc.sql(
            """
            select asked_by, name, asked_at, reason from month_reopening join account on username = asked_by
            where month = :month and answered_at is null
            """)
        .param("month", month.toString())
        .query((row, rowNumber) ->
            new Asked(
                row.getString("asked_by"),
                row.getString("name"),
                row.getTimestamp("asked_at").toInstant(),
                row.getString("reason")))
        .optional();
  }

  /** Asks that a month be reopened; the reason is 1 to 2,000 characters. */
  Answer ask(Account who, PayMonth month, String reason) {
    String words = reason.strip();
    return decide(
        who,
        month,
        () -> {
          if (words.isEmpty() || words.length() > LONGEST_REASON) {
            return refused("month.reopen-reason", String.valueOf(LONGEST_REASON));
          }
          if (open(month).isPresent()) {
            return refused("month.reopen-asked", month.toString());
          }
          jdbc.sql(
                  "insert into month_reopening (month, asked_by, reason) values (:month, :by, :reason)")
              .param("month", month.toString())
              .param("by", who.username())
              .param("reason", words)
              .update();
          tell(others(who), month, "month-close.reopening-asked", who);
          return done(who, month, "month.reopening-asked");
        });
  }

  /** Agrees, or does not: somebody else than who asked. Who asked may take it back. */
  Answer answer(Account who, PayMonth month, boolean agrees) {
    return decide(
        who,
        month,
        () ->
            open(month)
                .map(asked ->
                    asked.askedBy().equals(who.username())
                        ? takeBack(who, month, agrees)
                        : answer(who, month, asked, agrees))
                .orElseGet(() -> refused("month.reopen-gone", month.toString())));
  }

  private Answer takeBack(Account who, PayMonth month, boolean agrees) {
    if (agrees) {
      return refused("month.reopen-second-person");
    }
    jdbc.sql("delete from month_reopening where month = :month and answered_at is null")
        .param("month", month.toString())
        .update();
    return done(who, month, "month.reopening-taken-back");
  }

  private Answer answer(Account who, PayMonth month, Asked asked, boolean agrees) {
    jdbc.sql(
            """
            update month_reopening set answered_by = :by, agreed = :agrees, answered_at = clock_timestamp()
            where month = :month and answered_at is null
            """)
        .param("by", who.username())
        .param("agrees", agrees)
        .param("month", month.toString())
        .update();
    List<String> asker = List.of(asked.askedBy());
    if (!agrees) {
      tell(asker, month, "month-close.reopening-refused", who);
      return done(who, month, "month.reopening-refused");
    }
    String reason = "%s (%s, %s)".formatted(asked.reason(), asked.askedBy(), who.username());
    if (close.reopen(month, who.username(), reason) != MonthClose.Reopened.DONE) {
      return refused("month.not-published", month.toString());
    }
    tell(asker, month, "month-close.reopened", who);
    return done(who, month, "month.reopened");
  }

  /**
   * Marks a month as paid: its slips stay as they are from now on.
   *
   * @param confirmed whether they said that they know
   */
  Answer markPaid(Account who, PayMonth month, boolean confirmed) {
    if (!mayMarkPaid(who)) {
      return new Denied();
    }
    if (!confirmed) {
      return refused("month.paid-unconfirmed");
    }
    return locked(
        month,
        () ->
            open(month).isPresent()
                ? refused("month.reopen-asked", month.toString())
                : close.markPaid(month, who.username()) == MonthClose.Paid.DONE
                    ? done(who, month, "month.paid")
                    : refused("month.not-published", month.toString()));
  }

  private Answer decide(Account who, PayMonth month, Supplier<Answer> deed) {
    if (!mayReopen(who)) {
      return new Denied();
    }
    return locked(
        month,
        () ->
            months.state(month) == PayMonths.State.PUBLISHED
                ? deed.get()
                : refused("month.not-published", month.toString()));
  }

  private Answer locked(PayMonth month, Supplier<Answer> deed) {
    try {
      Optional<MonthLock> lock = close.lock(month);
      if (lock.isEmpty()) {
        return refused("month.busy", month.toString());
      }
      try (MonthLock _ = lock.get()) {
        return transactions.inOne(deed);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The lock of " + month + " could not be had", e);
    }
  }

  private List<String> others(Account who) {
    return Stream.of(Role.HR, Role.GENERAL_MANAGER)
        .flatMap(role -> accounts.withRole(role).stream())
        .map(Account::username)
        .filter(username -> !username.equals(who.username()))
        .distinct()
        .toList();
  }

  private void tell(List<String> usernames, PayMonth month, String kind, Account actor) {
    notices.tellEach(
        usernames, MonthCases.summary(month), kind, actor.username(), "/months/" + month);
  }

  private Answer done(Account who, PayMonth month, String deed) {
    events.publishEvent(MonthDeed.of(who.username(), deed, month));
    return new Done(month.toString());
  }

  private static Answer refused(String key, String... arguments) {
    return new Refused(List.of(Message.of(key, arguments)));
  }
}
