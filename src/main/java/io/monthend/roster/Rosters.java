package io.monthend.roster;

import io.monthend.database.BulkCopy;
import io.monthend.database.GroupedCursor;
import io.monthend.kernel.CodePointOrder;
import io.monthend.kernel.PayMonth;
import io.monthend.people.BookTable;
import io.monthend.people.BookTable.Repeats;
import io.monthend.people.Bucket;
import io.monthend.people.FactCheck;
import io.monthend.people.Facts;
import io.monthend.people.Roll;
import io.monthend.people.Screen;
import io.monthend.rulebook.RuleBook;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rosters of each run. */
@Component
public class Rosters implements Facts<RosteredShift> {

  /** Those beside which a shift needs rest, and those of people whose employment changes. */
  private static final String BESIDE =
      """
      select b.* from books.rostered_shift b
      join (
        select employee_no, min(date) - 1 as from_date, max(date) + 1 as to_date from rostered_shift group by employee_no
      ) f on f.employee_no = b.employee_no and b.date between f.from_date and f.to_date
      union
      select b.* from books.rostered_shift b
      join employee e on e.employee_no = b.employee_no and (b.date < e.hire_date or b.date > e.last_day)
      join books.employee o on o.employee_no = e.employee_no
      where e.hire_date > o.hire_date or e.last_day < coalesce(o.last_day, 'infinity')
      """;

  /** With the neighbouring days, and as far as the month's leaves reach (C4). */
  private static final String OF_MONTH =
      """
      select r.* from books.rostered_shift r, frozen_month m where r.date between m.from_date and m.to_date
      union
      select r.* from frozen_month m
      join books.leave l on l.from_date <= m.last and l.to_date >= m.first
      join books.rostered_shift r on r.employee_no = l.employee_no and r.date between l.from_date and l.to_date
      where l.approved and (l.from_date < m.from_date or l.to_date > m.to_date)
      """;

  private static final String OUTSIDE_EMPLOYMENT =
      """
      select r.row_no, r.date::text as value,
        'outside the employment (' || e.hire_date || ' to ' || coalesce(e.last_day::text, 'now') || ')' as reason
      from rostered_shift r
      join employee e on e.run_id = :run and e.bucket = r.bucket and e.employee_no = r.employee_no
      where r.run_id = :run and (r.date < e.hire_date or r.date > e.last_day)
      order by r.row_no
      """;

  private static final String NO_REST =
      """
      select row_no, shift as value,
        'leaves no rest after shift ' || earlier_shift || ' of the day before (row ' || earlier_row || ', A6)' as reason
      from (
        select row_no, date, shift,
          lag(date) over person as earlier_date, lag(shift) over person as earlier_shift,
          lag(row_no) over person as earlier_row
        from rostered_shift where run_id = :run
        window person as (partition by employee_no order by date, row_no)
      ) neighbours
      where earlier_date = date - 1
        and (date, earlier_shift, shift) in (
          select * from unnest(:dates::date[], :earlier::text[], :later::text[]))
      order by row_no
      """;

  private static final String TOO_LONG =
      """
      select row_no, shift as value, 'works longer without a break than A6 allows' as reason
      from rostered_shift
      where run_id = :run and (date, shift) in (select * from unnest(:dates::date[], :shifts::text[]))
      order by row_no
      """;

  private static final long EPOCH_DAY_2000 = LocalDate.of(2000, 1, 1).toEpochDay();

  private final JdbcClient jdbc;

  Rosters(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String table() {
    return "rostered_shift";
  }

  @Override
  public List<String> columns() {
    return List.of("date", "shift");
  }

  @Override
  public void put(BulkCopy row, RosteredShift fact) throws SQLException {
    row.value(fact.date()).value(fact.shift());
  }

  @Override
  public Screen<RosteredShift> screen(Roll roll, PayMonth month, RuleBook rulebook) {
    return new RosterScreen(roll, month, rulebook.workingTime());
  }

  @Override
  public void check(FactCheck check) {
    check.rejectStrangers(table());
    check.rejectDuplicates(table(), "date", "employee_no, date", "date::text");
    check.reject("date", OUTSIDE_EMPLOYMENT);
    checkRest(check);
  }

  @Override
  public BookTable books() {
    return new BookTable(
        List.of("employee_no", "date"), Repeats.REFUSED, "r.date", "r.date", BESIDE, OF_MONTH);
  }

  private static void checkRest(FactCheck check) {
    RestRule rule = new RestRule(check.rulebook().workingTime());
    List<LocalDate> dates =
        check.dates("select distinct date from rostered_shift where run_id = :run");
    List<RestRule.Clash> clashes = rule.clashes(dates);
    check.reject(
        "shift",
        NO_REST,
        Map.of(
            "dates", clashes.stream().map(clash -> clash.date().toString()).toArray(String[]::new),
            "earlier", clashes.stream().map(RestRule.Clash::earlier).toArray(String[]::new),
            "later", clashes.stream().map(RestRule.Clash::later).toArray(String[]::new)));
    List<RosteredShift> tooLong = rule.tooLong(dates);
    check.reject(
        "shift",
        TOO_LONG,
        Map.of(
            "dates", tooLong.stream().map(shift -> shift.date().toString()).toArray(String[]::new),
            "shifts", tooLong.stream().map(RosteredShift::shift).toArray(String[]::new)));
  }

  /** Those of a bucket, one row a person, by employee number; a person's shifts by date. */
  public GroupedCursor<List<RosteredShift>> of(Connection connection, Bucket bucket)
      throws SQLException {
    return GroupedCursor.open(
        connection,
        CodePointOrder::compareTexts,
        Rosters::read,
        """
        select employee_no, string_agg(date_send(date), ''::bytea) as dates, string_agg(shift, ',') as shifts
        from rostered_shift where run_id = ? and bucket = ?
        group by employee_no order by employee_no
        """,
        bucket.runId(),
        bucket.no());
  }

  /** The shifts of one person, also outside the month, by date. */
  public List<RosteredShift> of(Bucket bucket, String employeeNo) {
    return jdbc.sql(
            """
            select date, shift from rostered_shift
            where run_id = :run and bucket = :bucket and employee_no = :no
            order by date
            """)
        .param("run", bucket.runId())
        .param("bucket", bucket.no())
        .param("no", employeeNo)
        .query((row, rowNumber) ->
            new RosteredShift(row.getObject("date", LocalDate.class), row.getString("shift")))
        .list();
  }

  /** Sorted here, since the database would have to sort the shifts of all people together. */
  private static List<RosteredShift> read(ResultSet row) throws SQLException {
    ByteBuffer days = ByteBuffer.wrap(row.getBytes("dates"));
    List<RosteredShift> shifts = new ArrayList<>(31);
    for (String shift : row.getString("shifts").split(",", -1)) {
      shifts.add(new RosteredShift(LocalDate.ofEpochDay(EPOCH_DAY_2000 + days.getInt()), shift));
    }
    shifts.sort(Comparator.comparing(RosteredShift::date));
    return shifts;
  }
}
