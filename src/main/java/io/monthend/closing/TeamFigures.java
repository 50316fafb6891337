package io.monthend.closing;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How the teams did in a month: attendance and scores, no pay. */
@Component
public class TeamFigures {

  /**
   * One team.
   *
   * @param late how often somebody came late, and {@code early} left early
   * @param absentDays with one decimal, as people read it
   * @param averageScore with one decimal; empty where nobody is evaluated
   */
  public record Team(
      String team,
      int people,
      int shifts,
      int late,
      int early,
      String absentDays,
      String averageScore) {}

  /** What is published stays as it is. */
  private record OfRun(long runId, List<Team> teams) {}

  private final JdbcClient jdbc;
  private volatile OfRun latest = new OfRun(0, List.of());

  TeamFigures(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The teams of a published run by name; {@code only} one of them, or all where it is empty. */
  public List<Team> of(long runId, String only) {
    OfRun known = latest;
    if (known.runId() != runId) {
      known = new OfRun(runId, count(runId));
      latest = known;
    }
    return known.teams().stream()
        .filter(team -> only.isEmpty() || only.equals(team.team()))
        .toList();
  }

  private List<Team> count(long runId) {
    return jdbc.sql(
            """
            with attended as (
              select employee_no, count(*) as shifts, count(*) filter (where late_minutes > 0) as late,
                count(*) filter (where early_minutes > 0) as early, sum(absent_halves) as absent_halves
              from attendance_day where run_id = :run group by employee_no)
            select e.team, count(*) as people, coalesce(sum(a.shifts), 0) as shifts, coalesce(sum(a.late), 0) as late,
              coalesce(sum(a.early), 0) as early, round(coalesce(sum(a.absent_halves), 0) / 2.0, 1)::text as absent_days,
              coalesce(round(avg(v.score), 1)::text, '') as average_score
            from payslip p
            join employee e on e.run_id = :run and e.employee_no = p.employee_no
            left join attended a on a.employee_no = p.employee_no
            left join evaluation v on v.run_id = :run and v.employee_no = p.employee_no
            where p.run_id = :run
            group by e.team order by e.team
            """)
        .param("run", runId)
        .query((row, rowNumber) ->
            new Team(
                row.getString("team"),
                row.getInt("people"),
                row.getInt("shifts"),
                row.getInt("late"),
                row.getInt("early"),
                row.getString("absent_days"),
                row.getString("average_score")))
        .list();
  }
}
