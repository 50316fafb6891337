package io.monthend.closing;

import io.monthend.kernel.PayMonth;
import io.monthend.months.PayMonths;
import io.monthend.payroll.IssuedPayslip;
import io.monthend.payroll.LineCode;
import io.monthend.payroll.Payslips;
import io.monthend.people.Account;
import io.monthend.people.Accounts;
import io.monthend.people.Role;
import io.monthend.tasks.Answer;
import io.monthend.tasks.Answer.Denied;
import io.monthend.tasks.Answer.Done;
import io.monthend.tasks.Answer.Refused;
import io.monthend.tasks.Message;
import io.monthend.tasks.Notices;
import io.monthend.tasks.TaskTransactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What employees object to on their slips, and what HR answers. A slip stays as it is: what was
 * wrong is corrected on a later one, or the month is reopened. An objection that nobody has closed
 * is listed in the next review.
 */
@Component
public class Objections {

  /** The most characters of one entry. */
  public static final int LONGEST_WORDS = 2_000;

  private static final int MOST_LISTED = 200;

  /**
   * An objection.
   *
   * @param line its place on the slip, from 1
   * @param isCurrent whether the slip it is about is the published one
   */
  public record Objection(
      long id,
      PayMonth month,
      String employeeNo,
      int line,
      LineCode code,
      Instant openedAt,
      @Nullable Instant closedAt,
      boolean isCurrent,
      List<Entry> entries) {

    public Objection {
      entries = List.copyOf(entries);
    }

    /** Whether HR has still to say something, or to close it. */
    public boolean isOpen() {
      return closedAt == null;
    }
  }

  /** What somebody said, by name. */
  public record Entry(Instant at, String name, String words) {}

  private static final String SELECT =
      """
      select o.*, o.run_id is not distinct from m.published_run as is_current,
        e.at, e.words, coalesce(a.name, e.username) as name
      from slip_objection o join pay_month m using (month)
      join slip_objection_entry e on e.objection_id = o.id left join account a on a.username = e.username
      """;

  private final JdbcClient jdbc;
  private final PayMonths months;
  private final Payslips payslips;
  private final Accounts accounts;
  private final Notices notices;
  private final TaskTransactions transactions;
  private final Clock clock;

