package io.monthend.closing;

import io.monthend.kernel.Money;
import io.monthend.kernel.PayMonth;
import io.monthend.payroll.LineCode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A run beside the last published month before it. */
@Component
class RunComparison {

  /** A number now and before. */
  record Pair(long now, long before) {
    public long difference() {
      return now - before;
    }
  }

  /** An amount now and before. */
  record Amounts(Money now, Money before) {
    public Money difference() {
      return now.minus(before);
    }
  }

  /** How many people have a grade. */
  record Grade(String grade, Pair people) {}

  /** What all lines of one code come to. */
  record LineTotal(LineCode code, Amounts amounts) {}

  /** How much one person is paid; an amount is absent where there is no slip. */
  record Change(
      String employeeNo,
      String name,
      @Nullable Money now,
      @Nullable Money before,
      Money difference) {}

  /**
   * People and evaluation; no pay.
   *
   * @param before the month it is compared with
   * @param joined with a slip now and none before, and {@code left} the other way round
   */
  record Comparison(
      PayMonth before, Pair people, long joined, long left, Pair exceptions, List<Grade> grades) {}

  /** Pay: for those who may see it. */
  record Pay(Amounts net, List<LineTotal> lines) {}

  private static final int CHANGES = 10;

  private final JdbcClient jdbc;

  RunComparison(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Compares the people of a run; empty for the first month of all. */
  Optional<Comparison> people(CloseRun run) {
    return before(run)
        .map(before ->
            jdbc.sql(
                    """
                    select count(n.employee_no) as now, count(b.employee_no) as before,
                      count(*) filter (where b.employee_no is null) as joined,
                      count(*) filter (where n.employee_no is null) as gone,
                      (select count(*) from review_item where run_id = :now) as items_now,
                      (select count(*) from review_item where run_id = :before) as items_before
                    from (select employee_no from payslip where run_id = :now) n
                    full join (select employee_no from payslip where run_id = :before) b using (employee_no)
                    """)
                .param("now", run.id())
                .param("before", before.runId())
                .query((row, rowNumber) ->
                    new Comparison(
                        before.month(),
                        new Pair(row.getLong("now"), row.getLong("before")),
                        row.getLong("joined"),
                        row.getLong("gone"),
                        new Pair(row.getLong("items_now"), row.getLong("items_before")),
                        grades(run.id(), before.runId())))
                .single());
  }

  /** The run whose slips were published for the month before, or for one before that. */
  private record Before(PayMonth month, long runId) {}

  private Optional<Before> before(CloseRun run) {
    return jdbc.sql(
            """
            select month, published_run from pay_month
            where month < :month and published_run is not null order by month desc limit 1
            """)
        .param("month", run.month().toString())
        .query((row, rowNumber) ->
            new Before(PayMonth.of(row.getString("month")), row.getLong("published_run")))
        .optional();
  }

  private List<Grade> grades(long now, long before) {
    return jdbc.sql(
            """
            select grade, count(*) filter (where run_id = :now) as now, count(*) filter (where run_id = :before) as before
            from evaluation where run_id in (:now, :before) group by grade order by grade
            """)
        .param("now", now)
        .param("before", before)
        .query((row, rowNumber) ->
            new Grade(row.getString("grade"), new Pair(row.getLong("now"), row.getLong("before"))))
        .list();
  }

  /** Compares the totals of a run; without an earlier month they stand beside nothing. */
  Pay pay(CloseRun run) {
    long before = before(run).map(Before::runId).orElse(-1L);
    Amounts net =
        jdbc.sql(
                """
                select coalesce(sum(net_cents) filter (where run_id = :now), 0)::bigint as now,
                  coalesce(sum(net_cents) filter (where run_id = :before), 0)::bigint as before
                from payslip where run_id in (:now, :before)
                """)
            .param("now", run.id())
            .param("before", before)
            .query((row, rowNumber) ->
                new Amounts(new Money(row.getLong("now")), new Money(row.getLong("before"))))
            .single();
    return new Pay(net, lines(run.id(), before));
  }

  private List<LineTotal> lines(long now, long before) {
    return jdbc
        .sql(
            """
            select code, coalesce(sum(amount_cents) filter (where run_id = :now), 0)::bigint as now,
              coalesce(sum(amount_cents) filter (where run_id = :before), 0)::bigint as before
            from payslip_line where run_id in (:now, :before) group by code
            """)
        .param("now", now)
        .param("before", before)
        .query((row, rowNumber) ->
            new LineTotal(
                LineCode.valueOf(row.getString("code")),
                new Amounts(new Money(row.getLong("now")), new Money(row.getLong("before")))))
        .list()
        .stream()
        .sorted((one, other) -> one.code().compareTo(other.code()))
        .toList();
  }

  /** The people whose pay changes most, the most first. */
  List<Change> changes(CloseRun run) {
    return before(run)
        .map(before ->
            jdbc.sql(
                    """
                    select employee_no, coalesce(n.name, b.name) as name, n.net_cents as now, b.net_cents as before,
                      coalesce(n.net_cents, 0) - coalesce(b.net_cents, 0) as difference
                    from (select * from payslip where run_id = :now) n
                    full join (select * from payslip where run_id = :before) b using (employee_no)
                    where n.net_cents is distinct from b.net_cents
                    order by abs(coalesce(n.net_cents, 0) - coalesce(b.net_cents, 0)) desc, employee_no limit :most
                    """)
                .param("now", run.id())
                .param("before", before.runId())
                .param("most", CHANGES)
                .query((row, rowNumber) ->
                    new Change(
                        row.getString("employee_no"),
                        row.getString("name"),
                        money(row.getObject("now", Long.class)),
                        money(row.getObject("before", Long.class)),
                        new Money(row.getLong("difference"))))
                .list())
        .orElse(List.of());
  }

  private static @Nullable Money money(@Nullable Long cents) {
    return cents == null ? null : new Money(cents);
  }
}
