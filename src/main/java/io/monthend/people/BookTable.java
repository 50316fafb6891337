package io.monthend.people;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a kind of fact stands in the books, the living facts of the installation: a table in the
 * schema {@code books} of the same name and columns as the frozen one, and a primary key.
 *
 * @param key its columns; {@code nth} numbers those that are alike, {@code month} stands for facts
 *     whose file does not say of which month they are
 * @param repeats what the same key twice in a file means
 * @param first the first date a row {@code r} belongs to, as an expression; null = it belongs to no
 *     month
 * @param last the last such date
 * @param beside a query for the rows of the books that a file's rows must be checked together with;
 *     the file's rows are in tables of the same names outside the schema; blank = none
 * @param ofMonth a query for the rows that the close of a month needs; {@code frozen_month} has the
 *     month, its {@code first} and {@code last} day, and with its neighbours {@code from_date} and
 *     {@code to_date}, and {@code frozen_codes} the codes of incidents that count over the whole
 *     employment; null = never frozen
 */
public record BookTable(
    List<String> key,
    Repeats repeats,
    @Nullable String first,
    @Nullable String last,
    String beside,
    @Nullable String ofMonth) {

  /** What rows of one file with the same key are. */
  public enum Repeats {
    /** A fault of the file. */
    REFUSED,
    /** The same fact, said again. */
    COUNTED_ONCE,
    /** As many facts; a file that names some of them must name them all. */
    COUNTED_EACH
  }

  public BookTable {
    key = List.copyOf(key);
  }

  /** Facts with a date each, of which a close needs those of its month. */
  public static BookTable byDate(String table, List<String> key, Repeats repeats) {
    return new BookTable(
        key,
        repeats,
        "r.date",
        "r.date",
        "",
        "select r.* from books.%s r, frozen_month m where r.date between m.first and m.last"
            .formatted(table));
  }

  /** Facts that a person has once a month. */
  public static BookTable onceAMonth(String table) {
    String first = "to_date(r.month, 'YYYY-MM')";
    return new BookTable(
        List.of("month", "employee_no"),
        Repeats.REFUSED,
        first,
        first,
        "",
        "select r.* from books.%s r, frozen_month m where r.month = m.month".formatted(table));
  }
}
