package io.monthend.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.monthend.kernel.PayMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

class RuleBookTests {

  private static final YAMLMapper YAML = new YAMLMapper();
  private static final String BUNDLED = hash(BundledRuleBook.text());
  private static final RuleBooks EDITIONS =
      new RuleBooks(
          List.of(
              edition("spring", "2027-01"),
              edition("later", "2027-03"),
              edition("autumn", "2026-09")));

  @Test
  void theBundledEditionIsInEffectFromTheFirstMonthThereIs() {
    assertThat(RuleBooks.bundled().inEffect(PayMonth.of("1970-01")))
        .map(edition -> edition.book().edition())
        .contains("customer-service-1");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-08, ",
    "2026-09, autumn",
    "2026-12, autumn",
    "2027-01, spring",
    "2027-02, spring",
    "2027-03, later",
    "2199-12, later"
  })
  void theNewestEditionInEffectApplies(String month, String name) {
    assertThat(EDITIONS.inEffect(PayMonth.of(month)).map(edition -> edition.book().edition()))
        .isEqualTo(Optional.ofNullable(name));
  }

  @Test
  void twoEditionsCannotTakeEffectFromOneMonth() {
    List<RuleBookEdition> rivals = List.of(edition("one", "2026-10"), edition("two", "2026-10"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RuleBooks(rivals))
        .withMessage(
            "Rule books one and two both take effect from 2026-10; give one of them another month");
  }

  @Test
  void commentsAndWhiteSpaceDoNotChangeTheHash() {
    String bundled = BundledRuleBook.text();
    String bare = bundled.replaceAll("(?m)( +#.*|^#.*)$", "").replaceAll("\n{2,}", "\n");
    String wide =
        bundled.replace("{minutes: ", "{ minutes:   ").replace("\n\n", "\n# a comment\n\n\n");
    assertThat(bare).hasSizeLessThan(bundled.length() - 1000);
    assertThat(List.of(hash(bare), hash(wide), hash(bundled.replace("\n", "\r\n"))))
        .containsOnly(BUNDLED);
  }

  @Test
  void theOrderOfKeysDoesNotChangeTheHash() {
    JsonNode turned = turned(BundledRuleBook.copy().tree());
    assertThat(turned.propertyNames().iterator().next()).isEqualTo("labels");
    assertThat(hash(YAML.writeValueAsString(turned))).isEqualTo(BUNDLED);
  }

  @ParameterizedTest
  @CsvSource({
    "leave.fine.cny, 31",
    "incidents.LATE_OR_EARLY.byMinutes.3.over, 31",
    "pay.guard.choice, cap",
    "pay.minimumWage.cny, 2690",
    "labels.incidents.CHATTING.en, Talking",
    "edition, another"
  })
  void aChangedValueChangesTheHash(String path, String value) {
    assertThat(BundledRuleBook.copy().with(path, value).edition().hash()).isNotEqualTo(BUNDLED);
  }

  @Test
  void theOrderOfAListChangesTheHash() {
    assertThat(
            BundledRuleBook.copy()
                .with("pay.bonus.positions", "[ASSISTANT, MANAGER]")
                .edition()
                .hash())
        .isNotEqualTo(BUNDLED);
  }

  @Test
  void choicesAreReadInAnyCase() {
    assertThat(BundledRuleBook.copy().with("pay.guard.choice", "CAP").book().pay().guard().choice())
        .isEqualTo(PayPolicy.Guard.CAP);
  }

  private static RuleBookEdition edition(String name, String from) {
    return BundledRuleBook.copy().with("edition", name).with("effectiveFrom", from).edition();
  }

  private static String hash(String yaml) {
    return RuleBookEdition.parse("of a test", yaml).hash();
  }

  private static JsonNode turned(JsonNode node) {
    if (!(node instanceof ObjectNode map)) {
      return node;
    }
    List<Map.Entry<String, JsonNode>> entries = new ArrayList<>(map.properties());
    Collections.reverse(entries);
    ObjectNode copy = YAML.createObjectNode();
    entries.forEach(entry -> copy.set(entry.getKey(), turned(entry.getValue())));
    return copy;
  }
}
