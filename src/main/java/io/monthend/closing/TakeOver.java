package io.monthend.closing;

import io.monthend.database.BulkCopy;
import io.monthend.people.Bucket;
import io.monthend.rulebook.RuleBook;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;

/**
 * Takes from the attempt before the settlements of those people for whom nothing has changed that a
 * settlement rests on, as sets, in the caller's transaction; then the attempt before is dropped.
 */
@Component
class TakeOver {

  private static final String BASES =
      """
      select s.employee_no, s.basis
      from settlement s
      join employee e on e.run_id = :run and e.bucket = :bucket and e.employee_no = s.employee_no
      where s.run_id = :predecessor and s.outcome <> 'blocked' and s.basis is not null
      """;

  private final DataSource dataSource;
  private final JdbcClient jdbc;
  private final PersonMonths months;
  private final RunTables tables;

  TakeOver(DataSource dataSource, JdbcClient jdbc, PersonMonths months, RunTables tables) {
    this.dataSource = dataSource;
    this.jdbc = jdbc;
    this.months = months;
    this.tables = tables;
  }

  /** Whose basis is that of the attempt before need not be settled again. */
  void unchanged(CloseRun run, long predecessor, RuleBook rulebook, Basis basis)
      throws SQLException {
    tables.createUnchanged();
    Connection connection = DataSourceUtils.getConnection(dataSource);
    try {
      for (int no = 0; no < run.buckets(); no++) {
        Bucket bucket = new Bucket(run.id(), no);
        Map<String, String> earlier = bases(bucket, predecessor);
        try (PersonMonths.Merged people = months.unsettled(bucket, run.month(), rulebook, basis);
            BulkCopy copy =
                BulkCopy.into(connection, RunTables.UNCHANGED, "employee_no", "bucket")) {
          compare(people, earlier, bucket, copy);
          copy.end();
        }
      }
    } finally {
      DataSourceUtils.releaseConnection(connection, dataSource);
    }
    tables.takeOver(predecessor, run.id());
    tables.dropResults(predecessor);
  }

  private Map<String, String> bases(Bucket bucket, long predecessor) {
    Map<String, String> bases = new HashMap<>();
    jdbc.sql(BASES)
        .param("run", bucket.runId())
        .param("bucket", bucket.no())
        .param("predecessor", predecessor)
        .query(row -> {
          bases.put(row.getString(1), row.getString(2));
        });
    return bases;
  }

  private static void compare(
      PersonMonths.Merged people, Map<String, String> earlier, Bucket bucket, BulkCopy copy)
      throws SQLException {
    for (Based<PersonMonth> person = people.next(); person != null; person = people.next()) {
      String no = person.value().employee().employeeNo();
      if (person.basis().equals(earlier.get(no))) {
        copy.row().value(no).value((short) bucket.no());
      }
    }
  }
}
