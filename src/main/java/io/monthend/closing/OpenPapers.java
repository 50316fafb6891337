package io.monthend.closing;

import io.monthend.closing.ReviewItem.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sick leaves whose certificate may still come: it was asked for here, has none, and carries a fine
 * in the run for that (C4). Leave from files is not waited for.
 */
@Component
class OpenPapers {

  private final JdbcClient jdbc;

  OpenPapers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Lists those of a settled run for its review; done again, it gives the same. */
  void note(long runId) {
    jdbc.sql("delete from review_item where run_id = :run and kind = :kind")
        .param("run", runId)
        .param("kind", Kind.LEAVE_PAPERS_OPEN.name())
        .update();
    jdbc.sql(
            """
            insert into review_item (run_id, employee_no, kind, source, note)
            select distinct l.run_id, l.employee_no, :kind, 'leave:' || l.leave_no, ''
            from leave_application a
            join leave l on l.run_id = :run and l.leave_no = a.leave_no and l.employee_no = a.employee_no
            join payslip_line p on p.run_id = l.run_id and p.employee_no = l.employee_no and p.code = 'FINE'
              and starts_with(p.source, 'leave:' || l.leave_no || '@')
            where l.type = 'SICK' and not l.certificate
            """)
        .param("run", runId)
        .param("kind", Kind.LEAVE_PAPERS_OPEN.name())
        .update();
  }
}
