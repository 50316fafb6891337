package io.monthend.closing;

import io.monthend.evaluation.KeyFigures;
import io.monthend.kernel.PayMonth;
import io.monthend.months.MonthLock;
import io.monthend.rulebook.RuleBookEdition;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The runs, and who works on them. */
@Component
public class CloseRuns {

  private static final String SELECT =
      "select id, month, attempt, state, input_hash, rulebook_hash, bucket_count from close_run ";

  private static final int DECIMALS = 6;

  private final JdbcClient jdbc;

  /** This process. */
  private final UUID owner = UUID.randomUUID();

  /** By hash; every bucket asks for the one of its run. */
  private final Map<String, RuleBookEdition> editions = new ConcurrentHashMap<>();

  CloseRuns(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The run of a month that is at work, in review, blocked or published. */
  public Optional<CloseRun> live(PayMonth month) {
    return jdbc.sql(
            SELECT
                + "where month = :month and state in ('settling', 'settled', 'blocked', 'published')")
        .param("month", month.toString())
        .query((row, rowNumber) -> read(row))
        .optional();
  }

  CloseRun get(long runId) {
    return jdbc.sql(SELECT + "where id = :id")
        .param("id", runId)
        .query((row, rowNumber) -> read(row))
        .single();
  }

  /** Begins the next attempt at a month, owned by this process. */
  public CloseRun begin(
      PayMonth month,
      RuleBookEdition edition,
      String inputHash,
      int buckets,
      @Nullable Long predecessor) {
    keep(edition);
    jdbc.sql("insert into pay_month (month, state) values (:month, 'open') on conflict do nothing")
        .param("month", month.toString())
        .update();
    long id =
        jdbc.sql(
                """
                insert into close_run (month, attempt, state, owner, input_hash, rulebook_hash, bucket_count, predecessor)
                select :month, coalesce(max(attempt), 0) + 1, 'settling', :owner, :input, :rulebook, :buckets, :predecessor
                from close_run where month = :month
                returning id
                """)
            .param("month", month.toString())
            .param("owner", owner)
            .param("input", inputHash)
            .param("rulebook", edition.hash())
            .param("buckets", buckets)
            .param("predecessor", predecessor, Types.BIGINT)
            .query(Long.class)
            .single();
    return get(id);
  }

  /** Keeps an edition, so that a run can be asked for under it. */
  public void keep(RuleBookEdition edition) {
    jdbc.sql(
            """
            insert into rulebook_edition (hash, edition, yaml) values (:hash, :edition, :yaml)
            on conflict do nothing
            """)
        .param("hash", edition.hash())
        .param("edition", edition.book().edition())
        .param("yaml", edition.yaml())
        .update();
  }

  /**
   * Gives up every earlier attempt at a month that is not published; tells which, so that their
   * rows can go.
   */
  public List<Long> superseded(PayMonth month) {
    jdbc.sql("select %s from (values (:month)) as of (month)".formatted(MonthLock.MARKED_AS_WORK))
        .param("month", month.toString())
        .query(String.class)
        .single();
    return jdbc.sql(
            """
            update close_run set state = case state when 'undone' then state else 'abandoned' end
            where month = :month and state <> 'published'
            returning id
            """)
        .param("month", month.toString())
        .query((row, rowNumber) -> row.getLong(1))
        .list();
  }

  /**
   * The attempt whose settlements the next one may take over: the one not published, or where that
   * has settled nobody yet, the one it could have taken over from itself.
   */
  public Optional<Long> settledBefore(PayMonth month) {
    return jdbc.sql(
            """
            select case when exists (select from settlement s where s.run_id = r.id) then r.id
              else coalesce(r.predecessor, r.id) end
            from close_run r where r.month = :month and r.state in ('settling', 'settled', 'blocked')
            """)
        .param("month", month.toString())
        .query(Long.class)
        .optional();
  }

  Optional<Long> predecessor(long runId) {
    return jdbc.sql("select predecessor from close_run where id = :id and predecessor is not null")
        .param("id", runId)
        .query(Long.class)
        .optional();
  }

  /** Sets the hash once all facts have been read. */
  public void setInputHash(long runId, String inputHash) {
    jdbc.sql("update close_run set input_hash = :hash where id = :id")
        .param("hash", inputHash)
        .param("id", runId)
        .update();
  }

  /** Makes this process the owner. */
  void takeOver(long runId) {
    jdbc.sql("update close_run set owner = :owner where id = :id")
        .param("owner", owner)
        .param("id", runId)
        .update();
  }

  /**
   * Fails unless this process still owns the run and works on it; holds it until the transaction
   * ends.
   */
  void requireOwnership(long runId) {
    boolean owned =
        jdbc.sql(
                """
                select %s from close_run where id = :id and owner = :owner and state = 'settling' for share
                """
                    .formatted(MonthLock.MARKED_AS_WORK))
            .param("id", runId)
            .param("owner", owner)
            .query(String.class)
            .optional()
            .isPresent();
    if (!owned) {
      throw new IllegalStateException(
          "Another process has taken over run " + runId + "; this one writes nothing more");
    }
  }

  /** Changes the state; {@code digest} stays where none is given. */
  public void setState(long runId, CloseRun.State state, @Nullable String digest) {
    jdbc.sql(
            """
            update close_run set state = :state, digest = coalesce(:digest, digest),
              ended_at = case when state = 'settling' then clock_timestamp() else ended_at end
            where id = :id
            """)
        .param("state", state.name().toLowerCase(Locale.ROOT))
        .param("digest", digest)
        .param("id", runId)
        .update();
  }

  /** The digest of a run that was reconciled. */
  public Optional<String> digest(long runId) {
    return jdbc.sql("select digest from close_run where id = :id and digest is not null")
        .param("id", runId)
        .query(String.class)
        .optional();
  }

  void setBest(long runId, KeyFigures.Best best) {
    jdbc.sql(
            """
            update close_run set best_workload_millionths = :workload, best_quality_millionths = :quality
            where id = :id
            """)
        .param("workload", millionths(best.workload()))
        .param("quality", millionths(best.quality()))
        .param("id", runId)
        .update();
  }

  KeyFigures.Best best(long runId) {
    return jdbc.sql(
            "select best_workload_millionths w, best_quality_millionths q from close_run where id = :id")
        .param("id", runId)
        .query((row, rowNumber) ->
            new KeyFigures.Best(decimal(row.getBigDecimal("w")), decimal(row.getBigDecimal("q"))))
        .single();
  }

  /** The edition a run is closed with. */
  public RuleBookEdition edition(CloseRun run) {
    return edition(run.rulebookHash());
  }

  /** An edition that was kept. */
  RuleBookEdition edition(String hash) {
    return editions.computeIfAbsent(hash, this::readEdition);
  }

  private RuleBookEdition readEdition(String hash) {
    return jdbc.sql("select edition, yaml from rulebook_edition where hash = :hash")
        .param("hash", hash)
        .query((row, rowNumber) ->
            RuleBookEdition.parse(row.getString("edition"), row.getString("yaml")))
        .single();
  }

  private static @Nullable Long millionths(@Nullable BigDecimal figure) {
    return figure == null ? null : figure.movePointRight(DECIMALS).longValueExact();
  }

  private static @Nullable BigDecimal decimal(@Nullable BigDecimal millionths) {
    return millionths == null ? null : millionths.movePointLeft(DECIMALS);
  }

  private static CloseRun read(ResultSet row) throws SQLException {
    return new CloseRun(
        row.getLong("id"),
        PayMonth.of(row.getString("month")),
        row.getInt("attempt"),
        CloseRun.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getString("input_hash"),
        row.getString("rulebook_hash"),
        row.getInt("bucket_count"));
  }
}
