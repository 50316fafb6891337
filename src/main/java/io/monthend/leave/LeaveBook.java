package io.monthend.leave;

import io.monthend.kernel.PayMonth;
import io.monthend.months.BooksGate;
import io.monthend.people.StaffBook;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The leaves in the books. What is written here counts in the next close of its month; who writes
 * does so in a transaction of their own making, together with the decision that it follows from.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class LeaveBook {

  /** What came of writing a leave. */
  public enum Entry {
    DONE,
    UNKNOWN_EMPLOYEE,
    UNKNOWN_LEAVE,
    /** The person has another approved leave in some of these halves. */
    OVERLAPS,
    /** It reaches into a month whose slips are published; reopen the month, or correct it. */
    MONTH_CLOSED
  }

  /** A leave and whose it is. */
  public record Recorded(String employeeNo, LeaveRequest request) {}

  private static final String SELECT =
      """
      select employee_no, leave_no, type, from_date, from_half, to_date, to_half, certificate, approved
      from books.leave
      """;

  private final JdbcClient jdbc;
  private final StaffBook staff;
  private final BooksGate gate;

  LeaveBook(JdbcClient jdbc, StaffBook staff, BooksGate gate) {
    this.jdbc = jdbc;
    this.staff = staff;
    this.gate = gate;
  }

  /** One leave, approved or not. */
  @Transactional(readOnly = true)
  public Optional<Recorded> find(String leaveNo) {
    return jdbc.sql(SELECT + "where leave_no = :leave")
        .param("leave", leaveNo)
        .query((row, rowNumber) -> new Recorded(row.getString("employee_no"), Leaves.read(row)))
        .optional();
  }

  /** The approved leaves of one person that touch these dates, both included, by beginning. */
  @Transactional(readOnly = true)
  public List<Leave> approved(String employeeNo, LocalDate from, LocalDate to) {
    return jdbc.sql(
            SELECT
                + """
                where employee_no = :no and approved and from_date <= :to and to_date >= :from
                order by from_date, from_half
                """)
        .param("no", employeeNo)
        .param("from", from)
        .param("to", to)
        .query((row, rowNumber) -> Leaves.read(row).leave())
        .list();
  }

  /** Enters an approved leave under a number that is new. */
  public Entry enter(String employeeNo, Leave leave) {
    if (staff.findAndHold(employeeNo).isEmpty()) {
      return Entry.UNKNOWN_EMPLOYEE;
    }
    if (!gate.closedBetween(leave.from(), leave.to()).isEmpty()) {
      return Entry.MONTH_CLOSED;
    }
    if (approved(employeeNo, leave.from(), leave.to()).stream().anyMatch(leave::overlaps)) {
      return Entry.OVERLAPS;
    }
    jdbc.sql(
            """
            insert into books.leave (
              employee_no, leave_no, type, from_date, from_half, to_date, to_half, certificate, approved)
            values (:no, :leave, :type, :from, :fromHalf, :to, :toHalf, :certificate, true)
            """)
        .param("no", employeeNo)
        .param("leave", leave.leaveNo())
        .param("type", leave.type().name())
        .param("from", leave.from())
        .param("fromHalf", leave.fromHalf().name())
        .param("to", leave.to())
        .param("toHalf", leave.toHalf().name())
        .param("certificate", leave.certificate())
        .update();
    return Entry.DONE;
  }

  /** Takes an approved leave back: it stays in the books, and exists no longer for the rules. */
  public Entry withdraw(String leaveNo) {
    Leave leave = find(leaveNo).map(found -> found.request().leave()).orElse(null);
    if (leave == null) {
      return Entry.UNKNOWN_LEAVE;
    }
    if (!gate.closedBetween(leave.from(), leave.to()).isEmpty()) {
      return Entry.MONTH_CLOSED;
    }
    set(leaveNo, "approved = false");
    return Entry.DONE;
  }

  /**
   * Notes that the hospital certificate was handed in (C4), also in months that are closed: their
   * slips stay, and a later one corrects them (G13). Tells which months those are.
   *
   * @throws IllegalStateException if there is no such leave
   */
  public List<PayMonth> handInCertificate(String leaveNo, String actor) {
    Leave leave =
        find(leaveNo)
            .map(found -> found.request().leave())
            .orElseThrow(() -> new IllegalStateException("No leave " + leaveNo + " in the books"));
    List<PayMonth> closed = gate.closedBetween(leave.from(), leave.to());
    if (!closed.isEmpty()) {
      gate.acceptClosedMonths();
      closed.forEach(month -> gate.recordLateFacts(month, actor, "certificate of " + leaveNo));
    }
    set(leaveNo, "certificate = true");
    return closed;
  }

  private void set(String leaveNo, String what) {
    jdbc.sql("update books.leave set " + what + " where leave_no = :leave")
        .param("leave", leaveNo)
        .update();
  }
}
