package io.monthend.attendance;

import io.monthend.attendance.AttendanceDay.MissingPunch;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The attendance days of each run. */
@Component
public class AttendanceDays {

  private final JdbcClient jdbc;

  AttendanceDays(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Those of one person, by date. */
  public List<AttendanceDay> of(long runId, String employeeNo) {
    return jdbc.sql(
            """
            select date, shift, in_at, out_at, late_minutes, early_minutes, leave_halves, absent_halves, missing
            from attendance_day where run_id = :run and employee_no = :no
            order by date
            """)
        .param("run", runId)
        .param("no", employeeNo)
        .query((row, rowNumber) -> read(row))
        .list();
  }

  private static AttendanceDay read(ResultSet row) throws SQLException {
    String missing = row.getString("missing");
    return new AttendanceDay(
        row.getObject("date", LocalDate.class),
        row.getString("shift"),
        row.getObject("in_at", LocalDateTime.class),
        row.getObject("out_at", LocalDateTime.class),
        row.getInt("late_minutes"),
        row.getInt("early_minutes"),
        row.getInt("leave_halves"),
        row.getInt("absent_halves"),
        missing == null ? null : MissingPunch.valueOf(missing));
  }
}
