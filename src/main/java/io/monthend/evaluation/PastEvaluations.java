package io.monthend.evaluation;

import io.monthend.database.BulkCopy;
import io.monthend.people.BookTable;
import io.monthend.people.BookTable.Repeats;
import io.monthend.people.FactCheck;
import io.monthend.people.Facts;
import java.sql.SQLException;
import java.util.List;
import org.springframework.stereotype.Component;

/** Evaluations from before this system, of each run. */
@Component
public class PastEvaluations implements Facts<PastEvaluation> {

  private static final String CONTRADICTS =
      """
      select h.row_no, h.score::text as value,
        'contradicts ' || h.month || ', which was closed here with ' ||
          coalesce('score ' || v.score || case when s.is_last then ', last' else ', not last' end, 'no evaluation')
          || '; remove the row' as reason
      from past_evaluation h
      join pay_month m on m.month = h.month and m.published_run is not null
      join payslip p on p.run_id = m.published_run and p.employee_no = h.employee_no
      left join evaluation v on v.run_id = m.published_run and v.employee_no = h.employee_no
      left join standing s on s.run_id = m.published_run and s.employee_no = h.employee_no
      where h.run_id = :run
        and (v.score is distinct from h.score or coalesce(s.is_last, false) <> h.is_last)
      order by h.row_no
      """;

  @Override
  public String table() {
    return "past_evaluation";
  }

  @Override
  public List<String> columns() {
    return List.of("month", "score", "is_last");
  }

  @Override
  public void put(BulkCopy row, PastEvaluation fact) throws SQLException {
    row.value(fact.month().toString()).value(fact.score()).value(fact.last());
  }

  @Override
  public void check(FactCheck check) {
    check.rejectStrangers(table());
    check.rejectDuplicates(table(), "month", "employee_no, month", "month");
    check.reject("score", CONTRADICTS);
  }

  @Override
  public BookTable books() {
    return new BookTable(
        List.of("employee_no", "month"),
        Repeats.REFUSED,
        null,
        null,
        "",
        "select r.* from books.past_evaluation r, frozen_month m where r.month < m.month");
  }
}
