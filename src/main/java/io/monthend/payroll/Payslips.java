package io.monthend.payroll;

import io.monthend.kernel.Money;
import io.monthend.kernel.Source;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The pay slips of each run. */
@Component
public class Payslips {

  private final JdbcClient jdbc;

  Payslips(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The slip of one person. */
  public Optional<IssuedPayslip> find(long runId, String employeeNo) {
    return jdbc.sql("select net_cents from payslip where run_id = :run and employee_no = :no")
        .param("run", runId)
        .param("no", employeeNo)
        .query(Long.class)
        .optional()
        .map(net -> new IssuedPayslip(new Money(net), lines(runId, employeeNo)));
  }

  private List<IssuedPayslip.Line> lines(long runId, String employeeNo) {
    return jdbc.sql(
            """
            select code, amount_cents, rule, source from payslip_line
            where run_id = :run and employee_no = :no
            order by seq
            """)
        .param("run", runId)
        .param("no", employeeNo)
        .query((row, rowNumber) ->
            new IssuedPayslip.Line(
                LineCode.valueOf(row.getString("code")),
                new Money(row.getLong("amount_cents")),
                row.getString("rule"),
                new Source(row.getString("source"))))
        .list();
  }

  /** The months whose published slips a person has one of, first to last. */
  public List<String> publishedMonths(String employeeNo) {
    return jdbc.sql(
            """
            select m.month from pay_month m
            join payslip p on p.run_id = m.published_run and p.employee_no = :no
            order by m.month
            """)
        .param("no", employeeNo)
        .query((row, rowNumber) -> row.getString(1))
        .list();
  }
}
