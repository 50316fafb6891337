package io.monthend.exchange;

import static io.monthend.exchange.BookColumns.list;

import io.monthend.people.BookTable;
import io.monthend.people.BookTable.Repeats;
import io.monthend.people.FactCheck.BadRow;
import io.monthend.people.Facts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The rows of an import on their way into the books. For each kind of fact they come into a
 * temporary table, {@code given_…}, become {@code compared_…} with the answer to each, and what has
 * to be checked is a view with the name of the frozen table, which it hides on this connection, so
 * that the same checks look at it: rows that are new or changed, and those of the books beside
 * them. Rows of the file keep their number; what only the books have gets one below 0.
 */
final class ImportTables {

  /** Rows of a file by what became of them. */
  record Counts(long added, long changed, long unchanged) {}

  /**
   * Between which values of a column the rows of a file lie. Where the books have nothing there,
   * nothing has to be compared.
   */
  private record Span(String column, String first, String last) {

    String of(String row) {
      return "%s.%s between '%s' and '%s'".formatted(row, column, first, last);
    }

    boolean touches(String month) {
      int length = month.length();
      return month.compareTo(first.substring(0, length)) >= 0
          && month.compareTo(last.substring(0, length)) <= 0;
    }
  }

  /** Columns that a span is taken of: the rows of books and files lie by them. */
  private static final List<String> SPANNED = List.of("at", "date", "month");

  private static final String CREATE =
      """
      create temp table given_%1$s (
        run_id bigint not null default 0, bucket smallint not null, row_no int not null,
        like books.%1$s including defaults, answer text not null default 'added', what text, closed text
      ) on commit drop
      """;

  private static final String NUMBER =
      """
      update given_%1$s r set nth = numbered.place
      from (
        select row_no, row_number() over (partition by %2$s order by %3$s, row_no) as place from given_%1$s
      ) numbered
      where numbered.row_no = r.row_no and numbered.place > 1
      """;

  private static final String TOO_FEW =
      """
      select r.row_no, %2$s as value,
        'the books have ' || kept.rows || ' of this date; name all of them, or none' as reason
      from (select min(row_no) as row_no, count(*) as rows, %3$s from given_%1$s group by %3$s) r
      join (select count(*) as rows, %3$s from books.%1$s group by %3$s) kept using (%3$s)
      where r.rows < kept.rows
      order by 1
      """;

  private static final String REPEATED =
      """
      select exists (
        select from (select row_number() over (partition by %2$s) as place from given_%1$s) numbered where place > 1)
      """;

  /** Of rows repeated in a file where that is a fault, each is checked, whatever the books have. */
  private static final String COMPARE =
      """
      create temp table compared_%1$s on commit drop as
      select run_id, bucket, row_no, %2$s, answer, case answer when 'changed' then what end as what,
        case when answer in ('added', 'changed') then closed end as closed
      from (
        select r.run_id, r.bucket, r.row_no, %3$s,
          case when r.repeated then 'repeated' when b.employee_no is null then 'added'
            when %4$s then 'changed' else 'unchanged' end as answer,
          %5$s as what, %6$s as closed
        from (select *, %7$s as repeated from given_%1$s) r
        left join books.%1$s b on %8$s
      ) compared
      """;

  private static final String CLOSED =
      """
      (select string_agg(m.month, ' ' order by m.month) from pay_month m
       where m.state in ('published', 'paid')
         and m.month between to_char(least(%s, %s), 'YYYY-MM') and to_char(greatest(%s, %s), 'YYYY-MM'))\
      """;

  /** What did not change needs no check, unless it is about somebody whose terms did. */
  private static final String TO_CHECK =
      """
      create temp view %1$s as select run_id, bucket, row_no, %2$s from compared_%1$s
      where answer <> 'unchanged' or employee_no in (select employee_no from compared_employee where answer = 'changed')
      """;

  private static final String ADD_BESIDE =
      """
      insert into compared_%1$s (run_id, bucket, row_no, %2$s, answer)
      select 0, 0, coalesce(u.row_no, (- row_number() over ())::int), %3$s, 'beside'
      from (%4$s) b
      left join compared_%1$s u on u.answer = 'unchanged' and %5$s
      where not exists (select from pg_temp.%1$s r where %6$s)
      """;

