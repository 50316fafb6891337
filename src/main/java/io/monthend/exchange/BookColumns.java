package io.monthend.exchange;

import io.monthend.people.Facts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The columns of a kind of fact in the books, in the pieces of SQL that an import is made of.
 *
 * @param key those by which rows are told apart
 * @param values all others
 */
record BookColumns(List<String> key, List<String> values) {

  static BookColumns of(Facts<?> facts) {
    List<String> key = facts.books().key();
    Set<String> values = new LinkedHashSet<>();
    values.add("employee_no");
    values.addAll(facts.columns());
    key.forEach(values::remove);
    return new BookColumns(key, List.copyOf(values));
  }

  /** Each column in some form, with commas between. */
  static String list(List<String> columns, UnaryOperator<String> form) {
    return columns.stream().map(form).collect(Collectors.joining(", "));
  }

  static String list(List<String> columns) {
    return String.join(", ", columns);
  }

  List<String> all() {
    List<String> all = new ArrayList<>(key);
    all.addAll(values);
    return all;
  }

  /** The key but for the number that tells rows apart that are alike. */
  List<String> alike() {
    return key.stream().filter(column -> !column.equals("nth")).toList();
  }

  /** Whether two rows have the same key. */
  String sameKey(String one, String other) {
    return key.stream()
        .map(column -> one + "." + column + " = " + other + "." + column)
        .collect(Collectors.joining(" and "));
  }

  /** Whether rows {@code r} and {@code b} of the same key differ. */
  String differ() {
    return values.isEmpty()
        ? "false"
        : "(%s) is distinct from (%s)"
            .formatted(list(values, "r."::concat), list(values, "b."::concat));
  }

  /** What differs between them; of a figure of pay or evaluation only that it does. */
  String what() {
    return values.isEmpty() ? "''" : "concat_ws('; ', " + list(values, BookColumns::what) + ")";
  }

  private static String what(String column) {
    String shown = column.replaceAll("_(cents|hundredths|millionths)$", "");
    String text =
        shown.equals(column)
            ? "'%1$s: ' || coalesce(b.%1$s::text, '-') || ' → ' || coalesce(r.%1$s::text, '-')"
                .formatted(column)
            : "'" + shown + "'";
    return "case when r.%1$s is distinct from b.%1$s then %2$s end".formatted(column, text);
  }

  /** The key of a row {@code r} as people read it. */
  String keyText() {
    return key.stream()
        .map(column ->
            column.equals("at") ? "replace(r.at::text, ' ', 'T')" : "r." + column + "::text")
        .collect(Collectors.joining(" || ' ' || "));
  }

  /**
   * The same for a cell: text that a spreadsheet would take for a formula begins with an
   * apostrophe.
   */
  String keyCell() {
    return "case when left(r.%s, 1) in ('=', '+', '-', '@', e'\\t', e'\\r') then '''' else '' end || %s"
        .formatted(key.getFirst(), keyText());
  }
}
