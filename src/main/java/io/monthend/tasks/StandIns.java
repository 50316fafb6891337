package io.monthend.tasks;

import io.monthend.people.Access;
import io.monthend.people.Account;
import io.monthend.people.Accounts;
import io.monthend.people.Employees;
import io.monthend.people.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who acts for whom. A stand-in sees and decides the tasks of the absent person, which stay that
 * person's; it does not go on from stand-in to stand-in, and never in a circle.
 */
@Component
public class StandIns {

  /**
   * A rule: somebody stands in for somebody.
   *
   * @param onlyOnLeave only on days on which the absent person is on approved leave
   */
  public record Rule(
      long id,
      String absent,
      String absentName,
      String standIn,
      String standInName,
      LocalDate from,
      LocalDate to,
      boolean onlyOnLeave) {}

  private static final int LONGEST_YEARS = 2;

  private static final String SELECT =
      """
      select s.id, s.absent, a.name as absent_name, s.stand_in, b.name as stand_in_name, s.from_date, s.to_date,
        s.only_on_leave
      from stand_in s join account a on a.username = s.absent join account b on b.username = s.stand_in
      """;

  private static final String CURRENT =
      SELECT
          + """
          where s.revoked_by is null and s.to_date >= :today and (%s)
          order by s.from_date, s.id limit 200
          """;

