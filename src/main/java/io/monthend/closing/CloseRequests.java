package io.monthend.closing;

import io.monthend.kernel.PayMonth;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The attempts that were asked for, and what has become of them. */
@Component
public class CloseRequests {

  private static final String SELECT =
      """
      select id, month, attempt, case_no, asked_by, asked_at, rulebook_hash, from_files, run_id, state, problem,
        began_at, ended_at
      from close_request
      """;

  private final JdbcClient jdbc;

  CloseRequests(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Asks for an attempt at a month.
   *
   * @param run with the facts of files; null = the facts of the books are taken when it runs
   */
  @Transactional
  public void ask(
      PayMonth month,
      String askedBy,
      @Nullable String caseNo,
      @Nullable String rulebookHash,
      @Nullable Long run) {
    jdbc.sql("insert into pay_month (month, state) values (:month, 'open') on conflict do nothing")
        .param("month", month.toString())
        .update();
    jdbc.sql(
            """
            insert into close_request (month, attempt, case_no, asked_by, rulebook_hash, from_files, run_id)
            select :month, coalesce(max(attempt), 0) + 1, :case, :by, :rulebook, :run::bigint is not null, :run
            from close_request where month = :month
            """)
        .param("month", month.toString())
        .param("case", caseNo, Types.VARCHAR)
        .param("by", askedBy)
        .param("rulebook", rulebookHash, Types.VARCHAR)
        .param("run", run, Types.BIGINT)
        .update();
  }

  /** Gives the case the attempt that was asked for without one; tells whether there was one. */
  boolean adopt(PayMonth month, String caseNo) {
    return jdbc.sql(
                """
                update close_request set case_no = :case where month = :month and case_no is null and told_at is null
                """)
            .param("case", caseNo)
            .param("month", month.toString())
            .update()
        > 0;
  }

  /** Those whose case does not know their end yet, in the order they were asked for. */
  List<CloseRequest> untold() {
    return jdbc.sql(SELECT + "where told_at is null order by id").query(this::read).list();
  }

  CloseRequest get(long id) {
    return jdbc.sql(SELECT + "where id = :id").param("id", id).query(this::read).single();
  }

  /** The last that was asked for. */
  public Optional<CloseRequest> latest(PayMonth month) {
    return jdbc.sql(SELECT + "where month = :month order by attempt desc limit 1")
        .param("month", month.toString())
        .query(this::read)
        .optional();
  }

  /** All of a month, the last first. */
  List<CloseRequest> of(PayMonth month) {
    return jdbc.sql(SELECT + "where month = :month order by attempt desc")
        .param("month", month.toString())
        .query(this::read)
        .list();
  }

  /** The last of a case. */
  Optional<CloseRequest> latestOf(String caseNo) {
    return jdbc.sql(SELECT + "where case_no = :case order by attempt desc limit 1")
        .param("case", caseNo)
        .query(this::read)
        .optional();
  }

  /** Whether somebody has asked for the month and is still waiting for the end. */
  public boolean isAsked(PayMonth month) {
    return jdbc.sql(
            "select exists (select from close_request where month = :month and told_at is null)")
        .param("month", month.toString())
        .query(Boolean.class)
        .single();
  }

  void running(long id) {
    jdbc.sql(
            """
            update close_request set state = 'running', began_at = coalesce(began_at, clock_timestamp()) where id = :id
            """)
        .param("id", id)
        .update();
  }

  void worksOn(long id, long runId) {
    jdbc.sql("update close_request set run_id = :run where id = :id")
        .param("run", runId)
        .param("id", id)
        .update();
  }

  void ended(long id, CloseRequest.State state, String problem) {
    jdbc.sql(
            """
            update close_request set state = :state, problem = :problem, ended_at = clock_timestamp() where id = :id
            """)
        .param("state", state.word())
        .param("problem", problem)
        .param("id", id)
        .update();
  }

  /** The case knows the end. */
  void told(long id) {
    jdbc.sql("update close_request set told_at = clock_timestamp() where id = :id")
        .param("id", id)
        .update();
  }

  private CloseRequest read(ResultSet row, int rowNumber) throws SQLException {
    long run = row.getLong("run_id");
    return new CloseRequest(
        row.getLong("id"),
        PayMonth.of(row.getString("month")),
        row.getInt("attempt"),
        row.getString("case_no"),
        row.getString("asked_by"),
        row.getTimestamp("asked_at").toInstant(),
        row.getString("rulebook_hash"),
        row.getBoolean("from_files"),
        run == 0 ? null : run,
        CloseRequest.State.of(row.getString("state")),
        row.getString("problem"),
        instant(row.getTimestamp("began_at")),
        instant(row.getTimestamp("ended_at")));
  }

  static @Nullable Instant instant(@Nullable Timestamp at) {
    return at == null ? null : at.toInstant();
  }
}
