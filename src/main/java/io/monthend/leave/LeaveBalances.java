package io.monthend.leave;

import io.monthend.people.Account;
import io.monthend.people.Employee;
import io.monthend.people.Role;
import io.monthend.rulebook.LeavePolicy;
import io.monthend.rulebook.LeavePolicy.AnnualDays;
import io.monthend.rulebook.LeaveType;
import io.monthend.rulebook.RuleBook;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What somebody has left of the leaves that have a balance (C5), in half days. Annual leave is
 * granted at each anniversary and used until the next; an opening balance of that year stands in
 * its place. Compensatory days do not run out.
 */
@Component
public class LeaveBalances {

  private final JdbcClient jdbc;
  private final OpeningBalances openings;
  private final LeaveBook book;
  private final LeaveDays days;

  LeaveBalances(JdbcClient jdbc, OpeningBalances openings, LeaveBook book, LeaveDays days) {
    this.jdbc = jdbc;
    this.openings = openings;
    this.book = book;
    this.days = days;
  }

  /** The half days left for a leave that begins on a date; 0 for a type without a balance. */
  public int halfDays(Employee employee, LeaveType type, LocalDate date, RuleBook rules) {
    return switch (type) {
      case ANNUAL -> annual(employee, date, rules);
      case COMPENSATORY -> compensatory(employee, date, rules);
      case PERSONAL, SICK, MARRIAGE, MATERNITY, PATERNITY, BEREAVEMENT, WORK_INJURY -> 0;
    };
  }

  private int annual(Employee employee, LocalDate date, RuleBook rules) {
    int years = yearsOfService(employee.hireDate(), date);
    LocalDate begin = employee.hireDate().plusYears(years);
    LocalDate next = employee.hireDate().plusYears(years + 1L);
    OpeningBalance opening =
        openings
            .latest(employee.employeeNo(), LeaveType.ANNUAL, next)
            .filter(found -> !found.asOf().isBefore(begin))
            .orElse(null);
    if (opening != null) {
      return opening.halfDays()
          - taken(employee, LeaveType.ANNUAL, opening.asOf().plusDays(1), next.minusDays(1), rules);
    }
    return entitlement(rules.leave(), years)
        - taken(employee, LeaveType.ANNUAL, begin, next.minusDays(1), rules);
  }

  static int yearsOfService(LocalDate hired, LocalDate date) {
    return Math.max(0, (int) ChronoUnit.YEARS.between(hired, date));
  }

  /** Half days a year for so many years of service. */
  static int entitlement(LeavePolicy policy, int years) {
    return policy.annual().stream()
            .filter(step -> step.fromYears() <= years)
            .mapToInt(AnnualDays::days)
            .max()
            .orElse(0)
        * 2;
  }

  private int compensatory(Employee employee, LocalDate date, RuleBook rules) {
    OpeningBalance opening =
        openings
            .latest(employee.employeeNo(), LeaveType.COMPENSATORY, date.plusDays(1))
            .orElseGet(() ->
                new OpeningBalance(LeaveType.COMPENSATORY, employee.hireDate().minusDays(1), 0));
    LocalDate since = opening.asOf().plusDays(1);
    int granted =
        jdbc.sql(
                """
                select coalesce(sum(half_days), 0) from compensatory_grant
                where employee_no = :no and date >= :since and date <= :date
                """)
            .param("no", employee.employeeNo())
            .param("since", since)
            .param("date", date)
            .query(Integer.class)
            .single();
    return opening.halfDays()
        + granted
        - taken(employee, LeaveType.COMPENSATORY, since, date.plusYears(1), rules);
  }

  private int taken(
      Employee employee, LeaveType type, LocalDate from, LocalDate to, RuleBook rules) {
    List<Leave> leaves =
        book.approved(employee.employeeNo(), from, to).stream()
            .filter(leave -> leave.type() == type)
            .toList();
    if (leaves.isEmpty()) {
      return 0;
    }
    return days.shifts(employee.employeeNo(), from, to, rules.workingTime()).shifts().stream()
        .filter(shift -> !shift.date().isBefore(from) && !shift.date().isAfter(to))
        .mapToInt(shift -> leaves.stream().mapToInt(leave -> leave.halvesOn(shift.date())).sum())
        .sum();
  }

  /**
   * Grants days off for work on a rest day or an emergency cover; supervisors and managers do.
   *
   * @return whether it was granted
   */
  @Transactional
  public boolean grant(Account by, String employeeNo, LocalDate date, int halfDays, String reason) {
    if (!by.isAny(Role.SUPERVISOR, Role.MANAGER)
        || by.isOf(employeeNo)
        || halfDays <= 0
        || reason.isBlank()) {
      return false;
    }
    jdbc.sql(
            """
            insert into compensatory_grant (employee_no, date, half_days, reason, granted_by)
            values (:no, :date, :halves, :reason, :by)
            """)
        .param("no", employeeNo)
        .param("date", date)
        .param("halves", halfDays)
        .param("reason", reason)
        .param("by", by.username())
        .update();
    return true;
  }
}
