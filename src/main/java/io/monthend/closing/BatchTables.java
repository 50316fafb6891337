package io.monthend.closing;

import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.stereotype.Component;

/**
 * Spring Batch's own tables, from its own script, and a guard against running one job twice at
 * once.
 */
@Component
class BatchTables implements JavaMigration {

  private static final String SCRIPT = "org/springframework/batch/core/schema-postgresql.sql";

  private static final String ONE_RUNNING =
      """
      create unique index one_running_execution on batch_job_execution (job_instance_id)
      where status in ('STARTING', 'STARTED', 'STOPPING')
      """;

  @Override
  public MigrationVersion getVersion() {
    return MigrationVersion.fromVersion("2");
  }

  @Override
  public String getDescription() {
    return "batch tables";
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
  public void migrate(Context context) {
    ScriptUtils.executeSqlScript(context.getConnection(), new ClassPathResource(SCRIPT));
    new JdbcTemplate(new SingleConnectionDataSource(context.getConnection(), true))
        .execute(ONE_RUNNING);
  }
}
