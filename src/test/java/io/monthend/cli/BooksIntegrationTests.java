package io.monthend.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.monthend.attendance.PunchBook;
import io.monthend.kernel.Position;
import io.monthend.leave.Half;
import io.monthend.leave.Leave;
import io.monthend.leave.LeaveBook;
import io.monthend.leave.LeaveBook.Entry;
import io.monthend.leave.OpeningBalances;
import io.monthend.months.BooksGate;
import io.monthend.people.StaffBook;
import io.monthend.roster.RosterBook;
import io.monthend.roster.RosteredShift;
import io.monthend.rulebook.LeaveType;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/** Reading and writing the books, and the guards before them. */
class BooksIntegrationTests {

  private static final LocalDate FIFTH = LocalDate.of(2026, 10, 5);

  private static TestInstallation database;
  private static Installation installation;
  private static JdbcClient jdbc;
  private static LeaveBook leaves;

  @BeforeAll
  static void open() throws Exception {
    database = TestInstallation.create();
    installation = database.open();
    jdbc = installation.get(JdbcClient.class);
    leaves = installation.get(LeaveBook.class);
  }

  @AfterAll
  static void close() throws SQLException {
    installation.close();
    database.close();
  }

  @BeforeEach
  void twoPeopleAndAClosedMonth() {
    jdbc.sql(
            """
            truncate books.employee, books.rostered_shift, books.punch cascade;
            truncate pay_month cascade;
            insert into books.employee values
              ('E1', '王 芳', 'North', 'CSR', '2024-01-01', null, null, 350000, null, null, null, false),
              ('E2', '李 明', 'North', 'LEADER', '2024-01-01', null, null, 450000, null, '2026-09-30', 'ENDED', false);
            insert into books.rostered_shift values ('E1', '2026-10-05', 'D'), ('E1', '2026-10-07', 'A'), ('E2', '2026-10-05', 'D');
            insert into books.punch values ('E1', '2026-10-05 08:58:10'), ('E1', '2026-10-05 18:01:00');
            insert into books.opening_balance values ('E1', 'ANNUAL', '2025-12-31', 10), ('E1', 'ANNUAL', '2026-06-30', 3);
            insert into pay_month (month, state) values ('2026-08', 'paid'), ('2026-09', 'published'), ('2026-10', 'open');
            """)
        .update();
  }

  @Test
  void thePeopleOfATeamAreThoseEmployedOnTheDay() {
    StaffBook staff = installation.get(StaffBook.class);
    assertThat(staff.find("E1").orElseThrow().position()).isEqualTo(Position.CSR);
    assertThat(staff.find("E3")).isEmpty();
    assertThat(staff.team("North", FIFTH))
        .extracting(person -> person.employeeNo())
        .containsExactly("E1");
    assertThat(staff.team("North", LocalDate.of(2026, 9, 30))).hasSize(2);
    assertThat(staff.team("South", FIFTH)).isEmpty();
    assertThat(staff.teams(FIFTH)).containsExactly("North");
  }

  @Test
  void shiftsPunchesAndBalancesAreReadBetweenDates() {
    RosterBook rosters = installation.get(RosterBook.class);
    assertThat(rosters.shifts("E1", FIFTH, FIFTH.plusDays(1)))
        .containsExactly(new RosteredShift(FIFTH, "D"));
    assertThat(rosters.shifts("E1", FIFTH, FIFTH.plusDays(2))).hasSize(2);
    PunchBook punches = installation.get(PunchBook.class);
    assertThat(punches.punches("E1", FIFTH.atStartOfDay(), FIFTH.atTime(12, 0)))
        .containsExactly(LocalDateTime.of(2026, 10, 5, 8, 58, 10));
    OpeningBalances balances = installation.get(OpeningBalances.class);
    assertThat(balances.latest("E1", LeaveType.ANNUAL, FIFTH).orElseThrow().halfDays())
        .isEqualTo(3);
    assertThat(
            balances
                .latest("E1", LeaveType.ANNUAL, LocalDate.of(2026, 6, 30))
                .orElseThrow()
                .halfDays())
        .isEqualTo(10);
    assertThat(balances.latest("E1", LeaveType.COMPENSATORY, FIFTH)).isEmpty();
  }

  @Test
  void anApprovedLeaveIsEnteredOnceAndWithdrawn() {
    assertThat(inTransaction(() -> leaves.enter("E1", leave("L1", FIFTH, Half.AM, Half.AM))))
        .isEqualTo(Entry.DONE);
    assertThat(inTransaction(() -> leaves.enter("E1", leave("L2", FIFTH, Half.AM, Half.PM))))
        .isEqualTo(Entry.OVERLAPS);
    assertThat(inTransaction(() -> leaves.enter("E1", leave("L2", FIFTH, Half.PM, Half.PM))))
        .isEqualTo(Entry.DONE);
    assertThat(inTransaction(() -> leaves.enter("E9", leave("L3", FIFTH, Half.PM, Half.PM))))
        .isEqualTo(Entry.UNKNOWN_EMPLOYEE);

    assertThat(inTransaction(() -> leaves.handInCertificate("L1", "test"))).isEmpty();
    assertThat(leaves.find("L1").orElseThrow().request().leave().certificate()).isTrue();
    assertThat(inTransaction(() -> leaves.withdraw("L1"))).isEqualTo(Entry.DONE);
    assertThat(leaves.approved("E1", FIFTH, FIFTH))
        .extracting(Leave::leaveNo)
        .containsExactly("L2");
    assertThat(inTransaction(() -> leaves.withdraw("L9"))).isEqualTo(Entry.UNKNOWN_LEAVE);
  }