  Objections(
      JdbcClient jdbc,
      PayMonths months,
      Payslips payslips,
      Accounts accounts,
      Notices notices,
      TaskTransactions transactions,
      Clock clock) {
    this.jdbc = jdbc;
    this.months = months;
    this.payslips = payslips;
    this.accounts = accounts;
    this.notices = notices;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Those about one slip, by line; whoever shows them asks whether the reader may see the slip. */
  public List<Objection> of(PayMonth month, String employeeNo) {
    return read(
        jdbc.sql(
                SELECT
                    + "where o.month = :month and o.employee_no = :no order by o.line_no, o.id, e.id")
            .param("month", month.toString())
            .param("no", employeeNo));
  }

  /** Those nobody has closed, the oldest first, 200 at most. */
  public List<Objection> open() {
    return read(
        jdbc.sql(
                SELECT
                    + """
                    where o.id in (
                      select id from slip_objection where closed_at is null order by opened_at, id limit :most)
                    order by o.opened_at, o.id, e.id
                    """)
            .param("most", MOST_LISTED));
  }

  /** How many nobody has closed. */
  public long countOpen() {
    return jdbc.sql("select count(*) from slip_objection where closed_at is null")
        .query(Long.class)
        .single();
  }

  private static List<Objection> read(JdbcClient.StatementSpec sql) {
    List<Objection> found = new ArrayList<>();
    sql.query(row -> {
      Entry entry =
          new Entry(
              row.getTimestamp("at").toInstant(), row.getString("name"), row.getString("words"));
      Objection last = found.isEmpty() ? null : found.getLast();
      if (last != null && last.id() == row.getLong("id")) {
        List<Entry> entries = new ArrayList<>(last.entries());
        entries.add(entry);
        found.set(found.size() - 1, objection(row, entries));
      } else {
        found.add(objection(row, List.of(entry)));
      }
    });
    return found;
  }

  private static Objection objection(ResultSet row, List<Entry> entries) throws SQLException {
    return new Objection(
        row.getLong("id"),
        PayMonth.of(row.getString("month")),
        row.getString("employee_no"),
        row.getInt("line_no"),
        LineCode.valueOf(row.getString("code")),
        row.getTimestamp("opened_at").toInstant(),
        CloseRequests.instant(row.getTimestamp("closed_at")),
        row.getBoolean("is_current"),
        entries);
  }

  /**
   * Objects to a line of one's own published slip, or says more about it; HR is told.
   *
   * @param line its place on the slip, from 1
   * @param words up to 2,000 characters
   */
  public Answer object(Account who, PayMonth month, int line, String words) {
    String own = who.employeeNo();
    Optional<Long> run = months.publishedRun(month);
    if (own == null || run.isEmpty()) {
      return new Denied();
    }
    Optional<IssuedPayslip> slip = payslips.find(run.get(), own);
    if (slip.isEmpty()) {
      return new Denied();
    }
    List<IssuedPayslip.Line> lines = slip.get().lines();
    if (line < 1 || line > lines.size()) {
      return refused("objection.no-line");
    }
    return say(
        who,
        words,
        () -> {
          long id =
              jdbc.sql(
                      """
                      insert into slip_objection (month, run_id, employee_no, line_no, code, opened_at)
                      values (:month, :run, :no, :line, :code, :at)
                      on conflict (run_id, employee_no, line_no) do update set closed_at = null
                      returning id
                      """)
                  .param("month", month.toString())
                  .param("run", run.get())
                  .param("no", own)
                  .param("line", line)
                  .param("code", lines.get(line - 1).code().name())
                  .param("at", Timestamp.from(clock.instant()))
                  .query(Long.class)
                  .single();
          notices.tellEach(
              accounts.withRole(Role.HR).stream()
                  .filter(hr -> !hr.isOf(own))
                  .map(Account::username)
                  .toList(),
              MonthCases.summary(month),
              "month-close.objection",
              who.username(),
              "/people/%s/slips/%s".formatted(own, month));
          return id;
        });
  }

  /**
   * HR answers, and closes it if that is all; the employee is told. Nobody answers their own.
   *
   * @param line its place on the published slip, from 1
   */
  public Answer answer(
      Account who, PayMonth month, String employeeNo, int line, String words, boolean closes) {
    if (!who.is(Role.HR) || who.isOf(employeeNo)) {
      return new Denied();
    }
    Optional<Long> objection = find(month, employeeNo, line);
    if (objection.isEmpty()) {
      return refused("objection.none");
    }
    return say(
        who,
        words,
        () -> {
          jdbc.sql(
                  "update slip_objection set closed_at = case when :closes then :at::timestamptz end where id = :id")
              .param("closes", closes)
              .param("at", Timestamp.from(clock.instant()))
              .param("id", objection.get())
              .update();
          notices.tellEach(
              accounts.findByEmployee(employeeNo).map(Account::username).stream().toList(),
              MonthCases.summary(month),
              "month-close.objection-answered",
              who.username(),
              "/slips/" + month);
          return objection.get();
        });
  }

  private Optional<Long> find(PayMonth month, String employeeNo, int line) {
    return jdbc.sql(
            """
            select o.id from slip_objection o join pay_month m on m.month = o.month and m.published_run = o.run_id
            where o.month = :month and o.employee_no = :no and o.line_no = :line
            """)
        .param("month", month.toString())
        .param("no", employeeNo)
        .param("line", line)
        .query(Long.class)
        .optional();
  }

  private Answer say(Account who, String words, LongSupplier about) {
    String said = words.strip();
    if (said.isEmpty() || said.length() > LONGEST_WORDS) {
      return refused("objection.words", String.valueOf(LONGEST_WORDS));
    }
    return transactions.inOne(() -> {
      long id = about.getAsLong();
      jdbc.sql(
              """
              insert into slip_objection_entry (objection_id, at, username, words) values (:id, :at, :who, :words)
              """)
          .param("id", id)
          .param("at", Timestamp.from(clock.instant()))
          .param("who", who.username())
          .param("words", said)
          .update();
      return new Done(String.valueOf(id));
    });
  }

  private static Answer refused(String key, String... arguments) {
    return new Refused(List.of(Message.of(key, arguments)));
  }
}
