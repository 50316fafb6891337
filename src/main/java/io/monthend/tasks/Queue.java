package io.monthend.tasks;

import io.monthend.people.Account;
import io.monthend.tasks.QueueQuery.Sort;
import io.monthend.tasks.QueueQuery.View;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One inbox over every process. */
@Component
public class Queue {

  /**
   * A page of the queue.
   *
   * @param total rows on all pages
   * @param counts rows of every view, without a filter
   */
  public record Page(List<QueueItem> items, long total, Map<View, Long> counts) {

    public Page {
      items = List.copyOf(items);
      counts = Map.copyOf(counts);
    }
  }

  private static final String COLUMNS =
      """
      select c.case_no, c.process, c.summary_key, c.summary_arguments, c.state, coalesce(s.name, r.name) as person,
        exists (select from case_event u where u.case_no = c.case_no and u.deed = 'URGED') as is_urged,
        count(*) over () as total,
      """;

  private static final String OPEN =
      """
        t.id_ as task_id, t.task_def_key_ as task_key, t.proc_def_id_ as definition, h.name as holder, v.name as via,
        mine.is_agreement, t.due_date_ as due, t.create_time_ as at, null as deed
      from tasks_of(:me, :day) mine
      join flowable.act_ru_task t on t.id_ = mine.task_id
      join work_case c on c.process_instance = t.proc_inst_id_
      left join account h on h.username = t.assignee_
      left join account v on v.username = mine.via
      """;

  private static final String DONE =
      """
        null as task_id, e.task_key, null as definition, null as holder, v.name as via, false as is_agreement,
        null::timestamp as due, e.at, e.deed
      from case_event e
      join work_case c using (case_no)
      left join account v on v.username = e.on_behalf_of
      """;

  private static final String STARTED =
      """
        null as task_id, null as task_key, null as definition, null as holder, null as via, false as is_agreement,
        null::timestamp as due, c.opened_at as at, null as deed
      from work_case c
      """;

  private static final String PEOPLE =
      """
      join account r on r.username = c.requester
      left join account s on s.username = c.subject
      """;

  private static final String DEEDS =
      "('APPROVED', 'REFUSED', 'RETURNED', 'SUBMITTED', 'AGREED', 'OBJECTED', 'GIVEN_BACK')";

  private static final String COUNTS =
      """
      select
        (select count(*) from tasks_of(:me, :day) where is_held) as mine,
        (select count(*) from tasks_of(:me, :day) where not is_held) as groups,
        (select count(*) from case_event where actor = :me and deed in %s) as done,
        (select count(*) from work_case where requester = :me) as started
      """
          .formatted(DEEDS);

  private final JdbcClient jdbc;
  private final CaseEvents events;
  private final OpenTasks open;

  Queue(JdbcClient jdbc, CaseEvents events, OpenTasks open) {
    this.jdbc = jdbc;
    this.events = events;
    this.open = open;
  }

  /** A page of what somebody has to do, could do, did or asked for. */
  public Page page(Account who, QueueQuery query) {
    long[] total = {0};
    List<QueueItem> items =
        jdbc.sql(sql(query))
            .params(parameters(who, query))
            .param("size", query.size())
            .param("offset", (long) query.page() * query.size())
            .query((row, rowNumber) -> {
              total[0] = row.getLong("total");
              return item(row);
            })
            .list();
    return new Page(items, total[0], counts(who));
  }