  private static final String ADD =
      """
      insert into books.%1$s (%2$s) select %2$s from compared_%1$s where answer = 'added' order by %3$s
      """;

  private static final String CHANGE =
      """
      update books.%1$s b set %2$s from compared_%1$s r where r.answer = 'changed' and %3$s
      """;

  private final JdbcClient jdbc;

  ImportTables(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Where the rows of a file are copied to. */
  static String given(Facts<?> facts) {
    return "given_" + facts.table();
  }

  /** Makes the empty table of a kind; its facts are of a month, where their rows do not say. */
  void create(Facts<?> facts, @Nullable String month) {
    run(CREATE.formatted(facts.table()));
    if (month != null && isMonthly(facts)) {
      run("alter table %s alter column month set default '%s'".formatted(given(facts), month));
    }
  }

  /** Whether the rows of the file do not say of which month they are. */
  static boolean isMonthly(Facts<?> facts) {
    return facts.books().key().contains("month") && !facts.columns().contains("month");
  }

  /** Numbers what is alike and may be, and reports where the file names too few of them. */
  void number(Facts<?> facts, Consumer<BadRow> bad) {
    if (facts.books().repeats() != Repeats.COUNTED_EACH) {
      return;
    }
    BookColumns columns = BookColumns.of(facts);
    String alike = list(columns.alike());
    run(NUMBER.formatted(facts.table(), alike, list(columns.values())));
    String column = columns.alike().getLast();
    jdbc.sql(TOO_FEW.formatted(facts.table(), column + "::text", alike))
        .query(
            (RowCallbackHandler)
                row ->
                    bad.accept(
                        new BadRow(
                            row.getInt("row_no"),
                            column,
                            row.getString("value"),
                            row.getString("reason"))));
  }

  /** Compares every row of the file with the books; those of people are the first. */
  void compare(Facts<?> facts) {
    Optional<Span> span = span(facts);
    boolean closed = touchesClosedMonth(facts, span);
    if (closed || isKnown(facts, span) || isRepeated(facts)) {
      compare(facts, span, closed);
      run("drop table " + given(facts));
    } else {
      run("alter table %s rename to compared_%s".formatted(given(facts), facts.table()));
    }
    run("analyze compared_" + facts.table());
    run(TO_CHECK.formatted(facts.table(), list(BookColumns.of(facts).all())));
  }

  private void compare(Facts<?> facts, Optional<Span> span, boolean closed) {
    BookTable books = facts.books();
    BookColumns columns = BookColumns.of(facts);
    String key = list(books.key());
    String repeated =
        switch (books.repeats()) {
          case REFUSED -> "count(*) over (partition by %s) > 1".formatted(key);
          case COUNTED_ONCE ->
              "row_number() over (partition by %s order by row_no) > 1".formatted(key);
          case COUNTED_EACH -> "false";
        };
    run(
        COMPARE.formatted(
            facts.table(),
            list(columns.all()),
            list(columns.all(), "r."::concat),
            columns.differ(),
            columns.what(),
            closed ? closed(books) : "null",
            repeated,
            columns.sameKey("r", "b") + span.map(of -> " and " + of.of("b")).orElse("")));
  }

  private Optional<Span> span(Facts<?> facts) {
    return SPANNED.stream()
        .filter(facts.books().key()::contains)
        .findFirst()
        .map(column ->
            jdbc.sql(
                    "select coalesce(min(%1$s)::text, '0001-01-01'), coalesce(max(%1$s)::text, '0001-01-01') from %2$s"
                        .formatted(column, given(facts)))
                .query((row, rowNumber) -> new Span(column, row.getString(1), row.getString(2)))
                .single());
  }

  private boolean isKnown(Facts<?> facts, Optional<Span> span) {
    return is(
        "select exists (select from books.%s b where %s)"
            .formatted(facts.table(), span.map(of -> of.of("b")).orElse("true")));
  }

  private boolean isRepeated(Facts<?> facts) {
    return facts.books().repeats() == Repeats.COUNTED_ONCE
        && is(REPEATED.formatted(facts.table(), list(facts.books().key())));
  }

  private boolean touchesClosedMonth(Facts<?> facts, Optional<Span> span) {
    return facts.books().first() != null
        && jdbc
            .sql("select month from pay_month where state in ('published', 'paid')")
            .query(String.class)
            .list()
            .stream()
            .anyMatch(month -> span.map(of -> of.touches(month)).orElse(true));
  }

  private static String closed(BookTable books) {
    String first = String.valueOf(books.first());
    String last = String.valueOf(books.last());
    return CLOSED.formatted(first, ofBooks(first), last, ofBooks(last));
  }

  private static String ofBooks(String expression) {
    return expression.replace("r.", "b.");
  }

  /** Puts the rows of the books beside those of the file that must be checked together. */
  void addBeside(Facts<?> facts) {
    BookColumns columns = BookColumns.of(facts);
    if (!facts.books().beside().isBlank()) {
      run(
          ADD_BESIDE.formatted(
              facts.table(),
              list(columns.all()),
              list(columns.all(), "b."::concat),
              facts.books().beside(),
              columns.sameKey("u", "b"),
              columns.sameKey("b", "r")));
      run("analyze compared_" + facts.table());
    }
  }

  /** How many rows of the file have which answer. */
  Counts counts(Facts<?> facts) {
    Map<String, Long> rows = new HashMap<>();
    jdbc.sql(
            "select answer, count(*) as rows from compared_%s group by answer"
                .formatted(facts.table()))
        .query((RowCallbackHandler) row -> rows.put(row.getString("answer"), row.getLong("rows")));
    return new Counts(
        rows.getOrDefault("added", 0L),
        rows.getOrDefault("changed", 0L),
        rows.getOrDefault("unchanged", 0L) + rows.getOrDefault("repeated", 0L));
  }

  /** The closed months to which rows that were added or changed belong. */
  List<String> closedMonths(Facts<?> facts) {
    return jdbc.sql(
            """
            select distinct unnest(string_to_array(closed, ' ')) as month
            from (select distinct closed from compared_%s) answers
            order by month
            """
                .formatted(facts.table()))
        .query((row, rowNumber) -> row.getString(1))
        .list();
  }

  /** What the books hold under the key of a row, in words. */
  String describe(Facts<?> facts, int rowNo) {
    return jdbc.sql(
            "select %s from compared_%s r where row_no = :row"
                .formatted(BookColumns.of(facts).keyText(), facts.table()))
        .param("row", rowNo)
        .query((row, rowNumber) -> row.getString(1))
        .single();
  }

  /** Writes what is new or changed into the books; in the order of their keys, which is fastest. */
  void merge(Facts<?> facts, Counts counts) {
    BookColumns columns = BookColumns.of(facts);
    if (counts.added() > 0) {
      run(ADD.formatted(facts.table(), list(columns.all()), list(columns.key())));
    }
    if (counts.changed() > 0) {
      run(
          CHANGE.formatted(
              facts.table(),
              list(columns.values(), column -> column + " = r." + column),
              columns.sameKey("r", "b")));
    }
    if (counts.added() + counts.changed() > 0) {
      run("analyze books." + facts.table());
    }
  }

  /** A copy of the answers to the rows of a file, in their order. */
  static String answersAsCsv(InputFile<?> file) {
    return """
    copy (
      select '%s', row_no, %s, case answer when 'repeated' then 'unchanged' else answer end, nullif(what, ''),
        closed || ' is closed and stays as it was; reopen it, or correct it later'
      from compared_%s r where answer <> 'beside' order by row_no
    ) to stdout (format csv)
    """
        .formatted(file.name(), BookColumns.of(file.facts()).keyCell(), file.facts().table());
  }

  private boolean is(String sql) {
    return jdbc.sql(sql).query(Boolean.class).single();
  }

  private void run(String sql) {
    jdbc.sql(sql).update();
  }
}