  private final JdbcClient jdbc;
  private final Accounts accounts;
  private final Employees employees;
  private final Notices notices;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  StandIns(
      JdbcClient jdbc,
      Accounts accounts,
      Employees employees,
      Notices notices,
      ApplicationEventPublisher events,
      Clock clock) {
    this.jdbc = jdbc;
    this.accounts = accounts;
    this.employees = employees;
    this.notices = notices;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Names a stand-in, both days included: for oneself, or as HR for somebody else. Whom it concerns
   * is told.
   *
   * @param to two years later at most
   * @return empty if it stands; otherwise what is in the way
   */
  @Transactional
  public List<Message> appoint(
      Account by,
      String absent,
      String standIn,
      LocalDate from,
      LocalDate to,
      boolean onlyOnLeave) {
    if (by.is(Role.AUDITOR) || (!by.username().equals(absent) && !by.is(Role.HR))) {
      return List.of(Message.of("standin.not-yours"));
    }
    if (absent.equals(standIn)) {
      return List.of(Message.of("standin.oneself"));
    }
    if (to.isBefore(from) || to.isAfter(from.plusYears(LONGEST_YEARS))) {
      return List.of(Message.of("standin.dates", String.valueOf(LONGEST_YEARS)));
    }
    if (accounts.find(absent).isEmpty()) {
      return List.of(Message.of("standin.unknown", absent));
    }
    Optional<Account> chosen = accounts.find(standIn).filter(Account::active);
    if (chosen.isEmpty()) {
      return List.of(Message.of("standin.unknown", standIn));
    }
    jdbc.sql("select pg_advisory_xact_lock(hashtext('stand_in'))").query((row, n) -> true).single();
    if (makesCircle(absent, standIn, from, to)) {
      return List.of(Message.of("standin.circle", chosen.get().name()));
    }
    long id =
        jdbc.sql(
                """
                insert into stand_in (absent, stand_in, from_date, to_date, only_on_leave, created_by, created_at)
                values (:absent, :standIn, :from, :to, :leave, :by, :at) returning id
                """)
            .param("absent", absent)
            .param("standIn", standIn)
            .param("from", from)
            .param("to", to)
            .param("leave", onlyOnLeave)
            .param("by", by.username())
            .param("at", Timestamp.from(clock.instant()))
            .query(Long.class)
            .single();
    Rule rule = rule(id);
    tell(by, List.of(standIn), "stand-in.named", rule);
    tell(by, List.of(absent), "stand-in.named-for-you", rule);
    events.publishEvent(
        new StandInChanged(
            by.username(),
            "stand-in.appointed",
            absent,
            Map.of("standIn", standIn, "from", from.toString(), "to", to.toString())));
    return List.of();
  }

  /** Whether the absent person already stands in, over some others, for the stand-in then. */
  private boolean makesCircle(String absent, String standIn, LocalDate from, LocalDate to) {
    return jdbc.sql(
            """
            with recursive chain(username, from_date, to_date) as (
              select :standIn::text collate "C", :from::date, :to::date
              union
              select s.stand_in, greatest(chain.from_date, s.from_date), least(chain.to_date, s.to_date)
              from chain join stand_in s on s.absent = chain.username and s.revoked_by is null
                and s.from_date <= chain.to_date and s.to_date >= chain.from_date
            )
            select exists (select from chain where username = :absent)
            """)
        .param("absent", absent)
        .param("standIn", standIn)
        .param("from", from)
        .param("to", to)
        .query(Boolean.class)
        .single();
  }

  /**
   * Tells those whom a rule concerns, but for whoever did it themselves.
   *
   * @param whom its two people, or one of them
   */
  private void tell(Account by, List<String> whom, String kind, Rule rule) {
    notices.tellEach(
        whom.stream().filter(username -> !username.equals(by.username())).toList(),
        Message.of(
            "standin.told",
            rule.standInName(),
            rule.absentName(),
            rule.from().toString(),
            rule.to().toString()),
        kind,
        by.username(),
        "/stand-ins");
  }

  /**
   * Ends a rule of one's own, or as HR; what was done under it stays. Whom it concerns is told,
   * unless its last day is over.
   */
  @Transactional
  public boolean revoke(Account by, long id) {
    Optional<String> absent =
        jdbc.sql(
                """
                update stand_in set revoked_by = :by
                where id = :id and revoked_by is null and (absent = :by or :hr)
                returning absent
                """)
            .param("by", by.username())
            .param("id", id)
            .param("hr", by.is(Role.HR))
            .query(String.class)
            .optional();
    absent.ifPresent(whose -> {
      Rule rule = rule(id);
      if (!rule.to().isBefore(today())) {
        tell(by, List.of(rule.absent(), rule.standIn()), "stand-in.ended", rule);
      }
      events.publishEvent(
          new StandInChanged(
              by.username(), "stand-in.ended", whose, Map.of("rule", String.valueOf(id))));
    });
    return absent.isPresent();
  }

  /** The rules for and about somebody that are not over, by first day. */
  public List<Rule> of(Account who) {
    return list(jdbc.sql(CURRENT.formatted("s.absent = :who or s.stand_in = :who")), who);
  }

  /**
   * The rules of others that somebody may see and that are not over, by first day; 200 at most.
   * They say when people are away, so those see them who may see their attendance.
   */
  public List<Rule> ofOthers(Account who) {
    String others = "s.absent <> :who and s.stand_in <> :who";
    if (Access.mayReadAllAttendance(who)) {
      return list(jdbc.sql(CURRENT.formatted(others)), who);
    }
    String own = who.employeeNo();
    if (own == null || !who.is(Role.LEADER)) {
      return List.of();
    }
    return list(
        jdbc.sql(CURRENT.formatted(others + " and a.employee_no = any (:team)"))
            .param("team", employees.ofTheTeamOf(own).toArray(String[]::new)),
        who);
  }

  private List<Rule> list(StatementSpec sql, Account who) {
    return sql.param("today", today())
        .param("who", who.username())
        .query((row, rowNumber) -> read(row))
        .list();
  }

  private Rule rule(long id) {
    return jdbc.sql(SELECT + "where s.id = :id")
        .param("id", id)
        .query((row, rowNumber) -> read(row))
        .single();
  }

  private static Rule read(ResultSet row) throws SQLException {
    return new Rule(
        row.getLong("id"),
        row.getString("absent"),
        row.getString("absent_name"),
        row.getString("stand_in"),
        row.getString("stand_in_name"),
        row.getObject("from_date", LocalDate.class),
        row.getObject("to_date", LocalDate.class),
        row.getBoolean("only_on_leave"));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), clock.getZone());
  }

  /**
   * Notes that somebody is away, both days included, in the transaction that decides it.
   *
   * @param source what says so, such as the number of a leave
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void away(String username, LocalDate from, LocalDate to, String source) {
    jdbc.sql(
            """
            insert into absence (source, username, from_date, to_date) values (:source, :who, :from, :to)
            on conflict (source) do update set from_date = :from, to_date = :to
            """)
        .param("source", source)
        .param("who", username)
        .param("from", from)
        .param("to", to)
        .update();
  }

  /** Notes that it does not come to that. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void notAway(String source) {
    jdbc.sql("delete from absence where source = :source").param("source", source).update();
  }
}
