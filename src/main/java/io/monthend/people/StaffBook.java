package io.monthend.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The people in the books, as they are employed now. */
@Component
public class StaffBook {

  private static final String SELECT =
      """
      select employee_no, name, team, position, hire_date, training_end, probation_end, base_salary_cents,
        notice_date, last_day, leaving, notice_waived
      from books.employee
      """;

  private final JdbcClient jdbc;

  StaffBook(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Optional<Employee> find(String employeeNo) {
    return find(employeeNo, "");
  }

  /**
   * As {@link #find}, and nobody else writes about the person in this way until the caller's
   * transaction ends.
   */
  public Optional<Employee> findAndHold(String employeeNo) {
    return find(employeeNo, " for no key update");
  }

  private Optional<Employee> find(String employeeNo, String hold) {
    return jdbc.sql(SELECT + "where employee_no = :no" + hold)
        .param("no", employeeNo)
        .query((row, rowNumber) -> Employees.read(row))
        .optional();
  }

  /** The people of a team who are employed on a date, by employee number. */
  public List<Employee> team(String team, LocalDate date) {
    return jdbc.sql(
            SELECT
                + """
                where team = :team and hire_date <= :date and (last_day is null or last_day >= :date)
                order by employee_no
                """)
        .param("team", team)
        .param("date", date)
        .query((row, rowNumber) -> Employees.read(row))
        .list();
  }

  /** The teams that have people on a date. */
  public List<String> teams(LocalDate date) {
    return jdbc.sql(
            """
            select distinct team collate "C" from books.employee
            where hire_date <= :date and (last_day is null or last_day >= :date)
            order by 1
            """)
        .param("date", date)
        .query((row, rowNumber) -> row.getString(1))
        .list();
  }
}
