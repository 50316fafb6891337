package io.monthend.exchange;

import io.monthend.closing.CloseRun;
import io.monthend.kernel.Money;
import io.monthend.payroll.LineCode;
import io.monthend.rulebook.RuleBookEdition;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The totals of a run: {@code summary.json}.
 *
 * @param totals by line code, in their order; codes without lines are left out
 * @param exceptions how many things people should look at
 */
record Summary(
    String month,
    String edition,
    long people,
    Map<LineCode, Money> totals,
    Money net,
    long exceptions,
    String digest) {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  static Summary of(CloseRun run, RuleBookEdition edition, JdbcTemplate jdbc, String digest) {
    Map<LineCode, Money> totals = new EnumMap<>(LineCode.class);
    jdbc.query(
        "select code, sum(amount_cents)::bigint from payslip_line where run_id = ? group by code",
        (RowCallbackHandler)
            row -> totals.put(LineCode.valueOf(row.getString(1)), new Money(row.getLong(2))),
        run.id());
    return new Summary(
        run.month().toString(),
        edition.book().edition(),
        number(jdbc, "select count(*) from payslip where run_id = ?", run.id()),
        totals,
        new Money(
            number(
                jdbc,
                "select coalesce(sum(net_cents), 0)::bigint from payslip where run_id = ?",
                run.id())),
        number(jdbc, "select count(*) from review_item where run_id = ?", run.id()),
        digest);
  }

  private static long number(JdbcTemplate jdbc, String sql, long runId) {
    return Objects.requireNonNull(jdbc.queryForObject(sql, Long.class, runId));
  }

  String toJson() {
    Map<String, BigDecimal> amounts = new LinkedHashMap<>();
    totals.forEach((code, amount) -> amounts.put(code.name(), amount.toBigDecimal()));
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("month", month);
    json.put("rulebook_edition", edition);
    json.put("head_count", people);
    json.put("totals", amounts);
    json.put("net_total", net.toBigDecimal());
    json.put("exceptions", exceptions);
    json.put("digest", digest);
    return JSON.writeValueAsString(json) + "\n";
  }
}
