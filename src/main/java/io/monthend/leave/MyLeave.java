package io.monthend.leave;

import io.monthend.people.Account;
import io.monthend.people.Employee;
import io.monthend.people.StaffBook;
import io.monthend.rulebook.LeaveType;
import io.monthend.rulebook.RuleBook;
import io.monthend.tasks.Message;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Somebody's own leave: what they asked for and took, and what is left. */
@Component
class MyLeave {

  /** What is left of a type of leave today. */
  record Balance(LeaveType type, String days) {}

  /**
   * A leave in a list.
   *
   * @param state a word of {@link LeaveApplication.State}
   * @param isAskedFor whether there is a request to look at; leave from a file has none
   */
  record Entry(String leaveNo, LeaveType type, Message span, String state, boolean isAskedFor) {}

  /** What was asked for, and what came into the books in another way. */
  private static final String ALL =
      """
      with all_leave as (
        select leave_no, type, from_date, from_half, to_date, to_half, state, true as is_asked_for
        from leave_application where employee_no = :no
        union all
        select leave_no, type, from_date, from_half, to_date, to_half,
          case when approved then 'approved' else 'refused' end, false
        from books.leave b
        where employee_no = :no and not exists (select from leave_application a where a.leave_no = b.leave_no)
      )
      """;

  private final JdbcClient jdbc;
  private final StaffBook staff;
  private final LeaveBalances balances;
  private final LeaveCheck check;
  private final Clock clock;

  MyLeave(JdbcClient jdbc, StaffBook staff, LeaveBalances balances, LeaveCheck check, Clock clock) {
    this.jdbc = jdbc;
    this.staff = staff;
    this.balances = balances;
    this.check = check;
    this.clock = clock;
  }

  /** What is left today of each type that has a balance; nothing for who is not employed. */
  List<Balance> balances(Account who) {
    LocalDate today = today();
    Employee employee = who.employeeNo() == null ? null : staff.find(who.employeeNo()).orElse(null);
    if (employee == null || !employee.isEmployedOn(today)) {
      return List.of();
    }
    RuleBook rules = check.rulesOn(today);
    return Arrays.stream(LeaveType.values())
        .filter(type -> rules.leave().termsOf(type).balance())
        .map(type ->
            new Balance(type, LeaveDays.inDays(balances.halfDays(employee, type, today, rules))))
        .toList();
  }

  /** The years in which somebody has leave, latest first, this year among them. */
  List<Integer> years(Account who) {
    return jdbc.sql(
            ALL
                + """
                select distinct extract(year from day)::int as year
                from all_leave cross join lateral (values (from_date), (to_date), (:today)) days(day)
                union select extract(year from :today::date)::int
                order by year desc
                """)
        .param("no", who.employeeNo())
        .param("today", today())
        .query((row, rowNumber) -> row.getInt(1))
        .list();
  }

  int thisYear() {
    return today().getYear();
  }

  /** The leave that touches a year, latest first. */
  List<Entry> of(Account who, int year) {
    return jdbc.sql(
            ALL
                + """
                select * from all_leave where from_date <= :last and to_date >= :first
                order by from_date desc, leave_no desc limit 400
                """)
        .param("no", who.employeeNo())
        .param("first", LocalDate.of(year, 1, 1))
        .param("last", LocalDate.of(year, 12, 31))
        .query((row, rowNumber) -> entry(row))
        .list();
  }

  /** What is asked for, going on or ahead, by its beginning. */
  List<Entry> ahead(Account who, int most) {
    return jdbc.sql(
            ALL
                + """
                select * from all_leave
                where state = 'asked' or (state in ('approved', 'personal') and to_date >= :today)
                order by from_date, leave_no limit :most
                """)
        .param("no", who.employeeNo())
        .param("today", today())
        .param("most", most)
        .query((row, rowNumber) -> entry(row))
        .list();
  }

  private static Entry entry(ResultSet row) throws SQLException {
    LeaveForm form =
        new LeaveForm(
            LeaveType.valueOf(row.getString("type")),
            row.getObject("from_date", LocalDate.class),
            Half.valueOf(row.getString("from_half")),
            row.getObject("to_date", LocalDate.class),
            Half.valueOf(row.getString("to_half")),
            "");
    return new Entry(
        row.getString("leave_no"),
        form.type(),
        form.span(),
        row.getString("state"),
        row.getBoolean("is_asked_for"));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), clock.getZone());
  }
}
