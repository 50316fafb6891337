package io.monthend.tasks;

import io.monthend.database.LibraryTables;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.springframework.stereotype.Component;

/** The process engine's own tables, in a schema of their own. */
@Component
class EngineTables extends LibraryTables {

  /** The schema; the engine names its tables with it, and the search path stays as it is. */
  static final String SCHEMA = "flowable";

  /** What the queue asks for and the engine has no index for. */
  private static final String INDEXES =
      """
      create index act_ru_task_assignee on flowable.act_ru_task (assignee_);
      create index act_ru_task_owner on flowable.act_ru_task (owner_);
      """;

  EngineTables() {
    super(
        "30",
        "engine tables",
        List.of(
            "org/flowable/common/db/create/flowable.postgres.create.common.sql",
            "org/flowable/db/create/flowable.postgres.create.engine.sql",
            "org/flowable/db/create/flowable.postgres.create.history.sql"));
  }

  @Override
  protected void prepare(Statement statement) throws SQLException {
    statement.execute("create schema " + SCHEMA);
    statement.execute("set local search_path to " + SCHEMA);
  }

  @Override
  protected void complete(Statement statement) throws SQLException {
    statement.execute(INDEXES);
    statement.execute("set local search_path to default");
  }
}
