package io.monthend.months;

import io.monthend.kernel.PayMonth;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What stands before the books: who may write, and into which months. Triggers on their tables ask
 * the same of everybody; all of this lasts until the caller's transaction ends.
 */
@Component
public final class BooksGate {

  /** What the database says of a write into a month that is closed. */
  public static final String CLOSED_MONTH_STATE = "MC001";

  private static final int SPACE = 1_299_144_811;

  private final JdbcClient jdbc;

  public BooksGate(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The closed months that a span of dates touches; none of them closes or opens meanwhile. */
  public List<PayMonth> closedBetween(LocalDate first, LocalDate last) {
    return jdbc.sql(
            """
            select month from pay_month
            where state in ('published', 'paid') and month between :first and :last
            order by month for share
            """)
        .param("first", PayMonth.of(first).toString())
        .param("last", PayMonth.of(last).toString())
        .query((row, rowNumber) -> PayMonth.of(row.getString(1)))
        .list();
  }

  /** Keeps every other writer of the books out; waits for those who are writing. */
  public void passAlone() {
    jdbc.sql("select pg_advisory_xact_lock(:space, 1)")
        .param("space", SPACE)
        .query((row, rowNumber) -> true)
        .single();
  }

  /** Records that facts of a closed month were written after all, and why. */
  public void recordLateFacts(PayMonth month, String actor, String reason) {
    jdbc.sql(
            """
            insert into pay_month_event (month, event, actor, reason) values (:month, 'facts changed', :actor, :reason)
            """)
        .param("month", month.toString())
        .param("actor", actor)
        .param("reason", reason)
        .update();
  }

  /**
   * Lets this transaction write facts of closed months. Their slips stay as they are: whoever does
   * this has to see to it that the month is reopened or corrected.
   */
  public void acceptClosedMonths() {
    jdbc.sql("select set_config('monthend.closed_months', 'accept', true)")
        .query(String.class)
        .single();
  }
}
