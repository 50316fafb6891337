package io.monthend.tasks;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.stereotype.Component;

/** The process engine's own tables, from its own scripts, in a schema of their own. */
@Component
class EngineTables implements JavaMigration {

  /** The schema; the engine names its tables with it, and the search path stays as it is. */
  static final String SCHEMA = "flowable";

  private static final List<String> SCRIPTS =
      List.of(
          "org/flowable/common/db/create/flowable.postgres.create.common.sql",
          "org/flowable/db/create/flowable.postgres.create.engine.sql",
          "org/flowable/db/create/flowable.postgres.create.history.sql");

  /** What the queue asks for and the engine has no index for. */
  private static final String INDEXES =
      """
      create index act_ru_task_assignee on flowable.act_ru_task (assignee_);
      create index act_ru_task_owner on flowable.act_ru_task (owner_);
      """;

  @Override
  public MigrationVersion getVersion() {
    return MigrationVersion.fromVersion("30");
  }

  @Override
  public String getDescription() {
    return "engine tables";
  }

  @Override
  public @Nullable Integer getChecksum() {
    return null;
  }

  @Override
  public boolean canExecuteInTransaction() {
    return true;
  }

  @Override
  public void migrate(Context context) throws SQLException {
    try (Statement statement = context.getConnection().createStatement()) {
      statement.execute("create schema " + SCHEMA);
      statement.execute("set local search_path to " + SCHEMA);
      for (String script : SCRIPTS) {
        ScriptUtils.executeSqlScript(context.getConnection(), new ClassPathResource(script));
      }
      statement.execute(INDEXES);
      statement.execute("set local search_path to default");
    }
  }
}
