package io.monthend.attendance;

import java.time.LocalDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The punches in the books, to the second as the device wrote them. */
@Component
public class PunchBook {

  private final JdbcClient jdbc;

  PunchBook(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The punches of one person in a span of time, both ends included, ascending. */
  public List<LocalDateTime> punches(String employeeNo, LocalDateTime from, LocalDateTime to) {
    return jdbc.sql(
            """
            select at from books.punch
            where employee_no = :no and at between :from and :to
            order by at
            """)
        .param("no", employeeNo)
        .param("from", from)
        .param("to", to)
        .query((row, rowNumber) -> row.getObject(1, LocalDateTime.class))
        .list();
  }
}
