package io.monthend.leave;

import io.monthend.tasks.CaseView.Fact;
import io.monthend.tasks.Message;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who else of a team is away. Why they are is not told. */
@Component
class TeamAbsences {

  private static final int MOST = 20;

  private final JdbcClient jdbc;

  TeamAbsences(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The others of the person's team who are on approved leave in its days, by name. */
  Fact during(LeaveApplication leave) {
    List<String> away =
        jdbc.sql(
                """
                select other.name || ' (' || case when from_date = to_date then from_date::text
                  else from_date || ' – ' || to_date end || ')'
                from books.employee own
                join books.employee other on other.team = own.team and other.employee_no <> own.employee_no
                join books.leave l on l.employee_no = other.employee_no
                where own.employee_no = :no and l.approved and l.from_date <= :to and l.to_date >= :from
                order by l.from_date, other.employee_no limit :most
                """)
            .param("no", leave.employeeNo())
            .param("from", leave.form().from())
            .param("to", leave.form().to())
            .param("most", MOST)
            .query((row, rowNumber) -> row.getString(1))
            .list();
    return away.isEmpty()
        ? Fact.said("leave.fact.team", Message.of("leave.team-there"))
        : Fact.plain("leave.fact.team", String.join(" · ", away));
  }
}
