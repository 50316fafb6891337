package io.monthend.closing;

import io.monthend.people.Employees;
import io.monthend.rulebook.EvaluationPolicy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Proves that nobody and no cent was lost; a difference fails the close. */
@Component
class Reconciliation {

  private final JdbcClient jdbc;
  private final Employees employees;
  private final Corrections corrections;

  Reconciliation(JdbcClient jdbc, Employees employees, Corrections corrections) {
    this.jdbc = jdbc;
    this.employees = employees;
    this.corrections = corrections;
  }

  /** Throws {@link IllegalStateException} where something does not add up. */
  void check(CloseRun run, EvaluationPolicy policy) {
    long runId = run.id();
    long due = employees.countDue(runId, run.month()) + corrections.slipsAlone(run);
    require("people settled or blocked", due, count(SETTLED_OR_BLOCKED, runId));
    require(
        "pay slips",
        count("select count(*) from settlement where run_id = :run and outcome = 'settled'", runId),
        count("select count(*) from payslip where run_id = :run", runId));
    require("pay slips whose lines do not sum to their net", 0, count(LINES_AGAINST_NET, runId));
    require(
        "evaluations whose lines do not give their score",
        0,
        jdbc.sql(LINES_AGAINST_SCORE)
            .param("run", runId)
            .param("start", policy.start().points())
            .param("lowest", policy.lowest().points())
            .param("highest", policy.highest().points())
            .query(Long.class)
            .single());
    requireNothingChargedTwice(runId);
  }

  private void requireNothingChargedTwice(long runId) {
    jdbc.sql(CHARGED_TWICE)
        .param("run", runId)
        .query((row, rowNumber) ->
            "%s is charged twice under %s"
                .formatted(row.getString("source"), row.getString("rule")))
        .optional()
        .ifPresent(found -> {
          throw new IllegalStateException(
              "Reconciliation failed: " + found + "; nothing was published");
        });
  }

  private static final String SETTLED_OR_BLOCKED =
      "select count(*) from settlement where run_id = :run and outcome in ('settled', 'blocked')";

  private static final String LINES_AGAINST_NET =
      """
      select count(*)
      from payslip p
      full join (
        select employee_no, sum(amount_cents) as cents from payslip_line where run_id = :run group by employee_no
      ) l on l.employee_no = p.employee_no
      where coalesce(p.run_id, :run) = :run and l.cents is distinct from p.net_cents
      """;

  private static final String LINES_AGAINST_SCORE =
      """
      select count(*)
      from evaluation e
      left join (
        select employee_no, sum(points) as points from evaluation_line where run_id = :run group by employee_no
      ) l on l.employee_no = e.employee_no
      where e.run_id = :run
        and e.score <> least(greatest(:start + coalesce(l.points, 0), :lowest), :highest)
      """;

  private static final String CHARGED_TWICE =
      """
      select rule, source from payslip_line where run_id = :run
      group by employee_no, rule, source having count(*) > 1
      order by employee_no, rule, source limit 1
      """;

  private long count(String sql, long runId) {
    return jdbc.sql(sql).param("run", runId).query(Long.class).single();
  }

  private static void require(String what, long expected, long found) {
    if (expected != found) {
      throw new IllegalStateException(
          "Reconciliation failed: %d %s expected, %d found; nothing was published"
              .formatted(expected, what, found));
    }
  }
}
