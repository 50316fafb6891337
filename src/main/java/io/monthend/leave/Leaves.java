package io.monthend.leave;

import io.monthend.database.BulkCopy;
import io.monthend.database.GroupedCursor;
import io.monthend.kernel.CodePointOrder;
import io.monthend.people.BookTable;
import io.monthend.people.BookTable.Repeats;
import io.monthend.people.Bucket;
import io.monthend.people.FactCheck;
import io.monthend.people.Facts;
import io.monthend.rulebook.LeaveType;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The leaves of each run. */
@Component
public class Leaves implements Facts<LeaveRequest> {

  private static final String BESIDE =
      "select * from books.leave where employee_no in (select employee_no from leave)";

  private static final String OF_MONTH =
      """
      select r.* from books.leave r, frozen_month m where r.from_date <= m.last and r.to_date >= m.first
      """;

  /**
   * Against the latest end of all that began before: a long leave may reach over several others.
   */
  private static final String OVERLAPS =
      """
      select row_no, from_date::text as value,
        'overlaps an approved leave of the same person that lasts until ' || (date '1970-01-01' + (earlier_end / 2)::int)
          || '; correct the dates or withdraw one of them' as reason
      from (
        select *, max(ends) over (
            partition by employee_no order by begins, row_no rows between unbounded preceding and 1 preceding
          ) as earlier_end
        from (
          select row_no, employee_no, from_date,
            2 * (from_date - date '1970-01-01') + case from_half when 'PM' then 1 else 0 end as begins,
            2 * (to_date - date '1970-01-01') + case to_half when 'PM' then 1 else 0 end as ends
          from leave where run_id = :run and approved
        ) halves
      ) spans
      where begins <= earlier_end
      order by row_no
      """;

  private final JdbcClient jdbc;

  Leaves(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String table() {
    return "leave";
  }

  @Override
  public List<String> columns() {
    return List.of(
        "leave_no",
        "type",
        "from_date",
        "from_half",
        "to_date",
        "to_half",
        "certificate",
        "approved");
  }

  @Override
  public void put(BulkCopy row, LeaveRequest fact) throws SQLException {
    Leave leave = fact.leave();
    row.value(leave.leaveNo())
        .value(leave.type().name())
        .value(leave.from())
        .value(leave.fromHalf().name())
        .value(leave.to())
        .value(leave.toHalf().name())
        .value(leave.certificate())
        .value(fact.approved());
  }

  @Override
  public void check(FactCheck check) {
    check.rejectStrangers(table());
    check.rejectDuplicates(table(), "leave_no", "leave_no", "leave_no");
    check.reject("from_date", OVERLAPS);
  }

  @Override
  public BookTable books() {
    return new BookTable(
        List.of("leave_no"), Repeats.REFUSED, "r.from_date", "r.to_date", BESIDE, OF_MONTH);
  }

  /** Those of a bucket by employee number. */
  public GroupedCursor<LeaveRequest> of(Connection connection, Bucket bucket) throws SQLException {
    return GroupedCursor.open(
        connection,
        CodePointOrder::compareTexts,
        Leaves::read,
        """
        select employee_no, leave_no, type, from_date, from_half, to_date, to_half, certificate, approved from leave where run_id = ? and bucket = ? order by employee_no
        """,
        bucket.runId(),
        bucket.no());
  }

  /** The leaves one person asked for, by beginning. */
  public List<LeaveRequest> of(Bucket bucket, String employeeNo) {
    return jdbc.sql(
            """
            select leave_no, type, from_date, from_half, to_date, to_half, certificate, approved from leave
            where run_id = :run and bucket = :bucket and employee_no = :no
            order by from_date, from_half, leave_no
            """)
        .param("run", bucket.runId())
        .param("bucket", bucket.no())
        .param("no", employeeNo)
        .query((row, rowNumber) -> read(row))
        .list();
  }

  static LeaveRequest read(ResultSet row) throws SQLException {
    Leave leave =
        new Leave(
            row.getString("leave_no"),
            LeaveType.valueOf(row.getString("type")),
            row.getObject("from_date", LocalDate.class),
            Half.valueOf(row.getString("from_half")),
            row.getObject("to_date", LocalDate.class),
            Half.valueOf(row.getString("to_half")),
            row.getBoolean("certificate"));
    return new LeaveRequest(leave, row.getBoolean("approved"));
  }
}
