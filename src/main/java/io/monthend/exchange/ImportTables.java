package io.monthend.exchange;

import io.monthend.people.BookTable;
import io.monthend.people.BookTable.Repeats;
import io.monthend.people.FactCheck.BadRow;
import io.monthend.people.Facts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The rows of an import on their way into the books: for each kind of fact a temporary table with
 * the name of the frozen one, which it hides on this connection, so that the same checks look at
 * it. Rows of the file keep their number; rows of the books beside them have one below 0.
 */
final class ImportTables {

  /** Rows of a file by what became of them. */
  record Counts(long added, long changed, long unchanged) {}

  private static final String CREATE =
      """
      create temp table %1$s (
        run_id bigint not null default 0, bucket smallint not null, row_no int not null, like books.%1$s including defaults
      ) on commit drop
      """;

  private static final String ADD_BESIDE =
      """
      insert into pg_temp.%1$s (bucket, row_no, %2$s)
      select 0, (- row_number() over ())::int, %2$s from (%3$s) b
      where not exists (select from pg_temp.%1$s r where %4$s)
      """;

  private static final String NUMBER =
      """
      update pg_temp.%1$s r set nth = numbered.place
      from (
        select row_no, row_number() over (partition by %2$s order by %3$s, row_no) as place from pg_temp.%1$s
      ) numbered
      where numbered.row_no = r.row_no and numbered.place > 1
      """;

  private static final String TOO_FEW =
      """
      select r.row_no, %2$s as value,
        'the books have ' || kept.rows || ' of this date; name all of them, or none' as reason
      from (select min(row_no) as row_no, count(*) as rows, %3$s from pg_temp.%1$s group by %3$s) r
      join (select count(*) as rows, %3$s from books.%1$s group by %3$s) kept using (%3$s)
      where r.rows < kept.rows
      order by 1
      """;

  private static final String ANSWER =
      """
      create temp table answer_%1$s on commit drop as
      select row_no, key, answer, case when answer = 'changed' then what else '' end as what,
        case when answer = 'unchanged' then '' else closed end as closed
      from (
        select r.row_no, %2$s as key,
          case when %3$s then 'unchanged' when b.employee_no is null then 'added' when %4$s then 'changed' else 'unchanged' end
            as answer,
          %5$s as what, %6$s as closed
        from %7$s r left join books.%1$s b on %8$s
        where r.row_no > 0
      ) compared
      """;

  private static final String CLOSED =
      """
      coalesce((
        select string_agg(m.month, ' ' order by m.month) from pay_month m
        where m.state in ('published', 'paid')
          and m.month between to_char(least(%s, %s), 'YYYY-MM') and to_char(greatest(%s, %s), 'YYYY-MM')), '')\
      """;

  private static final String ADD =
      """
      insert into books.%1$s (%2$s)
      select %2$s from pg_temp.%1$s r join answer_%1$s a using (row_no) where a.answer = 'added'
      """;

  private static final String CHANGE =
      """
      update books.%1$s b set %2$s
      from pg_temp.%1$s r join answer_%1$s a on a.row_no = r.row_no
      where a.answer = 'changed' and %3$s
      """;

  private final JdbcClient jdbc;

