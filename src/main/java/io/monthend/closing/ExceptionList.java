package io.monthend.closing;

import io.monthend.closing.ReviewItem.Kind;
import io.monthend.kernel.PayMonth;
import io.monthend.kernel.Source;
import io.monthend.people.Account;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The things to look at of a run as a list to work through; what was looked at is marked. */
@Component
class ExceptionList {

  /** The most items on a page. */
  static final int SIZE = 50;

  /**
   * One item.
   *
   * @param key by which it is marked
   * @param markedBy the name of who has looked at it; absent where nobody has
   * @param words what they noted
   */
  record Row(
      String key,
      String employeeNo,
      String name,
      String team,
      ReviewItem item,
      @Nullable String markedBy,
      @Nullable Instant markedAt,
      String words) {}

  /** Some of them, and how many there are in all. */
  record Rows(List<Row> rows, long total) {}

  private static final String ITEMS =
      """
      from review_item i
      left join review_mark m on m.month = :month and m.employee_no = i.employee_no and m.kind = i.kind
        and m.source = i.source and m.note = i.note
      where i.run_id = :run and (:kind::text is null or i.kind = :kind)
      """;

  private static final String KEY = "md5(concat_ws('|', i.employee_no, i.kind, i.source, i.note))";

  private final JdbcClient jdbc;
  private final Clock clock;

  ExceptionList(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * A page of the list, by kind and person.
   *
   * @param kind only this one; null = all
   * @param isOpen only those nobody has looked at
   */
  Rows of(CloseRun run, @Nullable Kind kind, boolean isOpen, int page) {
    long[] total = {0};
    List<Row> rows =
        jdbc.sql(
                """
                select %s as key, i.*, e.name, e.team, m.marked_at, m.words, a.name as marked_by, count(*) over () as total
                %s %s
                order by i.kind, i.employee_no, i.source, i.note limit :size offset :offset
                """
                    .formatted(
                        KEY,
                        ITEMS.replace(
                            "where",
                            """
                            left join account a on a.username = m.marked_by
                            left join employee e on e.run_id = :run and e.employee_no = i.employee_no
                            where\
                            """),
                        isOpen ? "and m.marked_at is null" : ""))
            .param("month", run.month().toString())
            .param("run", run.id())
            .param("kind", kind == null ? null : kind.name(), Types.VARCHAR)
            .param("size", SIZE)
            .param("offset", (long) page * SIZE)
            .query((row, rowNumber) -> {
              total[0] = row.getLong("total");
              return new Row(
                  row.getString("key"),
                  row.getString("employee_no"),
                  String.valueOf(row.getString("name")),
                  String.valueOf(row.getString("team")),
                  new ReviewItem(
                      Kind.valueOf(row.getString("kind")),
                      new Source(row.getString("source")),
                      row.getString("note")),
                  row.getString("marked_by"),
                  CloseRequests.instant(row.getTimestamp("marked_at")),
                  row.getString("words") == null ? "" : row.getString("words"));
            })
            .list();
    return new Rows(rows, total[0]);
  }

  /** How many nobody has looked at. */
  long open(CloseRun run) {
    return jdbc.sql("select count(*) " + ITEMS + "and m.marked_at is null")
        .param("month", run.month().toString())
        .param("run", run.id())
        .param("kind", null, Types.VARCHAR)
        .query(Long.class)
        .single();
  }

  /** Marks items as looked at, with a note for all of them; tells how many it were. */
  int mark(CloseRun run, Account who, Collection<String> keys, String words) {
    return jdbc.sql(
            """
            insert into review_mark (month, employee_no, kind, source, note, words, marked_by, marked_at)
            select distinct :month, i.employee_no, i.kind, i.source, i.note, :words, :by, :at::timestamptz
            from review_item i where i.run_id = :run and %s = any (:keys)
            on conflict do nothing
            """
                .formatted(KEY))
        .param("month", run.month().toString())
        .param("words", words)
        .param("by", who.username())
        .param("at", Timestamp.from(clock.instant()))
        .param("run", run.id())
        .param("keys", keys.toArray(String[]::new))
        .update();
  }

  /** Marks all items of a kind, or of every kind where it is null; tells how many it were. */
  int markAll(CloseRun run, Account who, @Nullable Kind kind, String words) {
    return jdbc.sql(
            """
            insert into review_mark (month, employee_no, kind, source, note, words, marked_by, marked_at)
            select distinct :month, employee_no, kind, source, note, :words, :by, :at::timestamptz
            from review_item where run_id = :run and (:kind::text is null or kind = :kind)
            on conflict do nothing
            """)
        .param("month", run.month().toString())
        .param("words", words)
        .param("by", who.username())
        .param("at", Timestamp.from(clock.instant()))
        .param("run", run.id())
        .param("kind", kind == null ? null : kind.name(), Types.VARCHAR)
        .update();
  }

  /** Takes marks off again; tells how many it were. */
  int unmark(PayMonth month, Collection<String> keys) {
    return jdbc.sql(
            "delete from review_mark i where month = :month and %s = any (:keys)".formatted(KEY))
        .param("month", month.toString())
        .param("keys", keys.toArray(String[]::new))
        .update();
  }
}
