package io.monthend.leave;

import io.monthend.kernel.PayMonth;
import io.monthend.leave.LeaveApplication.State;
import io.monthend.rulebook.LeaveType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The leaves that were asked for. */
@Component
class LeaveApplications {

  private static final String SELECT =
      """
      select leave_no, employee_no, type, from_date, from_half, to_date, to_half, reason, by_phone, has_certificate,
        state
      from leave_application
      """;

  private final JdbcClient jdbc;

  LeaveApplications(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A number that no other leave has. */
  String nextNo() {
    return jdbc.sql("select 'LV' || to_char(nextval('leave_application_no'), 'FM000000')")
        .query((row, rowNumber) -> row.getString(1))
        .single();
  }

  /** Adds one, or changes what was asked for under the same number. */
  void save(LeaveApplication application) {
    LeaveForm form = application.form();
    jdbc.sql(
            """
            insert into leave_application (
              leave_no, employee_no, type, from_date, from_half, to_date, to_half, reason, by_phone, has_certificate)
            values (:leave, :no, :type, :from, :fromHalf, :to, :toHalf, :reason, :phone, :certificate)
            on conflict (leave_no) do update set
              type = :type, from_date = :from, from_half = :fromHalf, to_date = :to, to_half = :toHalf, reason = :reason,
              has_certificate = :certificate
            """)
        .param("leave", application.leaveNo())
        .param("no", application.employeeNo())
        .param("type", form.type().name())
        .param("from", form.from())
        .param("fromHalf", form.fromHalf().name())
        .param("to", form.to())
        .param("toHalf", form.toHalf().name())
        .param("reason", form.reason())
        .param("phone", application.byPhone())
        .param("certificate", application.hasCertificate())
        .update();
  }

  void become(String leaveNo, State state) {
    jdbc.sql("update leave_application set state = :state where leave_no = :leave")
        .param("state", state.word())
        .param("leave", leaveNo)
        .update();
  }

  void certify(String leaveNo) {
    jdbc.sql("update leave_application set has_certificate = true where leave_no = :leave")
        .param("leave", leaveNo)
        .update();
  }

  Optional<LeaveApplication> find(String leaveNo) {
    return jdbc.sql(SELECT + "where leave_no = :leave")
        .param("leave", leaveNo)
        .query((row, rowNumber) -> read(row))
        .optional();
  }

  /** The numbers of approved sick leaves of a month or before that lack a certificate. */
  List<String> withoutCertificate(PayMonth month) {
    return jdbc.sql(
            """
            select leave_no from leave_application
            where state = 'approved' and type = 'SICK' and not has_certificate and from_date <= :last
            order by leave_no
            """)
        .param("last", month.last())
        .query((row, rowNumber) -> row.getString(1))
        .list();
  }

  private static LeaveApplication read(ResultSet row) throws SQLException {
    return new LeaveApplication(
        row.getString("leave_no"),
        row.getString("employee_no"),
        new LeaveForm(
            LeaveType.valueOf(row.getString("type")),
            row.getObject("from_date", LocalDate.class),
            Half.valueOf(row.getString("from_half")),
            row.getObject("to_date", LocalDate.class),
            Half.valueOf(row.getString("to_half")),
            row.getString("reason")),
        row.getBoolean("by_phone"),
        row.getBoolean("has_certificate"),
        State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)));
  }
}
