package io.monthend.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.monthend.rulebook.BundledRuleBook;
import io.monthend.rulebook.RuleBook;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** The rules by example, as they stand in {@code src/test/resources/examples}. */
class RuleExamplesTests {

  private static final List<String> SECTIONS =
      List.of(
          "A-working-time",
          "B-attendance",
          "C-leave",
          "D-incidents",
          "E-evaluation",
          "F-resignation",
          "G-pay");

  private static final Map<String, List<RuleExample>> EXAMPLES = new TreeMap<>();

  static {
    SECTIONS.forEach(
        section -> EXAMPLES.put(section, RuleExampleFile.read("/examples/" + section + ".yaml")));
  }

  /**
   * The clauses a single person's settlement decides; the others are processes or need everyone.
   */
  private static final Map<String, List<Integer>> DECIDED_HERE =
      Map.of(
          "A", List.of(1, 2, 3, 4, 5),
          "B", List.of(1, 2, 3, 4, 5, 6, 7),
          "C", List.of(3, 4, 5),
          "E", List.of(1, 2, 3, 5, 6, 7),
          "F", List.of(1, 2, 3, 4),
          "G", IntStream.rangeClosed(1, 12).boxed().toList());

  /** Parts of the rule book that no settlement of one person reads. */
  private static final List<String> USED_ELSEWHERE =
      List.of(
          "workingTime.atPostBefore", // A4: a figure of a report
          "workingTime.longestWork", // A6: checked when a roster comes in
          "workingTime.rosterBeforeHoliday",
          "workingTime.attendanceReportDay",
          "leave.phoneNoticeWithin",
          "leave.papersWithin",
          "leave.annual",
          "incidents.LEADER_ADJUSTMENT.points", // a range, checked when an incident comes in
          "evaluation.lastTwiceBelow", // E5: needs everyone and two months
          "resignation.confirmedEarlyGrade",
          "resignation.confirmedEarlyNoneBelow");

  private static final Set<String> NO_FIGURES =
      Set.of(
          "rule",
          "kind",
          "derived",
          "compensation",
          "onlyFor",
          "within",
          "then",
          "balance",
          "grade");

  private static final Map<String, Set<String>> CHOICES =
      Map.of(
          "workingTime.weeklyRestDay.choice",
              Set.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"),
          "workingTime.standardDays.choice", Set.of("calendar-less-rest-days", "calendar"),
          "attendance.missingPunch.choice", Set.of("review", "fine", "half-absence"),
          "leave.finePer.choice", Set.of("date", "leave"),
          "repeatedMisconduct.count.choice", Set.of("items", "occurrences"),
          "pay.base.choice", Set.of("calendar-days", "standard-days"),
          "pay.performance.prorate.choice", Set.of("false", "true"),
          "pay.forfeiture.choice", Set.of("to-zero", "never-positive"),
          "pay.guard.choice", Set.of("warn", "cap", "off"));

  @TestFactory
  Stream<DynamicNode> examples() {
    return EXAMPLES.entrySet().stream()
        .map(section ->
            dynamicContainer(
                section.getKey(),
                section.getValue().stream()
                    .map(example -> dynamicTest(example.name(), () -> holds(example)))));
  }

  private static void holds(RuleExample example) {
    RuleBook book = example.changedBook();
    example.facts().requireRecordable(book);
    assertThat(example.differencesUnder(book)).isEmpty();
    if (!example.rulebook().isEmpty()) {
      assertThat(example.differencesUnder(RuleExample.defaultBook()).isEmpty())
          .as("the outcome is the same under the unchanged rule book")
          .isEqualTo(example.sameByDefault());
    }
  }

  @Test
  void everyExampleHasASentenceOfItsOwn() {
    assertThat(all().map(RuleExample::name)).doesNotHaveDuplicates();
  }

  @Test
  void theExamplesNameClausesOfTheRuleBook() {
    Set<String> clauses = new TreeSet<>(RuleExample.defaultBook().labels().clauses().keySet());
    RuleExample.defaultBook()
        .incidents()
        .items()
        .keySet()
        .forEach(code -> clauses.add("D:" + code));
    assertThat(all().flatMap(example -> example.rules().stream())).isSubsetOf(clauses);
  }

  @Test
  void everyClauseThatASettlementDecidesHasAnExample() {
    Set<String> decided = new TreeSet<>();
    DECIDED_HERE.forEach((section, numbers) -> numbers.forEach(no -> decided.add(section + no)));
    RuleExample.defaultBook()
        .incidents()
        .items()
        .keySet()
        .forEach(code -> decided.add("D:" + code));
    assertThat(all().flatMap(example -> example.rules().stream()).distinct()).containsAll(decided);
  }

  @Test
  void everyFigureThatASettlementReadsIsChangedByAnExample() {
    List<String> figures = new ArrayList<>();
    for (String part :
        List.of(
            "workingTime",
            "attendance",
            "leave",
            "incidents",
            "repeatedMisconduct",
            "evaluation",
            "resignation",
            "pay")) {
      addFigures(part, BundledRuleBook.copy().tree().path(part), figures);
    }
    Set<String> changed = new TreeSet<>();
    all().forEach(example -> changed.addAll(example.rulebook().keySet()));
    assertThat(figures)
        .hasSizeGreaterThan(100)
        .allSatisfy(figure ->
            assertThat(changed)
                .anyMatch(path -> figure.equals(path) || figure.startsWith(path + ".")));
  }

  @Test
  void everyValueOfAChoiceHasAnExample() {
    CHOICES.forEach((path, values) -> {
      Set<String> seen = new TreeSet<>();
      seen.add(BundledRuleBook.copy().tree().at("/" + path.replace('.', '/')).asString());
      all()
          .filter(example -> example.rulebook().containsKey(path))
          .forEach(example -> seen.add(example.rulebook().get(path).asString()));
      assertThat(seen).as(path).isEqualTo(values);
    });
  }

  private static Stream<RuleExample> all() {
    return EXAMPLES.values().stream().flatMap(List::stream);
  }

  private static void addFigures(String path, JsonNode node, List<String> figures) {
    if (USED_ELSEWHERE.contains(path)) {
      return;
    }
    node.properties().stream()
        .filter(entry -> !NO_FIGURES.contains(entry.getKey()))
        .forEach(entry -> addFigures(path + "." + entry.getKey(), entry.getValue(), figures));
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      addFigures(path + "." + i, node.get(i), figures);
    }
    if (!node.isContainer()) {
      figures.add(path);
    }
  }
}
