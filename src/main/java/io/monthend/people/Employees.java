package io.monthend.people;

import io.monthend.database.BulkCopy;
import io.monthend.database.GroupedCursor;
import io.monthend.kernel.CodePointOrder;
import io.monthend.kernel.Money;
import io.monthend.kernel.PayMonth;
import io.monthend.kernel.Position;
import io.monthend.people.BookTable.Repeats;
import io.monthend.rulebook.RuleBook;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The people of each run. */
@Component
public class Employees implements Facts<Employee> {

  private static final String SELECT =
      """
      select employee_no, name, team, position, hire_date, training_end, probation_end, base_salary_cents,
        notice_date, last_day, leaving, notice_waived
      from employee
      """;

  private final JdbcClient jdbc;

  Employees(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String table() {
    return "employee";
  }

  @Override
  public List<String> columns() {
    return List.of(
        "name",
        "team",
        "position",
        "hire_date",
        "training_end",
        "probation_end",
        "base_salary_cents",
        "notice_date",
        "last_day",
        "leaving",
        "notice_waived");
  }

  @Override
  public void put(BulkCopy row, Employee employee) throws SQLException {
    row.value(employee.name())
        .value(employee.team())
        .value(employee.position().name())
        .value(employee.hireDate())
        .value(employee.trainingEnd())
        .value(employee.probationEnd())
        .value(employee.baseSalary().cents())
        .value(employee.noticeDate())
        .value(employee.lastDay())
        .value(employee.leaving() == null ? null : employee.leaving().name())
        .value(employee.noticeWaived());
  }

  @Override
  public Screen<Employee> screen(Roll roll, PayMonth month, RuleBook rulebook) {
    return roll;
  }

  @Override
  public void check(FactCheck check) {
    check.rejectDuplicates(table(), "employee_no", "employee_no", "employee_no");
  }

  @Override
  public BookTable books() {
    return new BookTable(
        List.of("employee_no"),
        Repeats.REFUSED,
        null,
        null,
        "select * from books.employee",
        "select * from books.employee");
  }

  /** How many people a month is due for: those whose employment touches it. */
  public long countDue(long runId, PayMonth month) {
    return jdbc.sql(
            """
            select count(*) from employee
            where run_id = :run and hire_date <= :last and (last_day is null or last_day >= :first)
            """)
        .param("run", runId)
        .param("first", month.first())
        .param("last", month.last())
        .query(Long.class)
        .single();
  }

  /** One person of a run. */
  public Optional<Employee> find(long runId, String employeeNo) {
    return jdbc.sql(SELECT + "where run_id = :run and employee_no = :no")
        .param("run", runId)
        .param("no", employeeNo)
        .query((row, rowNumber) -> read(row))
        .optional();
  }

  /** The people of a bucket who have no settlement yet, by employee number. */
  public GroupedCursor<Employee> unsettled(Connection connection, Bucket bucket)
      throws SQLException {
    return GroupedCursor.open(
        connection,
        CodePointOrder::compareTexts,
        Employees::read,
        SELECT
            + """
            where run_id = ? and bucket = ?
              and not exists (
                select from settlement
                where settlement.run_id = employee.run_id and settlement.employee_no = employee.employee_no)
            order by employee_no
            """,
        bucket.runId(),
        bucket.no());
  }

  /** One person of a bucket. */
  public GroupedCursor<Employee> one(Connection connection, Bucket bucket, String employeeNo)
      throws SQLException {
    return GroupedCursor.open(
        connection,
        CodePointOrder::compareTexts,
        Employees::read,
        SELECT + "where run_id = ? and bucket = ? and employee_no = ?",
        bucket.runId(),
        bucket.no(),
        employeeNo);
  }

  /**
   * Adds somebody to a run who has left before a date and so was not in its input.
   *
   * @return whether the books know such a person
   */
  public boolean addLeaver(Bucket bucket, String employeeNo, LocalDate before) {
    return jdbc.sql(
                """
                insert into employee (run_id, bucket, row_no, employee_no, name, team, position, hire_date, training_end,
                  probation_end, base_salary_cents, notice_date, last_day, leaving, notice_waived)
                select :run, :bucket, 0, employee_no, name, team, position, hire_date, training_end,
                  probation_end, base_salary_cents, notice_date, last_day, leaving, notice_waived
                from books.employee where employee_no = :no and last_day < :before
                """)
            .param("run", bucket.runId())
            .param("bucket", bucket.no())
            .param("no", employeeNo)
            .param("before", before)
            .update()
        == 1;
  }

  static Employee read(ResultSet row) throws SQLException {
    String leaving = row.getString("leaving");
    return new Employee(
        row.getString("employee_no"),
        row.getString("name"),
        row.getString("team"),
        Position.valueOf(row.getString("position")),
        row.getObject("hire_date", LocalDate.class),
        date(row, "training_end"),
        date(row, "probation_end"),
        new Money(row.getLong("base_salary_cents")),
        date(row, "notice_date"),
        date(row, "last_day"),
        leaving == null ? null : Leaving.valueOf(leaving),
        row.getBoolean("notice_waived"));
  }

  private static @Nullable LocalDate date(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDate.class);
  }

  /** A person as the newest published month knows them. */
  public Optional<Employee> newest(String employeeNo) {
    return jdbc.sql(
            SELECT
                + """
                where employee_no = :no and run_id = (
                  select m.published_run from pay_month m
                  join employee known on known.run_id = m.published_run and known.employee_no = :no
                  order by m.month desc limit 1)
                """)
        .param("no", employeeNo)
        .query((row, rowNumber) -> read(row))
        .optional();
  }

  /**
   * The numbers of those who are in the same team as somebody, as the newest published month knows.
   */
  public List<String> ofTheTeamOf(String employeeNo) {
    return jdbc.sql(
            """
            select mate.employee_no
            from (select published_run from pay_month where published_run is not null order by month desc limit 1) newest
            join employee own on own.run_id = newest.published_run and own.employee_no = :no
            join employee mate on mate.run_id = newest.published_run and mate.team = own.team
            """)
        .param("no", employeeNo)
        .query((row, rowNumber) -> row.getString(1))
        .list();
  }

  /**
   * People of a run by number.
   *
   * @param text in the name or at the start of the number; empty = everybody
   * @param team only this one; empty = every team
   * @param most people to return
   */
  public List<Employee> search(long runId, String text, String team, int most) {
    return jdbc.sql(
            SELECT
                + """
                where run_id = :run and (:team = '' or team = :team)
                  and (:text = '' or position(lower(:text) in lower(name)) > 0 or starts_with(employee_no, :text))
                order by employee_no limit :most
                """)
        .param("run", runId)
        .param("text", text)
        .param("team", team)
        .param("most", most)
        .query((row, rowNumber) -> read(row))
        .list();
  }
}
