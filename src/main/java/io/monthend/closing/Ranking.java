package io.monthend.closing;

import io.monthend.kernel.PayMonth;
import io.monthend.rulebook.RuleBook;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Rank, last place and the reviews that hang on them (E4, E5), for the whole month at once; they
 * change no pay.
 */
@Component
class Ranking {

  private final JdbcClient jdbc;

  Ranking(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Ranks a settled run; done again, it gives the same. */
  void rank(long runId, PayMonth month, RuleBook rulebook) {
    jdbc.sql("delete from standing where run_id = :run").param("run", runId).update();
    jdbc.sql(
            """
            insert into standing (run_id, employee_no, rank, is_last)
            select run_id, employee_no, rank() over (order by score desc),
              score = min(score) over () and count(*) over () > 1
            from evaluation where run_id = :run and is_ranked
            """)
        .param("run", runId)
        .update();
    jdbc.sql("delete from review_item where run_id = :run and source = :source")
        .param("run", runId)
        .param("source", ReviewItem.LAST_TWO_MONTHS.text())
        .update();
    jdbc.sql(
            """
            insert into review_item (run_id, employee_no, kind, source, note)
            select :run, e.employee_no, :kind, :source, before.score || ', ' || e.score
            from standing s
            join evaluation e on e.run_id = :run and e.employee_no = s.employee_no
            join (
              select v.employee_no, v.score, coalesce(p.is_last, false) as is_last
              from pay_month m
              join evaluation v on v.run_id = m.published_run
              left join standing p on p.run_id = v.run_id and p.employee_no = v.employee_no
              where m.month = :before
              union
              select employee_no, score, is_last from past_evaluation
              where run_id = :run and month = :before
            ) before on before.employee_no = s.employee_no
            where s.run_id = :run and s.is_last and before.is_last and e.score < :below and before.score < :below
            """)
        .param("run", runId)
        .param("before", month.previous().toString())
        .param("below", rulebook.evaluation().lastTwiceBelow().points())
        .param("kind", ReviewItem.Kind.DISMISSAL_REVIEW.name())
        .param("source", ReviewItem.LAST_TWO_MONTHS.text())
        .update();
  }
}
