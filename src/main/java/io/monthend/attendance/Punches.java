package io.monthend.attendance;

import io.monthend.database.BulkCopy;
import io.monthend.database.GroupedCursor;
import io.monthend.kernel.CodePointOrder;
import io.monthend.kernel.PayMonth;
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
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The punches of each run, to the second as the device wrote them. */
@Component
public class Punches implements Facts<LocalDateTime> {

  private static final int MOST_A_DAY = 31;
  private static final long EPOCH_SECOND_2000 =
      LocalDateTime.of(2000, 1, 1, 0, 0).toEpochSecond(ZoneOffset.UTC);

  private static final String TOO_MANY =
      """
      select row_no, at::text as value, 'more than ' || :most || ' punches of one person on one day' as reason
      from (
        select p.row_no, p.at, p.employee_no,
          row_number() over (partition by p.employee_no, p.at::date order by p.at, p.row_no) as nth
        from punch p
        join (
          select employee_no, at::date as day from punch where run_id = :run
          group by employee_no, at::date having count(*) > :most
        ) busy on busy.employee_no = p.employee_no and busy.day = p.at::date
        where p.run_id = :run
      ) numbered
      where nth > :most
      order by row_no
      """;

  private final JdbcClient jdbc;

  Punches(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String table() {
    return "punch";
  }

  @Override
  public List<String> columns() {
    return List.of("at");
  }

  @Override
  public void put(BulkCopy row, LocalDateTime at) throws SQLException {
    row.value(at);
  }

  @Override
  public Screen<LocalDateTime> screen(Roll roll, PayMonth month, RuleBook rulebook) {
    return new PunchScreen(roll);
  }

  @Override
  public void check(FactCheck check) {
    check.rejectStrangers(table());
    check.reject("at", TOO_MANY, Map.of("most", MOST_A_DAY));
  }

  /**
   * Punches are clear if everybody is on the roll and has few of them. Every eighth day is counted
   * together: what is not too much for several days is not too much for one of them.
   */
  private static final class PunchScreen implements Screen<LocalDateTime> {

    private static final int COUNTS = 8;
    private static final int MOST_PEOPLE = Integer.MAX_VALUE / COUNTS / COUNTS;

    private final Roll roll;
    private final byte[] counts;
    private boolean clear;

    PunchScreen(Roll roll) {
      this.roll = roll;
      this.clear = roll.isClear() && roll.size() <= MOST_PEOPLE;
      this.counts = new byte[clear ? roll.size() * COUNTS : 0];
    }

    @Override
    public void see(String employeeNo, LocalDateTime at) {
      if (!clear) {
        return;
      }
      int place = roll.placeOf(employeeNo);
      long day = at.toLocalDate().toEpochDay();
      clear =
          place != Roll.NOWHERE
              && ++counts[place * COUNTS + Math.floorMod(day, COUNTS)] <= MOST_A_DAY;
    }

    @Override
    public boolean isClear() {
      return clear;
    }
  }

  /**
   * Those of a bucket, one row a person, by employee number; a person's punches at whole minutes,
   * ascending.
   */
  public GroupedCursor<List<LocalDateTime>> of(Connection connection, Bucket bucket)
      throws SQLException {
    return GroupedCursor.open(
        connection,
        CodePointOrder::compareTexts,
        Punches::read,
        """
        select employee_no, string_agg(timestamp_send(at), ''::bytea) as punches
        from punch where run_id = ? and bucket = ?
        group by employee_no order by employee_no
        """,
        bucket.runId(),
        bucket.no());
  }

  /** The punches of one person in a span of time, both ends included, ascending, to the second. */
  public List<LocalDateTime> of(
      long runId, String employeeNo, LocalDateTime from, LocalDateTime to) {
    return jdbc.sql(
            """
            select at from punch
            where run_id = :run and employee_no = :no and at between :from and :to
            order by at
            """)
        .param("run", runId)
        .param("no", employeeNo)
        .param("from", from)
        .param("to", to)
        .query((row, rowNumber) -> row.getObject(1, LocalDateTime.class))
        .list();
  }

  /**
   * One array a person, instead of a row for each punch: that is most of the rows of a month. Each
   * is sorted here, since the database would have to sort those of all people together.
   */
  private static List<LocalDateTime> read(ResultSet row) throws SQLException {
    ByteBuffer bytes = ByteBuffer.wrap(row.getBytes("punches"));
    long[] micros = new long[bytes.remaining() / Long.BYTES];
    bytes.asLongBuffer().get(micros);
    Arrays.sort(micros);
    List<LocalDateTime> punches = new ArrayList<>(micros.length);
    for (long micro : micros) {
      long second = EPOCH_SECOND_2000 + Math.floorDiv(micro, 1_000_000L);
      punches.add(
          LocalDateTime.ofEpochSecond(second - Math.floorMod(second, 60), 0, ZoneOffset.UTC));
    }
    return punches;
  }
}
