package io.monthend.bench;

import io.monthend.bench.Measured.Floor;
import io.monthend.bench.Measured.Work;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Measures the floor on the server that has just closed a month: the facts of its run loaded, the
 * same facts read, and its results written, by one connection, one table after another.
 *
 * <p>It is the fastest plain way we know: {@code COPY … BINARY} of rows that lie ready in a file,
 * so that nobody parses or checks anything, into a table without keys made in the same transaction,
 * so that nothing goes through the write-ahead log; and {@code select} of all columns, unsorted,
 * fetched in blocks.
 */
final class FloorRun {

  private static final int ROWS_PER_FETCH = 5_000;
  private static final int BUFFER_BYTES = 1 << 16;
  private static final String SCHEMA = "bench_floor";

  /** The tables with a partition a run; those with row numbers hold facts. */
  private static final String TABLES =
      """
      select c.relname, string_agg(quote_ident(a.attname), ', ' order by a.attnum)
          filter (where a.attname not in ('run_id', 'bucket', 'row_no')) as columns,
        bool_or(a.attname = 'row_no') as has_facts
      from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relkind = 'p' and not c.relispartition and c.relnamespace = 'public'::regnamespace
      group by c.relname
      having bool_or(a.attname = 'run_id')
      order by c.relname
      """;

  private record Table(String name, String columns, boolean hasFacts) {

    String floor() {
      return SCHEMA + "." + name;
    }
  }

  private final Connection connection;
  private final CopyManager copies;
  private final Path file;

  /** Rows lie ready in {@code file}, a table's at a time. */
  FloorRun(Connection connection, Path file) throws SQLException {
    this.connection = connection;
    this.copies = connection.unwrap(PGConnection.class).getCopyAPI();
    this.file = file;
  }

  Floor measure() throws SQLException, IOException {
    connection.setAutoCommit(false);
    execute("create schema " + SCHEMA);
    connection.commit();
    List<Table> tables = tables();
    List<Table> facts = tables.stream().filter(Table::hasFacts).toList();
    List<Table> results = tables.stream().filter(table -> !table.hasFacts()).toList();
    Work load = load(facts);
    Work read = read(facts);
    return new Floor(load, read, load(results));
  }

  private List<Table> tables() throws SQLException {
    List<Table> tables = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(TABLES)) {
      while (row.next()) {
        tables.add(new Table(row.getString(1), row.getString(2), row.getBoolean(3)));
      }
    }
    return tables;
  }

  private Work load(List<Table> tables) throws SQLException, IOException {
    Work work = Work.NONE;
    for (Table table : tables) {
      layReady(table);
      long began = System.nanoTime();
      execute(
          "create table %s as select %s from %s where false"
              .formatted(table.floor(), table.columns(), table.name()));
      long rows;
      try (InputStream bytes =
          new BufferedInputStream(Files.newInputStream(file), 4 * BUFFER_BYTES)) {
        rows =
            copies.copyIn(
                "copy " + table.floor() + " from stdin (format binary)", bytes, BUFFER_BYTES);
      }
      connection.commit();
      work = work.plus(rows, System.nanoTime() - began);
    }
    Files.deleteIfExists(file);
    return work;
  }

  private void layReady(Table table) throws SQLException, IOException {
    try (OutputStream bytes =
        new BufferedOutputStream(Files.newOutputStream(file), 4 * BUFFER_BYTES)) {
      copies.copyOut(
          "copy (select %s from %s where run_id = (select max(id) from close_run)) to stdout (format binary)"
              .formatted(table.columns(), table.name()),
          bytes);
    }
    connection.commit();
  }

  private Work read(List<Table> tables) throws SQLException {
    Work work = Work.NONE;
    for (Table table : tables) {
      long began = System.nanoTime();
      long rows = 0;
      try (Statement statement = connection.createStatement()) {
        statement.setFetchSize(ROWS_PER_FETCH);
        try (ResultSet row = statement.executeQuery("select * from " + table.floor())) {
          int columns = row.getMetaData().getColumnCount();
          while (row.next()) {
            rows++;
            for (int column = 1; column <= columns; column++) {
              row.getString(column);
            }
          }
        }
      }
      connection.commit();
      work = work.plus(rows, System.nanoTime() - began);
    }
    return work;
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
