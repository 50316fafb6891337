package io.monthend.closing;

import io.monthend.kernel.Source;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people should look at, of each run. */
@Component
public class ReviewItems {

  private final JdbcClient jdbc;

  ReviewItems(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The items about one person, in the order of the file contract. */
  public List<ReviewItem> of(long runId, String employeeNo) {
    return jdbc.sql(
            """
            select kind, source, note from review_item
            where run_id = :run and employee_no = :no
            order by kind, source, note collate "C"
            """)
        .param("run", runId)
        .param("no", employeeNo)
        .query((row, rowNumber) ->
            new ReviewItem(
                ReviewItem.Kind.valueOf(row.getString("kind")),
                new Source(row.getString("source")),
                row.getString("note")))
        .list();
  }

  /** How many items a run has of each kind, the most first. */
  public Map<ReviewItem.Kind, Integer> counts(long runId) {
    Map<ReviewItem.Kind, Integer> counts = new LinkedHashMap<>();
    jdbc.sql(
            """
            select kind, count(*) as items from review_item where run_id = :run
            group by kind order by items desc, kind
            """)
        .param("run", runId)
        .query(row -> {
          counts.put(ReviewItem.Kind.valueOf(row.getString("kind")), row.getInt("items"));
        });
    return counts;
  }
}
