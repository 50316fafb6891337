package io.monthend.tasks;

import io.monthend.people.Account;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who works the queue by single keys: everybody, but for those who have switched them off. */
@Component
class Shortcuts {

  private final JdbcClient jdbc;

  Shortcuts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  boolean areOn(Account who) {
    return jdbc.sql("select not exists (select from without_shortcuts where username = :who)")
        .param("who", who.username())
        .query(Boolean.class)
        .single();
  }

  void turn(Account who, boolean on) {
    jdbc.sql(
            on
                ? "delete from without_shortcuts where username = :who"
                : "insert into without_shortcuts (username) values (:who) on conflict do nothing")
        .param("who", who.username())
        .update();
  }
}
