package io.monthend.closing;

import io.monthend.people.Facts;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The partitions of a run: one of each table of facts, split into buckets, and one of each table of
 * results.
 *
 * <p>Partitions are made apart from their tables and attached when they are filled, so that a load
 * locks nobody out.
 */
@Component
public class RunTables {

  private static final List<String> RESULTS =
      List.of(
          "settlement",
          "attendance_day",
          "evaluation",
          "evaluation_line",
          "standing",
          "payslip",
          "payslip_line",
          "review_item");

  private static final String BYTES =
      "select coalesce(sum(pg_total_relation_size(relid)), 0)::bigint from pg_partition_tree(to_regclass(?))";

  private final JdbcTemplate jdbc;
  private final List<String> factTables;

  RunTables(JdbcTemplate jdbc, List<Facts<?>> facts) {
    this.jdbc = jdbc;
    this.factTables = facts.stream().<String>map(Facts::table).sorted().toList();
  }

  /** The partition of a table; rows can be copied into it before it is attached. */
  public static String partition(String table, long runId) {
    return table + "_" + runId;
  }

  /** Makes the partitions of facts; one bucket needs no split. */
  public void createFacts(CloseRun run) {
    for (String table : factTables) {
      String partition = partition(table, run.id());
      create(table, run.id(), run.buckets() == 1 ? "" : " partition by list (bucket)");
      for (int bucket = 0; run.buckets() > 1 && bucket < run.buckets(); bucket++) {
        jdbc.execute(
            "create table %s_%d partition of %s for values in (%d)"
                .formatted(partition, bucket, partition, bucket));
      }
    }
  }

  /** Makes the facts readable and the results writable. */
  public void attach(CloseRun run) {
    factTables.forEach(table -> attach(table, run.id()));
    for (String table : RESULTS) {
      create(table, run.id(), "");
      attach(table, run.id());
    }
  }

  /** Tells the planner what the facts are like; without it every join over them is a guess. */
  public void analyzeFacts(CloseRun run) {
    factTables.forEach(table -> analyze(table, run.id()));
  }

  /** As {@link #analyzeFacts}, for the results. */
  void analyzeResults(CloseRun run) {
    RESULTS.forEach(table -> analyze(table, run.id()));
  }

  /** A tenth of the usual sample tells enough of rows that are all alike. */
  private void analyze(String table, long runId) {
    jdbc.execute("set local default_statistics_target = 10");
    jdbc.execute("analyze " + partition(table, runId));
  }

  /** What the facts of a run take on the disk, but for those of some tables. */
  long factBytes(long runId, Set<String> kept) {
    long bytes = 0;
    for (String table : factTables) {
      if (!kept.contains(table)) {
        bytes +=
            Objects.requireNonNull(jdbc.queryForObject(BYTES, Long.class, partition(table, runId)));
      }
    }
    return bytes;
  }

  /** Drops the facts of a run, but for those of some tables. */
  void dropFacts(long runId, Set<String> kept) {
    factTables.stream().filter(table -> !kept.contains(table)).forEach(table -> drop(table, runId));
  }

  /** Drops all that a run has. */
  public void drop(long runId) {
    factTables.forEach(table -> drop(table, runId));
    RESULTS.forEach(table -> drop(table, runId));
  }

  private void drop(String table, long runId) {
    jdbc.execute("drop table if exists " + partition(table, runId));
  }

  private void create(String table, long runId, String split) {
    String partition = partition(table, runId);
    jdbc.execute(
        "create table %s (like %s including all, constraint %s_of_run check (run_id = %d))%s"
            .formatted(partition, table, partition, runId, split));
    jdbc.execute("alter table %s alter column run_id set default %d".formatted(partition, runId));
  }

  private void attach(String table, long runId) {
    jdbc.execute(
        "alter table %s attach partition %s for values in (%d)"
            .formatted(table, partition(table, runId), runId));
  }
}
