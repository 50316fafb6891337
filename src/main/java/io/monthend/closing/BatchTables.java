package io.monthend.closing;

import io.monthend.database.LibraryTables;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.springframework.stereotype.Component;

/** Spring Batch's own tables, and a guard against running one job twice at once. */
@Component
class BatchTables extends LibraryTables {

  private static final String ONE_RUNNING =
      """
      create unique index one_running_execution on batch_job_execution (job_instance_id)
      where status in ('STARTING', 'STARTED', 'STOPPING')
      """;

  BatchTables() {
    super("2", "batch tables", List.of("org/springframework/batch/core/schema-postgresql.sql"));
  }

  @Override
  protected void complete(Statement statement) throws SQLException {
    statement.execute(ONE_RUNNING);
  }
}
