package io.monthend.closing;

import io.monthend.kernel.PayMonth;
import io.monthend.kernel.Position;
import io.monthend.rulebook.RuleBook;
import io.monthend.rulebook.RuleBooks;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the books have for a month that is to be closed, and what they lack. */
@Component
class MonthReadiness {

  /**
   * What was found.
   *
   * @param edition of the rule book in effect; absent where there is none
   * @param people employed on some day of the month
   * @param withoutRoster of them, those without a shift in it
   * @param withoutPunch of them, those with shifts and not one punch
   * @param lastPunch the day of the last punch of the month
   * @param withoutKeyFigures of them, those who are evaluated and have none
   * @param openRequests leave in the month that nobody has decided
   * @param openCertificates sick leave that counts as personal once the month is published (C4)
   * @param openMonth an earlier month that is begun and not published
   */
  record Readiness(
      @Nullable String edition,
      long people,
      long withoutRoster,
      long withoutPunch,
      long withoutKeyFigures,
      long shifts,
      long punches,
      @Nullable LocalDate lastPunch,
      long leaves,
      long incidents,
      long exams,
      long openRequests,
      long openCertificates,
      @Nullable String openMonth) {

    /** Whether there is something to look after first. */
    public boolean isLacking() {
      return edition == null
          || people == 0
          || openMonth != null
          || Stream.of(
                  withoutRoster, withoutPunch, withoutKeyFigures, openRequests, openCertificates)
              .anyMatch(count -> count > 0);
    }
  }

  private static final String COUNTS =
      """
      with due as (
        select employee_no, position from books.employee
        where hire_date <= :last and coalesce(last_day, :last) >= :first)
      select
        count(*) as people,
        count(*) filter (where coalesce(m.shifts, 0) = 0) as without_roster,
        count(*) filter (where m.shifts > 0 and m.punches = 0) as without_punch,
        count(*) filter (where d.position = any (:evaluated) and k.employee_no is null) as without_figures,
        coalesce(sum(m.shifts), 0) as shifts, coalesce(sum(m.punches), 0) as punches, max(m.last_punch) as last_punch,
        (select count(*) from books.leave where approved and from_date <= :last and to_date >= :first) as leaves,
        (select count(*) from books.incident where date between :first and :last) as incidents,
        (select count(*) from books.exam where date between :first and :last) as exams,
        (select count(*) from leave_application
          where state = 'asked' and from_date <= :last and to_date >= :first) as open_requests,
        (select count(*) from leave_application a join work_case c on c.case_no = a.leave_no and c.closed_at is null
          where a.state = 'approved' and a.type = 'SICK' and not a.has_certificate and a.from_date <= :last)
          as open_certificates,
        (select min(month) from pay_month where month < :month and state not in ('published', 'paid')) as open_month
      from due d
      left join books.person_month m on m.month = :first and m.employee_no = d.employee_no
      left join books.key_figures k on k.month = :month and k.employee_no = d.employee_no
      """;

  private final JdbcClient jdbc;
  private final RuleBooks ruleBooks = RuleBooks.bundled();

  MonthReadiness(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Looks at the books as they are now. */
  Readiness of(PayMonth month) {
    RuleBook book = ruleBooks.inEffect(month).map(edition -> edition.book()).orElse(null);
    Set<Position> evaluated = book == null ? Set.of() : book.evaluation().evaluated().positions();
    List<String> positions = evaluated.stream().map(Position::name).toList();
    return jdbc.sql(COUNTS)
        .param("month", month.toString())
        .param("first", month.first())
        .param("last", month.last())
        .param("evaluated", positions.toArray(String[]::new))
        .query((row, rowNumber) ->
            new Readiness(
                book == null ? null : book.edition(),
                row.getLong("people"),
                row.getLong("without_roster"),
                row.getLong("without_punch"),
                row.getLong("without_figures"),
                row.getLong("shifts"),
                row.getLong("punches"),
                row.getObject("last_punch", LocalDate.class),
                row.getLong("leaves"),
                row.getLong("incidents"),
                row.getLong("exams"),
                row.getLong("open_requests"),
                row.getLong("open_certificates"),
                row.getString("open_month")))
        .single();
  }
}
