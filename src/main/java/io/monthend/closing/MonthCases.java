package io.monthend.closing;

import io.monthend.kernel.PayMonth;
import io.monthend.tasks.Message;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The closes of each month as cases; one of a month is open at a time. */
@Component
class MonthCases {

  /** What a close waits for. */
  enum Stage {
    RUNNING,
    MENDING,
    REVIEW,
    APPROVAL,
    PUBLISHING,
    PUBLISHED,
    GIVEN_UP;

    String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static Stage of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT).replace(' ', '_'));
    }

    boolean isOpen() {
      return this != PUBLISHED && this != GIVEN_UP;
    }
  }

  /** The close of a month. */
  record MonthCase(String caseNo, PayMonth month, Stage stage) {}

  private static final String SELECT = "select case_no, month, stage from month_close ";

  private final JdbcClient jdbc;

  MonthCases(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A line about the close of a month, with a case or without. */
  static Message summary(PayMonth month) {
    return Message.of("month-close.summary", month.toString());
  }

  /** Makes the row of a new close and gives its number. */
  String open(PayMonth month) {
    return jdbc.sql(
            """
            insert into month_close (case_no, month, stage)
            select 'MC-' || :month || case when count(*) = 0 then '' else '-' || count(*) + 1 end, :month, 'running'
            from month_close where month = :month
            returning case_no
            """)
        .param("month", month.toString())
        .query(String.class)
        .single();
  }

  void become(String caseNo, Stage stage) {
    jdbc.sql("update month_close set stage = :stage where case_no = :case")
        .param("stage", stage.word())
        .param("case", caseNo)
        .update();
  }

  MonthCase get(String caseNo) {
    return jdbc.sql(SELECT + "where case_no = :case")
        .param("case", caseNo)
        .query(this::read)
        .single();
  }

  /** The one that is not over yet. */
  Optional<MonthCase> openOf(PayMonth month) {
    return jdbc.sql(SELECT + "where month = :month and stage not in ('published', 'given up')")
        .param("month", month.toString())
        .query(this::read)
        .optional();
  }

  /** All of a month, the last first. */
  List<MonthCase> of(PayMonth month) {
    return jdbc.sql(
            SELECT + "join work_case using (case_no) where month = :month order by opened_at desc")
        .param("month", month.toString())
        .query(this::read)
        .list();
  }

  private MonthCase read(ResultSet row, int rowNumber) throws SQLException {
    return new MonthCase(
        row.getString("case_no"),
        PayMonth.of(row.getString("month")),
        Stage.of(row.getString("stage")));
  }
}
