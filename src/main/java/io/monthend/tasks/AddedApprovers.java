package io.monthend.tasks;

import io.monthend.people.Account;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Those whose agreement a decision was made to wait for. */
@Component
class AddedApprovers {

  private final JdbcClient jdbc;

  AddedApprovers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whether it is new. */
  boolean add(OpenTask task, String whom, String by) {
    return jdbc.sql(
                """
                insert into added_approver (task_id, username, added_by) values (:task, :whom, :by)
                on conflict do nothing
                """)
            .param("task", task.id())
            .param("whom", whom)
            .param("by", by)
            .update()
        == 1;
  }

  boolean isAsked(OpenTask task, Account who) {
    return jdbc.sql(
            """
            select exists (
              select from added_approver where task_id = :task and username = :who and agrees is null)
            """)
        .param("task", task.id())
        .param("who", who.username())
        .query(Boolean.class)
        .single();
  }

  void answer(OpenTask task, Account who, boolean agrees, String words, Instant at) {
    jdbc.sql(
            """
            update added_approver set agrees = :agrees, words = :words, answered_at = :at
            where task_id = :task and username = :who
            """)
        .param("agrees", agrees)
        .param("words", words)
        .param("at", Timestamp.from(at))
        .param("task", task.id())
        .param("who", who.username())
        .update();
  }

  /** Why the task cannot be approved yet. */
  List<Message> missing(OpenTask task) {
    return jdbc.sql(
            """
            select a.name, x.agrees from added_approver x join account a using (username)
            where x.task_id = :task and x.agrees is not true order by a.name
            """)
        .param("task", task.id())
        .query((row, rowNumber) ->
            Message.of(
                row.getObject("agrees") == null ? "task.waits-for-agreement" : "task.objected",
                row.getString("name")))
        .list();
  }

  /** The names of those who hold or may take the task, and of those it waits for. */
  List<String> namesFor(OpenTask task) {
    List<String> names =
        new ArrayList<>(
            jdbc.sql(
                    """
                    select distinct a.name from account a
                    where a.is_active and case
                      when :assignee::text is not null then a.username = :assignee
                      else not is_party(:case, a.username) and exists (
                        select from flowable.act_ru_identitylink l
                        where l.task_id_ = :task and l.type_ = 'candidate'
                          and (l.user_id_ = a.username
                            or l.group_id_ in (select role from account_role r where r.username = a.username)))
                      end
                    order by a.name limit 20
                    """)
                .param("assignee", task.assignee())
                .param("case", task.caseNo())
                .param("task", task.id())
                .query((row, rowNumber) -> row.getString(1))
                .list());
    names.addAll(
        jdbc.sql(
                """
                select a.name from added_approver x join account a using (username)
                where x.task_id = :task and x.agrees is null order by a.name
                """)
            .param("task", task.id())
            .query((row, rowNumber) -> row.getString(1))
            .list());
    return names;
  }
}