  private Map<String, Object> parameters(Account who, QueueQuery query) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("me", who.username());
    parameters.put("day", events.today());
    parameters.put("search", "%" + literal(query.search()) + "%");
    parameters.put("now", Timestamp.from(events.now()));
    if (query.process() != null) {
      parameters.put("process", query.process());
    }
    return parameters;
  }

  /** What somebody holds or could take, due first; the page has no counts. */
  public Page mostUrgent(Account who, int most) {
    long[] total = {0};
    List<QueueItem> items =
        jdbc.sql(COLUMNS + OPEN + PEOPLE + "order by due nulls last, at, t.id_ limit :most")
            .param("me", who.username())
            .param("day", events.today())
            .param("most", most)
            .query((row, rowNumber) -> {
              total[0] = row.getLong("total");
              return item(row);
            })
            .list();
    return new Page(items, total[0], Map.of());
  }

  /** The open tasks of a case that somebody may act on now, each with its id. */
  public List<QueueItem> turns(Account who, String caseNo) {
    return among(who, "c.case_no = any (:which)", List.of(caseNo));
  }

  /** Those of the tasks that are open and that somebody may act on. */
  List<QueueItem> tasks(Account who, List<String> taskIds) {
    return among(who, "t.id_ = any (:which)", taskIds);
  }

  private List<QueueItem> among(Account who, String condition, List<String> which) {
    return jdbc.sql(COLUMNS + OPEN + PEOPLE + "where " + condition + " order by at, t.id_")
        .param("me", who.username())
        .param("day", events.today())
        .param("which", which.toArray(String[]::new))
        .query((row, rowNumber) -> item(row))
        .list();
  }

  /** How much is in each view. */
  public Map<View, Long> counts(Account who) {
    return jdbc.sql(COUNTS)
        .param("me", who.username())
        .param("day", events.today())
        .query((row, rowNumber) -> {
          Map<View, Long> counts = new EnumMap<>(View.class);
          for (View view : View.values()) {
            counts.put(view, row.getLong(view.name().toLowerCase(Locale.ROOT)));
          }
          return counts;
        })
        .single();
  }

  /** How far what is done to cases has come, by which {@link #news} tells what came later. */
  long mark() {
    return jdbc.sql("select coalesce(max(id), 0) from case_event").query(Long.class).single();
  }

  /**
   * How many rows of a view of open tasks others have brought, changed or taken away since somebody
   * looked. Mostly nothing was done to any case, and that costs next to nothing to know.
   *
   * @param mark what {@link #mark} said before they looked
   * @param total rows there were then
   */
  long news(Account who, QueueQuery query, long mark, long total) {
    if (mark() == mark) {
      return 0;
    }
    return jdbc.sql(
            """
            select count(*) filter (where case_no in (
              select case_no from case_event where id > :mark and actor <> :me)) + greatest(0, :total - count(*))
            from (select c.case_no, %s) matching
            """
                .formatted(matching(query)))
        .params(parameters(who, query))
        .param("mark", mark)
        .param("total", total)
        .query(Long.class)
        .single();
  }

  private static String sql(QueueQuery query) {
    return COLUMNS
        + matching(query)
        + " order by "
        + order(query.sort(), query.view().isOpen())
        + ", c.case_no limit :size offset :offset";
  }

  private static String matching(QueueQuery query) {
    String rows =
        switch (query.view()) {
          case MINE -> OPEN + PEOPLE + "where mine.is_held";
          case GROUPS -> OPEN + PEOPLE + "where not mine.is_held";
          case DONE -> DONE + PEOPLE + "where e.actor = :me and e.deed in " + DEEDS;
          case STARTED -> STARTED + PEOPLE + "where c.requester = :me";
        };
    return rows
        + " and c.search like :search"
        + (query.process() == null ? "" : " and c.process = :process")
        + (query.overdue() && query.view().isOpen() ? " and t.due_date_ < :now" : "");
  }

  private static String order(Sort sort, boolean isOpen) {
    return switch (sort) {
      case DUE -> isOpen ? "due nulls last, at" : "at desc";
      case NEWEST -> "at desc";
      case OLDEST -> "at";
      case PERSON -> "person, at";
    };
  }

  /** What is typed is looked for as it is. */
  private static String literal(String search) {
    return search.toLowerCase(Locale.ROOT).replaceAll("([%_\\\\])", "\\\\$1");
  }

  private QueueItem item(ResultSet row) throws SQLException {
    String definition = row.getString("definition");
    String taskKey = row.getString("task_key");
    Timestamp due = row.getTimestamp("due");
    String deed = row.getString("deed");
    return new QueueItem(
        row.getString("case_no"),
        row.getString("process"),
        summary(row),
        row.getString("person"),
        row.getString("task_id"),
        taskKey,
        row.getString("holder"),
        row.getString("via"),
        row.getBoolean("is_agreement"),
        row.getBoolean("is_urged"),
        due == null ? null : due.toInstant(),
        row.getTimestamp("at").toInstant(),
        deed == null ? null : Deed.valueOf(deed),
        row.getString("state"),
        outcomes(definition, taskKey, row.getBoolean("is_agreement")));
  }

  private List<Outcome> outcomes(
      @Nullable String definition, @Nullable String taskKey, boolean isAgreement) {
    return definition == null || taskKey == null || isAgreement
        ? List.of()
        : open.outcomes(definition, taskKey);
  }

  static Message summary(ResultSet row) throws SQLException {
    return new Message(
        row.getString("summary_key"),
        List.of((String[]) row.getArray("summary_arguments").getArray()));
  }
}
