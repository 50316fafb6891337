package io.monthend.exchange;

import io.monthend.exchange.Row.Fault;
import io.monthend.kernel.PayMonth;
import io.monthend.people.Facts;
import io.monthend.rulebook.RuleBook;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The month's facts as they stand in the books, at one moment, given as the rows of the file
 * contract: so a month closed from the books goes the same way as one closed from files.
 */
final class BooksInput implements MonthInput {

  /** How far beyond the month rosters and punches are given: as far as a night shift reaches. */
  private static final int NEIGHBOURING_DAYS = 2;

  private static final int ROWS_AT_ONCE = 2_000;

  private static final Set<String> FLAGS =
      Set.of("notice_waived", "certificate", "approved", "last");

  /** Columns of the tables that hold whole numbers of a smaller unit, and its decimals. */
  private static final Map<String, Integer> UNITS =
      Map.of("_cents", 2, "_hundredths", 2, "_millionths", 6);

  private static final String CODES =
      """
      create temp table frozen_codes on commit drop as select unnest(?::text[]) as code
      """;

  /** Those employed in the month, and others whom punches or payments of the month speak of. */
  private static final String PEOPLE =
      """
      create temp table frozen_person on commit drop as
      select e.employee_no from books.employee e, frozen_month m
      where (e.hire_date <= m.last and (e.last_day is null or e.last_day >= m.first))
        or exists (
          select from books.punch p
          where p.employee_no = e.employee_no and p.at >= m.first and p.at < m.last + 1)
        or exists (
          select from books.cash_payment c
          where c.employee_no = e.employee_no and c.date between m.first and m.last)
      """;

  private final Connection connection;
  private final long people;

  /** The row that is just being read, which a fault is named by; 0 = none. */
  private int rowAtHand;

  private List<String> cellsAtHand = List.of();

  private BooksInput(Connection connection, long people) {
    this.connection = connection;
    this.people = people;
  }

  /** Looks at the books of this moment; the connection is closed with it. */
  static BooksInput open(Connection connection, PayMonth month, RuleBook rulebook)
      throws SQLException {
    try {
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.execute(
            """
            create temp table frozen_month on commit drop as
            select '%s'::text as month, date '%s' as first, date '%s' as last, date '%s' as from_date, date '%s' as to_date
            """
                .formatted(
                    month,
                    month.first(),
                    month.last(),
                    month.first().minusDays(NEIGHBOURING_DAYS),
                    month.last().plusDays(NEIGHBOURING_DAYS)));
      }
      try (PreparedStatement codes = connection.prepareStatement(CODES)) {
        Object[] counted = rulebook.incidents().codesCountedOverEmployment().toArray();
        codes.setArray(1, connection.createArrayOf("text", counted));
        codes.execute();
      }
      try (Statement statement = connection.createStatement()) {
        long people = statement.executeLargeUpdate(PEOPLE);
        statement.execute("analyze frozen_person");
        return new BooksInput(connection, people);
      }
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  @Override
  public boolean has(InputFile<?> file) {
    return !file.name().equals(InputFiles.EMPLOYEES) || people > 0;
  }

  @Override
  public String withoutEmployees() {
    return "nobody in the books is employed in this month; import the employees first";
  }

  @Override
  public List<String> strangers(List<InputFile<?>> files) {
    return List.of();
  }

  /** Exact for the employees, which is what the split into buckets asks for; 0 else. */
  @Override
  public long countRows(InputFile<?> file) {
    return file.name().equals(InputFiles.EMPLOYEES) ? people : 0;
  }

  @Override
  public void read(InputFile<?> file, Rejects rejects, RowSink sink) throws SQLException {
    List<String> tableColumns =
        file.columns().stream().map(column -> tableColumn(column, file.facts())).toList();
    String sql =
        "select %s from (%s) fact join frozen_person using (employee_no) order by %s"
            .formatted(
                tableColumns.stream().map(BooksInput::asText).collect(Collectors.joining(", ")),
                Objects.requireNonNull(file.facts().books().ofMonth()),
                String.join(", ", file.facts().books().key()));
    Row row = new Row(file.columns(), IntStream.range(0, file.columns().size()).toArray());
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setFetchSize(ROWS_AT_ONCE);
      try (ResultSet rows = statement.executeQuery()) {
        for (int number = 1; rows.next(); number++) {
          List<String> cells = cells(rows, file.columns(), tableColumns);
          rowAtHand = number;
          cellsAtHand = cells;
          row.set(number, cells);
          sink.accept(row);
        }
        rowAtHand = 0;
      }
    }
  }

  private static List<String> cells(ResultSet row, List<String> columns, List<String> tableColumns)
      throws SQLException {
    List<String> cells = new ArrayList<>(columns.size());
    for (int i = 0; i < columns.size(); i++) {
      cells.add(cell(columns.get(i), tableColumns.get(i), row.getString(i + 1)));
    }
    return cells;
  }

  private static String cell(String column, String tableColumn, @Nullable String value) {
    if (value == null) {
      return "";
    }
    if (FLAGS.contains(column)) {
      return value.equals("true") ? "Y" : "N";
    }
    Integer decimals = UNITS.get(tableColumn.substring(column.length()));
    return decimals == null ? value : new BigDecimal(value).movePointLeft(decimals).toPlainString();
  }

  private static String asText(String tableColumn) {
    return tableColumn.equals("at")
        ? "to_char(at, 'YYYY-MM-DD\"T\"HH24:MI:SS')"
        : tableColumn + "::text";
  }

  /** The column of the table in which a column of the file is kept. */
  private static String tableColumn(String column, Facts<?> facts) {
    return facts.columns().stream()
        .filter(kept ->
            kept.equals(column)
                || kept.equals("is_" + column)
                || UNITS.keySet().stream().anyMatch(unit -> kept.equals(column + unit)))
        .findFirst()
        .orElse(column);
  }

  @Override
  public void reject(InputFile<?> file, int row, Fault fault, Rejects rejects) {
    String which = row > 0 && row == rowAtHand ? ": " + key(file) : "";
    rejects.add(
        file.name() + " in the books" + which, row, fault.column(), fault.value(), fault.reason());
  }

  private String key(InputFile<?> file) {
    return file.facts().books().key().stream()
        .map(file.columns()::indexOf)
        .filter(place -> place >= 0)
        .map(cellsAtHand::get)
        .collect(Collectors.joining(", "));
  }

  @Override
  public void close() throws SQLException {
    try (connection) {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }
}