  ImportTables(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Makes the empty table of a kind; its facts are of a month, where their rows do not say. */
  void create(Facts<?> facts, @Nullable String month) {
    run(CREATE.formatted(facts.table()));
    if (month != null && isMonthly(facts)) {
      run(
          "alter table pg_temp.%s alter column month set default '%s'"
              .formatted(facts.table(), month));
    }
  }

  /** Whether the rows of the file do not say of which month they are. */
  static boolean isMonthly(Facts<?> facts) {
    return facts.books().key().contains("month") && !facts.columns().contains("month");
  }

  /** Puts the rows of the books beside those of the file that must be checked together. */
  void addBeside(Facts<?> facts) {
    BookTable books = facts.books();
    if (!books.beside().isBlank()) {
      run(
          ADD_BESIDE.formatted(
              facts.table(),
              String.join(", ", columns(facts)),
              books.beside(),
              sameKey(books, "b", "r")));
    }
    run("analyze pg_temp." + facts.table());
  }

  /** Numbers what is alike and may be, and reports where the file names too few of them. */
  void number(Facts<?> facts, Consumer<BadRow> bad) {
    if (facts.books().repeats() != Repeats.COUNTED_EACH) {
      return;
    }
    String alike = list(alike(facts), UnaryOperator.identity());
    run(NUMBER.formatted(facts.table(), alike, list(values(facts), UnaryOperator.identity())));
    String column = alike(facts).getLast();
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

  /** Compares every row of the file with the books. */
  Counts answer(Facts<?> facts) {
    BookTable books = facts.books();
    boolean once = books.repeats() == Repeats.COUNTED_ONCE;
    String rows =
        once
            ? "(select *, row_number() over (partition by %s order by row_no) as time from pg_temp.%s where row_no > 0)"
                .formatted(String.join(", ", books.key()), facts.table())
            : "pg_temp." + facts.table();
    List<String> values = values(facts);
    run(
        ANSWER.formatted(
            facts.table(),
            keyText(facts),
            once ? "r.time > 1" : "false",
            values.isEmpty()
                ? "false"
                : "(%s) is distinct from (%s)"
                    .formatted(list(values, c -> "r." + c), list(values, c -> "b." + c)),
            values.isEmpty() ? "''" : what(values),
            closed(books),
            rows,
            sameKey(books, "r", "b")));
    return jdbc.sql(
            """
            select count(*) filter (where answer = 'added') as added,
              count(*) filter (where answer = 'changed') as changed,
              count(*) filter (where answer = 'unchanged') as unchanged
            from answer_%s
            """
                .formatted(facts.table()))
        .query((row, rowNumber) ->
            new Counts(row.getLong("added"), row.getLong("changed"), row.getLong("unchanged")))
        .single();
  }

  /** The closed months to which rows that were added or changed belong. */
  List<String> closedMonths(Facts<?> facts) {
    return jdbc.sql(
            """
            select distinct unnest(string_to_array(closed, ' ')) as month
            from (select distinct closed from answer_%s where closed <> '') answers
            order by month
            """
                .formatted(facts.table()))
        .query((row, rowNumber) -> row.getString(1))
        .list();
  }

  /** What the books hold under the key of a row, in words. */
  String describe(Facts<?> facts, int rowNo) {
    return jdbc.sql(
            "select %s from pg_temp.%s r where row_no = :row"
                .formatted(keyText(facts), facts.table()))
        .param("row", rowNo)
        .query((row, rowNumber) -> row.getString(1))
        .single();
  }

  /** Writes what is new or changed into the books. */
  void merge(Facts<?> facts, Counts counts) {
    if (counts.added() > 0) {
      run(ADD.formatted(facts.table(), String.join(", ", columns(facts))));
    }
    if (counts.changed() > 0) {
      run(
          CHANGE.formatted(
              facts.table(),
              list(values(facts), column -> column + " = r." + column),
              sameKey(facts.books(), "r", "b")));
    }
    if (counts.added() + counts.changed() > 0) {
      run("analyze books." + facts.table());
    }
  }

  /** A copy of the answers to the rows of a file, in their order. */
  static String answersAsCsv(InputFile<?> file) {
    return """
    copy (
      select '%s', row_no, case when key ~ '^[=+@\\t\\r-]' then '''' || key else key end, answer, nullif(what, ''),
        case when closed <> '' then closed || ' is closed and stays as it was; reopen it, or correct it later' end
      from answer_%s order by row_no
    ) to stdout (format csv)
    """
        .formatted(file.name(), file.facts().table());
  }

  private String closed(BookTable books) {
    boolean some =
        books.first() != null
            && jdbc.sql(
                    "select exists (select from pay_month where state in ('published', 'paid'))")
                .query(Boolean.class)
                .single();
    if (!some) {
      return "''";
    }
    String first = String.valueOf(books.first());
    String last = String.valueOf(books.last());
    return CLOSED.formatted(first, ofBooks(first), last, ofBooks(last));
  }

  private static String ofBooks(String expression) {
    return expression.replace("r.", "b.");
  }

  /** What differs; of a figure of pay or evaluation only that it does. */
  private static String what(List<String> values) {
    return "concat_ws('; ', "
        + list(
            values,
            column -> {
              String shown = column.replaceAll("_(cents|hundredths|millionths)$", "");
              String text =
                  shown.equals(column)
                      ? "'%1$s: ' || coalesce(b.%1$s::text, '-') || ' → ' || coalesce(r.%1$s::text, '-')"
                          .formatted(column)
                      : "'" + shown + "'";
              return "case when r.%1$s is distinct from b.%1$s then %2$s end"
                  .formatted(column, text);
            })
        + ")";
  }

  private static String keyText(Facts<?> facts) {
    return "concat_ws(' ', "
        + list(
            facts.books().key(),
            column ->
                column.equals("at")
                    ? "to_char(r.at, 'YYYY-MM-DD\"T\"HH24:MI:SS')"
                    : "r." + column + "::text")
        + ")";
  }

  private static String sameKey(BookTable books, String one, String other) {
    return books.key().stream()
        .map(column -> one + "." + column + " = " + other + "." + column)
        .collect(Collectors.joining(" and "));
  }

  private static List<String> columns(Facts<?> facts) {
    Set<String> columns = new LinkedHashSet<>(facts.books().key());
    columns.add("employee_no");
    columns.addAll(facts.columns());
    return List.copyOf(columns);
  }

  private static List<String> values(Facts<?> facts) {
    List<String> values = new ArrayList<>(columns(facts));
    values.removeAll(facts.books().key());
    return values;
  }

  /** The columns of the key but the number. */
  private static List<String> alike(Facts<?> facts) {
    return facts.books().key().stream().filter(column -> !column.equals("nth")).toList();
  }

  private static String list(List<String> columns, UnaryOperator<String> form) {
    return columns.stream().map(form).collect(Collectors.joining(", "));
  }

  private void run(String sql) {
    jdbc.sql(sql).update();
  }
}
