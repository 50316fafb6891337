package io.monthend.exchange;

import io.monthend.payroll.LineCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/**
 * What a run's totals are made of.
 *
 * @param lines in the order of the pay slip
 * @param grades how many people have each; the empty text stands for those who are not evaluated
 * @param kinds how many things people should look at there are of each kind
 */
record Breakdown(List<LineTotal> lines, Map<String, Long> grades, Map<String, Long> kinds) {

  /** The lines of one code, with the clause of section G. */
  record LineTotal(LineCode code, String clause, long cents, long count) {}

  static Breakdown of(long runId, JdbcTemplate jdbc) {
    List<LineTotal> lines = new ArrayList<>();
    jdbc.query(
        """
        select code, min(split_part(rule, '+', 1)), sum(amount_cents)::bigint, count(*)
        from payslip_line where run_id = ? group by code
        """,
        (RowCallbackHandler)
            row ->
                lines.add(
                    new LineTotal(
                        LineCode.valueOf(row.getString(1)),
                        row.getString(2),
                        row.getLong(3),
                        row.getLong(4))),
        runId);
    lines.sort(Comparator.comparing(LineTotal::code));
    return new Breakdown(
        List.copyOf(lines),
        counts(
            jdbc,
            """
            select coalesce(e.grade, ''), count(*)
            from payslip p left join evaluation e on e.run_id = p.run_id and e.employee_no = p.employee_no
            where p.run_id = ? group by 1
            """,
            runId),
        counts(
            jdbc,
            "select kind, count(*) from review_item where run_id = ? group by kind order by 2 desc, 1",
            runId));
  }

  private static Map<String, Long> counts(JdbcTemplate jdbc, String sql, long runId) {
    Map<String, Long> counts = new LinkedHashMap<>();
    jdbc.query(
        sql, (RowCallbackHandler) row -> counts.put(row.getString(1), row.getLong(2)), runId);
    return counts;
  }
}
