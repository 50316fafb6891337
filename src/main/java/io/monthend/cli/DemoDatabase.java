package io.monthend.cli;

import io.monthend.database.EmbeddedServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The demo's database bears a mark, so that the demo never closes its months in another one, nor
 * empties it.
 */
final class DemoDatabase {

  private static final String IS_THE_DEMOS =
      """
      select coalesce(shobj_description(oid, 'pg_database') = 'The demo of Monthend', false)
      from pg_database where datname = current_database()
      """;

  private static final String IS_NEW =
      """
      select not exists (
        select from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname !~ '^pg_' and n.nspname <> 'information_schema')
      """;

  private static final String MARK =
      """
      do $$ begin
        execute format('comment on database %I is %L', current_database(), 'The demo of Monthend');
      end $$
      """;

  /** Others may use the database right now; it does not wait for them for ever. */
  private static final String EMPTY =
      """
      set lock_timeout = '10s';
      do $$
      declare schema text;
      begin
        for schema in
          select nspname from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema'
        loop
          execute format('drop schema %I cascade', schema);
        end loop;
        create schema public;
      end $$
      """;

  private DemoDatabase() {}

  /**
   * Marks a new database; tells whether the database is the demo's. {@code anew} empties the
   * demo's.
   */
  static boolean claim(EmbeddedServer server, boolean anew) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(server.jdbcUrl(), server.username(), server.password());
        Statement statement = connection.createStatement()) {
      if (!isTrue(statement, IS_THE_DEMOS)) {
        if (!isTrue(statement, IS_NEW)) {
          return false;
        }
        statement.execute(MARK);
      }
      if (anew) {
        statement.execute(EMPTY);
      }
      return true;
    }
  }

  private static boolean isTrue(Statement statement, String question) throws SQLException {
    try (ResultSet answer = statement.executeQuery(question)) {
      return answer.next() && answer.getBoolean(1);
    }
  }
}
