package io.monthend.conduct;

import io.monthend.database.BulkCopy;
import io.monthend.database.GroupedCursor;
import io.monthend.kernel.CodePointOrder;
import io.monthend.kernel.Money;
import io.monthend.kernel.PayMonth;
import io.monthend.kernel.Position;
import io.monthend.people.BookTable;
import io.monthend.people.BookTable.Repeats;
import io.monthend.people.Bucket;
import io.monthend.people.FactCheck;
import io.monthend.people.Facts;
import io.monthend.rulebook.CatalogueItem;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The incidents recorded for each run. */
@Component
public class Incidents implements Facts<RecordedIncident> {

  /** Those of the same people and months, and those of people whose employment changes. */
  private static final String BESIDE =
      """
      select b.* from books.incident b
      join (
        select employee_no, date_trunc('month', min(date)) as from_date, date_trunc('month', max(date)) + '1 month' as to_date
        from incident group by employee_no
      ) f on f.employee_no = b.employee_no and b.date >= f.from_date and b.date < f.to_date
      union
      select b.* from books.incident b
      join employee e on e.employee_no = b.employee_no and (b.date < e.hire_date or b.date > e.last_day)
      join books.employee o on o.employee_no = e.employee_no
      where e.hire_date > o.hire_date or e.last_day < coalesce(o.last_day, 'infinity')
      """;

  private static final String OF_MONTH =
      """
      select r.* from books.incident r, frozen_month m
      where r.date between m.first and m.last or (r.date < m.first and r.code in (select code from frozen_codes))
      """;

  private static final String OUTSIDE_EMPLOYMENT =
      """
      select i.row_no, i.date::text as value,
        'outside the employment (' || e.hire_date || ' to ' || coalesce(e.last_day::text, 'now') || ')' as reason
      from incident i
      join employee e on e.run_id = :run and e.bucket = i.bucket and e.employee_no = i.employee_no
      where i.run_id = :run and (i.date < e.hire_date or i.date > e.last_day)
      order by i.row_no
      """;

  private static final String WRONG_POSITION =
      """
      select i.row_no, i.code as value, 'only for ' || :names || ', and this person is ' || e.position as reason
      from incident i
      join employee e on e.run_id = :run and e.bucket = i.bucket and e.employee_no = i.employee_no
      where i.run_id = :run and i.code = :code and e.position <> all (:positions)
      order by i.row_no
      """;

  private static final String SECOND_IN_A_MONTH =
      """
      select row_no, code as value, 'one a month; this person has another in row ' || first_row as reason
      from (
        select row_no, code,
          first_value(row_no) over (partition by employee_no, date_trunc('month', date) order by row_no) as first_row
        from incident where run_id = :run and code = :code
      ) monthly
      where row_no > first_row
      order by row_no
      """;

  private static final String EARLIER_BY_NUMBER =
      " order by i.employee_no, i.incident_no, m.month desc";

  private static final String EARLIER =
      """
      select distinct on (i.employee_no, i.incident_no)
        i.employee_no, i.incident_no, i.date, i.code, i.minutes, i.points, i.amount_cents, i.note
      from employee e
      join incident i on i.employee_no = e.employee_no
      join pay_month m on m.published_run = i.run_id
      where e.run_id = ? and e.bucket = ? and i.code = any (?) and m.month < ? and i.date < ?
        and i.date >= e.hire_date
        and not exists (
          select from incident own
          where own.run_id = e.run_id and own.bucket = e.bucket
            and own.employee_no = i.employee_no and own.incident_no = i.incident_no)
      """;

  private final JdbcClient jdbc;

