package io.monthend.tasks;

import io.monthend.people.Account;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Views of the queue that somebody keeps under a name. */
@Component
public class SavedFilters {

  private static final int MOST = 20;
  private static final int LONGEST_NAME = 40;
  private static final int LONGEST_QUERY = 500;

  private final JdbcClient jdbc;

  SavedFilters(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Keeps a filter, in place of one of the same name.
   *
   * @param query the query part of the queue page's address
   * @return whether it is kept: up to 20 of them, names up to 40 and queries up to 500 characters
   */
  @Transactional
  public boolean save(Account who, String name, String query) {
    if (name.isBlank() || name.length() > LONGEST_NAME || query.length() > LONGEST_QUERY) {
      return false;
    }
    return jdbc.sql(
                """
                insert into saved_filter (username, name, query)
                select :who, :name, :query
                where (select count(*) from saved_filter where username = :who and name <> :name) < :most
                on conflict (username, name) do update set query = :query
                """)
            .param("who", who.username())
            .param("name", name.strip())
            .param("query", query)
            .param("most", MOST)
            .update()
        == 1;
  }

  public void remove(Account who, String name) {
    jdbc.sql("delete from saved_filter where username = :who and name = :name")
        .param("who", who.username())
        .param("name", name)
        .update();
  }

  /** The queries by name. */
  public Map<String, String> of(Account who) {
    Map<String, String> filters = new LinkedHashMap<>();
    jdbc.sql("select name, query from saved_filter where username = :who order by name")
        .param("who", who.username())
        .query((row, rowNumber) -> filters.put(row.getString("name"), row.getString("query")))
        .list();
    return filters;
  }
}
