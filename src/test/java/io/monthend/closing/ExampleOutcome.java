package io.monthend.closing;

import io.monthend.attendance.AttendanceDay;
import io.monthend.closing.Settlement.Blocked;
import io.monthend.closing.Settlement.NotEmployed;
import io.monthend.closing.Settlement.Settled;
import io.monthend.payroll.LineCode;
import io.monthend.rulebook.RuleBook;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What must come of an example. What is left out is not looked at; what is named must be all there
 * is of its kind.
 *
 * @param blocked why the month cannot be settled
 * @param employed false: there is no pay slip
 * @param lines pay-slip lines by code: an amount, what is to be known of a line, a list of these,
 *     or {@code none}
 * @param order the codes of all lines in their order
 * @param points evaluation lines by code, in the same way
 * @param exceptions by kind: a source, a list of sources, {@code listed} for one without a source,
 *     or {@code none}
 * @param attendance by the date of the shift
 */
record ExampleOutcome(
    @Nullable String blocked,
    @Nullable Boolean employed,
    @Nullable JsonNode score,
    @Nullable String grade,
    @Nullable BigDecimal net,
    @Nullable Map<LineCode, JsonNode> lines,
    @Nullable List<LineCode> order,
    @Nullable Map<String, JsonNode> points,
    @Nullable Map<ReviewItem.Kind, JsonNode> exceptions,
    @Nullable Map<LocalDate, JsonNode> attendance) {

  /** Everything that is other than expected. */
  List<String> differencesFrom(Settlement settlement, RuleBook book) {
    Differences differences = new Differences();
    differences.addTexts("blocked", blocked, settlement instanceof Blocked b ? b.problem() : null);
    boolean isEmployed = !(settlement instanceof NotEmployed);
    differences.addTexts(
        "employed", "" + !Boolean.FALSE.equals(employed), Boolean.toString(isEmployed));
    addExceptions(settlement, differences);
    if (settlement instanceof Settled settled) {
      addPay(settled, differences);
      addEvaluation(settled, book, differences);
      addAttendance(settled, differences);
    }
    return differences.found();
  }

  private void addPay(Settled settled, Differences differences) {
    if (net != null) {
      differences.addTexts(
          "net", net.setScale(2).toPlainString(), settled.payslip().net().toString());
    }
    if (order != null) {
      List<LineCode> codes = settled.payslip().lines().stream().map(line -> line.code()).toList();
      differences.addTexts("order", order.toString(), codes.toString());
    }
    Map<String, List<Found>> found = new TreeMap<>();
    settled
        .payslip()
        .lines()
        .forEach(line ->
            found
                .computeIfAbsent(line.code().name(), code -> new ArrayList<>())
                .add(
                    Found.of("amount", line.amount().toBigDecimal())
                        .and("rule", line.rule())
                        .and("source", line.source().text())));
    orEmpty(lines)
        .forEach((code, expected) ->
            differences.add(code.name(), expected, found.getOrDefault(code.name(), List.of())));
  }

  private void addEvaluation(Settled settled, RuleBook book, Differences differences) {
    var evaluation = settled.evaluation();
    if (score != null) {
      differences.addTexts(
          "score", score.asString(), evaluation == null ? "none" : "" + evaluation.score());
    }
    if (grade != null) {
      differences.addTexts("grade", grade, evaluation == null ? "none" : evaluation.grade());
    }
    Map<String, List<Found>> found = new TreeMap<>();
    if (evaluation != null) {
      evaluation
          .lines()
          .forEach(line ->
              found
                  .computeIfAbsent(line.code(), code -> new ArrayList<>())
                  .add(
                      Found.of("points", BigDecimal.valueOf(line.points()))
                          .and("on", line.date().toString())
                          .and("source", line.source().text())));
    }
    orEmpty(points)
        .forEach((code, expected) -> {
          book.incidents().item(code);
          differences.add(code, expected, found.getOrDefault(code, List.of()));
        });
  }

  private void addExceptions(Settlement settlement, Differences differences) {
    orEmpty(exceptions)
        .forEach((kind, expected) ->
            differences.add(
                kind.name(),
                expected,
                settlement.reviewItems().stream()
                    .filter(item -> item.kind() == kind)
                    .map(item ->
                        Found.of(
                            "source",
                            item.source().text().isEmpty() ? "listed" : item.source().text()))
                    .toList()));
  }

  private void addAttendance(Settled settled, Differences differences) {
    Map<LocalDate, Found> days = new TreeMap<>();
    settled.attendance().days().forEach(day -> days.put(day.date(), found(day)));
    orEmpty(attendance)
        .forEach((date, expected) -> {
          Found day = days.get(date);
          differences.add(date.toString(), expected, day == null ? List.of() : List.of(day));
        });
  }

  private static Found found(AttendanceDay day) {
    return Found.of("shift", day.shift())
        .and("in", time(day.date(), day.in()))
        .and("out", time(day.date(), day.out()))
        .and("late", BigDecimal.valueOf(day.lateMinutes()))
        .and("early", BigDecimal.valueOf(day.earlyMinutes()))
        .and("leave", days(day.leaveHalves()))
        .and("absent", days(day.absentHalves()))
        .and("missing", Objects.toString(day.missing(), "none"));
  }

  private static BigDecimal days(int halves) {
    return BigDecimal.valueOf(halves * 5L, 1);
  }

  private static String time(LocalDate date, @Nullable LocalDateTime at) {
    if (at == null) {
      return "none";
    }
    return (at.toLocalDate().equals(date) ? "" : "next day ") + at.toLocalTime();
  }

  private static <K, V> Map<K, V> orEmpty(@Nullable Map<K, V> expected) {
    return expected == null ? Map.of() : expected;
  }

  /** What is known of one line, one exception or one day; the first attribute is its figure. */
  private record Found(String figure, Map<String, Object> attributes) {

    static Found of(String figure, Object value) {
      return new Found(figure, new TreeMap<>()).and(figure, value);
    }

    Found and(String attribute, Object value) {
      attributes.put(attribute, value);
      return this;
    }

    boolean is(JsonNode expected) {
      if (!expected.isObject()) {
        return is(figure, expected);
      }
      return expected.properties().stream().allMatch(entry -> is(entry.getKey(), entry.getValue()));
    }

    private boolean is(String attribute, JsonNode expected) {
      Object actual = attributes.get(attribute);
      return switch (actual) {
        case null -> throw new IllegalArgumentException("There is no `" + attribute + "` here");
        case BigDecimal number ->
            expected.isNumber() && number.compareTo(expected.decimalValue()) == 0;
        default -> actual.equals(expected.asString());
      };
    }

    @Override
    public String toString() {
      return attributes.toString();
    }
  }

  private static final class Differences {
    private final List<String> texts = new ArrayList<>();

    void addTexts(String what, @Nullable String expected, @Nullable String actual) {
      if (!Objects.equals(expected, actual)) {
        texts.add("%s: expected %s, was %s".formatted(what, expected, actual));
      }
    }

    void add(String what, JsonNode expected, List<Found> actual) {
      List<JsonNode> each =
          expected.isArray()
              ? expected.valueStream().toList()
              : expected.asString("").equals("none") ? List.of() : List.of(expected);
      boolean equal = each.size() == actual.size();
      for (int i = 0; equal && i < each.size(); i++) {
        equal = actual.get(i).is(each.get(i));
      }
      if (!equal) {
        texts.add("%s: expected %s, was %s".formatted(what, expected, actual));
      }
    }

    List<String> found() {
      return List.copyOf(texts);
    }
  }
}
