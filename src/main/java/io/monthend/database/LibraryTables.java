package io.monthend.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/**
 * A migration that makes a library's own tables from the library's own scripts, and then what we
 * add to them.
 */
public abstract class LibraryTables implements JavaMigration {

  private final String version;
  private final String description;
  private final List<String> scripts;

  /**
   * A migration.
   *
   * @param version its number among all migrations
   * @param scripts where the library has them on the class path, in their order
   */
  protected LibraryTables(String version, String description, List<String> scripts) {
    this.version = version;
    this.description = description;
    this.scripts = List.copyOf(scripts);
  }

  /** What comes before the scripts. */
  protected void prepare(Statement statement) throws SQLException {}

  /** What comes after them. */
  protected abstract void complete(Statement statement) throws SQLException;

  @Override
  public final MigrationVersion getVersion() {
    return MigrationVersion.fromVersion(version);
  }

  @Override
  public final String getDescription() {
    return description;
  }

  @Override
  public final @Nullable Integer getChecksum() {
    return null;
  }

  @Override
  public final boolean canExecuteInTransaction() {
    return true;
  }

  @Override
  public final void migrate(Context context) throws SQLException {
    Connection connection = context.getConnection();
    try (Statement statement = connection.createStatement()) {
      prepare(statement);
      for (String script : scripts) {
        ScriptUtils.executeSqlScript(connection, new ClassPathResource(script));
      }
      complete(statement);
    }
  }
}