  Incidents(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String table() {
    return "incident";
  }

  @Override
  public List<String> columns() {
    return List.of("incident_no", "date", "code", "minutes", "points", "amount_cents", "note");
  }

  @Override
  public void put(BulkCopy row, RecordedIncident fact) throws SQLException {
    row.value(fact.incidentNo()).value(fact.date()).value(fact.code());
    put(row, fact.minutes());
    put(row, fact.points());
    if (fact.amount() == null) {
      row.none();
    } else {
      row.value(fact.amount().cents());
    }
    row.value(fact.note());
  }

  @Override
  public void check(FactCheck check) {
    check.rejectStrangers(table());
    check.rejectDuplicates(table(), "incident_no", "incident_no", "incident_no");
    check.reject("date", OUTSIDE_EMPLOYMENT);
    check.rulebook().incidents().items().forEach((code, item) -> checkItem(check, code, item));
  }

  @Override
  public BookTable books() {
    return new BookTable(
        List.of("incident_no"), Repeats.REFUSED, "r.date", "r.date", BESIDE, OF_MONTH);
  }

  /** Those of a bucket by employee number. */
  public GroupedCursor<RecordedIncident> of(Connection connection, Bucket bucket)
      throws SQLException {
    return GroupedCursor.open(
        connection,
        CodePointOrder::compareTexts,
        Incidents::read,
        """
        select employee_no, incident_no, date, code, minutes, points, amount_cents, note
        from incident where run_id = ? and bucket = ?
        order by employee_no
        """,
        bucket.runId(),
        bucket.no());
  }

  /**
   * Incidents of codes that count over the employment, from months published earlier, which the
   * run's own rows do not have; told apart by their numbers.
   */
  public GroupedCursor<RecordedIncident> earlierOf(
      Connection connection, Bucket bucket, PayMonth month, Set<String> codes) throws SQLException {
    return GroupedCursor.open(
        connection,
        CodePointOrder::compareTexts,
        Incidents::read,
        EARLIER + EARLIER_BY_NUMBER,
        bucket.runId(),
        bucket.no(),
        connection.createArrayOf("text", codes.toArray()),
        month.toString(),
        month.first());
  }

  /** Those of one person, by date. */
  public List<RecordedIncident> of(Bucket bucket, String employeeNo) {
    return jdbc.sql(
            """
            select employee_no, incident_no, date, code, minutes, points, amount_cents, note from incident
            where run_id = :run and bucket = :bucket and employee_no = :no
            order by date, incident_no
            """)
        .param("run", bucket.runId())
        .param("bucket", bucket.no())
        .param("no", employeeNo)
        .query((row, rowNumber) -> read(row))
        .list();
  }

  /** As {@link #earlierOf(Connection, Bucket, PayMonth, Set)}, of one person. */
  public List<RecordedIncident> earlierOf(
      Bucket bucket, String employeeNo, PayMonth month, Set<String> codes) {
    return jdbc.sql(EARLIER + " and e.employee_no = ?" + EARLIER_BY_NUMBER)
        .params(
            bucket.runId(),
            bucket.no(),
            codes.toArray(String[]::new),
            month.toString(),
            month.first(),
            employeeNo)
        .query((row, rowNumber) -> read(row))
        .list();
  }

  private static void checkItem(FactCheck check, String code, CatalogueItem item) {
    if (!item.onlyFor().isEmpty()) {
      String[] positions =
          item.onlyFor().stream().map(Position::name).sorted().toArray(String[]::new);
      check.reject(
          "code",
          WRONG_POSITION,
          Map.of("code", code, "positions", positions, "names", String.join(", ", positions)));
    }
    if (item.kind() == CatalogueItem.Kind.ADJUSTMENT) {
      check.reject("code", SECOND_IN_A_MONTH, Map.of("code", code));
    }
  }

  private static void put(BulkCopy row, @Nullable Integer number) throws SQLException {
    if (number == null) {
      row.none();
    } else {
      row.value((int) number);
    }
  }

  private static RecordedIncident read(ResultSet row) throws SQLException {
    long cents = row.getLong("amount_cents");
    Money amount = row.wasNull() ? null : new Money(cents);
    return new RecordedIncident(
        row.getString("incident_no"),
        row.getObject("date", LocalDate.class),
        row.getString("code"),
        row.getObject("minutes", Integer.class),
        row.getObject("points", Integer.class),
        amount,
        row.getString("note"));
  }
}
