package io.monthend.evaluation;

import io.monthend.kernel.PayMonth;
import io.monthend.kernel.Source;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The evaluations of each run. */
@Component
public class Evaluations {

  private final JdbcClient jdbc;

  Evaluations(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The evaluation of one person; empty for a position that is not evaluated. */
  public Optional<Evaluation> find(long runId, String employeeNo) {
    List<EvaluationLine> lines = lines(runId, employeeNo);
    return jdbc.sql("select score, grade from evaluation where run_id = :run and employee_no = :no")
        .param("run", runId)
        .param("no", employeeNo)
        .query(
            (row, rowNumber) -> new Evaluation(row.getInt("score"), row.getString("grade"), lines))
        .optional();
  }

  private List<EvaluationLine> lines(long runId, String employeeNo) {
    return jdbc.sql(
            """
            select date, code, points, source from evaluation_line
            where run_id = :run and employee_no = :no
            order by seq
            """)
        .param("run", runId)
        .param("no", employeeNo)
        .query((row, rowNumber) ->
            new EvaluationLine(
                row.getObject("date", LocalDate.class),
                row.getString("code"),
                row.getInt("points"),
                new Source(row.getString("source"))))
        .list();
  }

  /** The place of one person; empty where nobody was rostered or evaluated. */
  public Optional<Standing> standing(long runId, String employeeNo) {
    return jdbc.sql(
            """
            select rank, (select count(*) from standing where run_id = :run) as ranked
            from standing where run_id = :run and employee_no = :no
            """)
        .param("run", runId)
        .param("no", employeeNo)
        .query((row, rowNumber) -> new Standing(row.getInt("rank"), row.getInt("ranked")))
        .optional();
  }

  /** What became of each published month in which a person was evaluated, first to last. */
  public List<MonthlyScore> history(String employeeNo) {
    return jdbc.sql(
            """
            select m.month, e.score, e.grade
            from pay_month m
            join evaluation e on e.run_id = m.published_run and e.employee_no = :no
            order by m.month
            """)
        .param("no", employeeNo)
        .query((row, rowNumber) ->
            new MonthlyScore(
                PayMonth.of(row.getString("month")), row.getInt("score"), row.getString("grade")))
        .list();
  }
}
