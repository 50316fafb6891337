package io.monthend.roster;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rosters in the books. */
@Component
public class RosterBook {

  private final JdbcClient jdbc;

  RosterBook(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The shifts of one person that start on these dates, both included, by date. */
  public List<RosteredShift> shifts(String employeeNo, LocalDate from, LocalDate to) {
    return jdbc.sql(
            """
            select date, shift from books.rostered_shift
            where employee_no = :no and date between :from and :to
            order by date
            """)
        .param("no", employeeNo)
        .param("from", from)
        .param("to", to)
        .query((row, rowNumber) ->
            new RosteredShift(row.getObject("date", LocalDate.class), row.getString("shift")))
        .list();
  }

  /** Whether anybody is rostered on these dates, both included. */
  public boolean isKnown(LocalDate from, LocalDate to) {
    return jdbc.sql(
            "select exists (select from books.rostered_shift where date between :from and :to)")
        .param("from", from)
        .param("to", to)
        .query(Boolean.class)
        .single();
  }
}