  @Test
  void aLeaveIsWrittenInATransactionOfTheCaller() {
    assertThatThrownBy(() -> leaves.enter("E1", leave("L1", FIFTH, Half.AM, Half.PM)))
        .isInstanceOf(IllegalTransactionStateException.class);
  }

  @Test
  void aLeaveThatReachesIntoAClosedMonthIsRefused() {
    Leave long1 =
        new Leave(
            "L1",
            LeaveType.SICK,
            LocalDate.of(2026, 9, 30),
            Half.PM,
            LocalDate.of(2026, 10, 2),
            Half.PM,
            false);
    assertThat(inTransaction(() -> leaves.enter("E1", long1))).isEqualTo(Entry.MONTH_CLOSED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "insert into books.rostered_shift values ('E1', '2026-09-30', 'D')",
        "insert into books.punch values ('E1', '2026-09-30 23:59:59')",
        "insert into books.exam values ('E1', '2026-08-31', 1, 6000)",
        "insert into books.bonus values ('2026-09', 'E1', 30000)",
        "insert into books.key_figures values ('2026-08', 'E1', 1, 1, null)",
        "insert into books.incident values ('E1', 'I1', '2026-09-01', 'CHATTING', null, null, null, null)",
        "insert into books.cash_payment values ('E1', '2026-09-01', 'CHATTING', 1, 1000)",
        "update books.rostered_shift set date = '2026-09-05' where employee_no = 'E1' and shift = 'D'",
        """
        insert into books.leave values ('E1', 'L1', 'SICK', '2026-07-01', 'AM', '2026-10-02', 'PM', false, true)\
        """
      })
  void theDatabaseItselfRefusesFactsOfAClosedMonth(String sql) {
    assertThatThrownBy(() -> jdbc.sql(sql).update())
        .isInstanceOf(UncategorizedSQLException.class)
        .hasMessageContaining("is closed")
        .rootCause()
        .isInstanceOfSatisfying(
            SQLException.class,
            fault -> assertThat(fault.getSQLState()).isEqualTo(BooksGate.CLOSED_MONTH_STATE));
  }

  @Test
  void forACorrectionAClosedMonthIsLetThroughInOneTransactionOnly() {
    BooksGate gate = installation.get(BooksGate.class);
    String insert = "insert into books.punch values ('E1', '2026-09-30 08:00:0%d')";
    inTransaction(() -> {
      gate.acceptClosedMonths();
      return jdbc.sql(insert.formatted(1)).update();
    });
    String delete = "delete from books.punch where at < '2026-10-01'";
    assertThatThrownBy(() -> jdbc.sql(insert.formatted(2)).update())
        .hasMessageContaining("2026-09 is closed");
    assertThatThrownBy(() -> jdbc.sql(delete).update()).hasMessageContaining("2026-09 is closed");
  }

  @Test
  void whatPeopleHaveInAMonthIsCountedAsItComesAndGoes() {
    for (String change :
        List.of(
            "update books.punch set at = at",
            "insert into books.punch values ('E1', '2026-10-31 23:59:59'), ('E1', '2026-11-01 00:00'), ('E2', '2026-11-01 00:00')",
            "insert into books.rostered_shift values ('E1', '2026-10-31', 'D'), ('E1', '2026-11-01', 'D')",
            "update books.rostered_shift set date = '2026-12-01' where date = '2026-10-07'",
            "update books.punch set at = at - interval '1 day' where at = '2026-11-01 00:00'",
            "delete from books.punch where at >= '2026-10-31'",
            "delete from books.rostered_shift where employee_no = 'E2'",
            "truncate books.punch")) {
      jdbc.sql(change).update();
      assertThat(rows("select * from books.person_month where shifts > 0 or punches > 0"))
          .as(change)
          .isNotEmpty()
          .containsExactlyInAnyOrderElementsOf(
              rows(
                  """
                  select month, employee_no, coalesce(shifts, 0), coalesce(punches, 0), last_punch
                  from (select date_trunc('month', date)::date as month, employee_no, count(*) as shifts
                    from books.rostered_shift group by 1, 2) s
                  full join (select date_trunc('month', at)::date as month, employee_no, count(*) as punches,
                      max(at)::date as last_punch from books.punch group by 1, 2) p using (month, employee_no)
                  """));
    }
  }

  private static List<String> rows(String sql) {
    return jdbc.sql("select of::text from (" + sql + ") of")
        .query((row, rowNumber) -> row.getString(1))
        .list();
  }

  @Test
  void whoPassesTheGateAloneWaitsForWritersAndKeepsThemOut() throws Exception {
    BooksGate gate = installation.get(BooksGate.class);
    CompletableFuture<Integer> writer =
        inTransaction(() -> {
          gate.passAlone();
          CompletableFuture<Integer> other =
              CompletableFuture.supplyAsync(() ->
                  jdbc.sql("insert into books.punch values ('E1', '2026-10-06 08:00')").update());
          assertThatThrownBy(
                  () -> other.get(Duration.ofMillis(300).toMillis(), TimeUnit.MILLISECONDS))
              .isInstanceOf(TimeoutException.class);
          return other;
        });
    assertThat(writer.get(10, TimeUnit.SECONDS)).isEqualTo(1);
  }

  private static Leave leave(String no, LocalDate date, Half from, Half to) {
    return new Leave(no, LeaveType.PERSONAL, date, from, date, to, false);
  }

  private static <T> T inTransaction(Supplier<T> work) {
    return java.util.Objects.requireNonNull(
        installation.get(TransactionTemplate.class).execute(status -> work.get()));
  }
}
