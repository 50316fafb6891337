package io.monthend.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Rule books that cannot be used: what is said of them names the file, the place and the way out.
 */
class BrokenRuleBooksTests {

  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  /** One way to break the bundled rule book, and the message it must get. */
  private record Broken(
      String what,
      @Nullable Map<String, JsonNode> set,
      @Nullable String remove,
      @Nullable Map<String, String> replace,
      @Nullable String text,
      String at,
      String says) {

    String yaml() {
      if (text != null) {
        return text;
      }
      if (replace != null) {
        String changed = BundledRuleBook.text();
        for (Map.Entry<String, String> change : replace.entrySet()) {
          assertThat(changed).containsOnlyOnce(change.getKey());
          changed = changed.replace(change.getKey(), change.getValue());
        }
        return changed;
      }
      BundledRuleBook copy = BundledRuleBook.copy();
      if (remove == null) {
        Objects.requireNonNull(set, what).forEach(copy::with);
      } else {
        copy.without(remove);
      }
      return copy.yaml();
    }

    void isRefused() {
      assertThatExceptionOfType(RuleBookInvalid.class)
          .isThrownBy(() -> RuleBookEdition.parse("broken.yaml", yaml()))
          .withMessage("Rule book broken.yaml%s: %s", at.isEmpty() ? "" : ", at " + at, says);
    }
  }

  @TestFactory
  Stream<DynamicTest> brokenRuleBooks() throws IOException {
    try (InputStream file = getClass().getResourceAsStream("/broken-rulebooks.yaml")) {
      return Stream.of(YAML.readValue(file, Broken[].class))
          .map(broken -> DynamicTest.dynamicTest(broken.what(), broken::isRefused));
    }
  }

  @Test
  void aTextLongerThanAnyRuleBookIsRefusedBeforeItIsRead() {
    assertThatExceptionOfType(RuleBookInvalid.class)
        .isThrownBy(() -> RuleBookEdition.parse("long.yaml", "#".repeat(1_000_001)))
        .withMessage("Rule book long.yaml: it is longer than 1000000 characters; shorten it");
  }

  @Test
  void aTextNestedTooDeeplyIsRefused() {
    assertThatExceptionOfType(RuleBookInvalid.class)
        .isThrownBy(() -> RuleBookEdition.parse("deep.yaml", "edition: " + "[".repeat(100_000)))
        .withMessage("Rule book deep.yaml: it is nested too deeply or holds too long a word");
  }

  @Test
  void aFileThatCannotBeReadIsRefused(@TempDir Path folder) throws IOException {
    Path nowhere = folder.resolve("nowhere.yaml");
    assertMessage(nowhere, "it cannot be read; check that it exists");
    assertMessage(folder, "it cannot be read; check that it exists");
    Path latin = Files.write(folder.resolve("latin.yaml"), new byte[] {'a', ':', (byte) 0xE9});
    assertMessage(latin, "it is not UTF-8; save it as UTF-8");
    Path large = Files.write(folder.resolve("large.yaml"), new byte[4_000_001]);
    assertMessage(large, "it is larger than 4000000 bytes");
  }

  private static void assertMessage(Path file, String reason) {
    assertThatExceptionOfType(RuleBookInvalid.class)
        .isThrownBy(() -> RuleBookEdition.read(file))
        .withMessage("Rule book %s: %s", file, reason);
  }

  @Test
  void aFileOfAnyEditorIsRead(@TempDir Path folder) throws IOException {
    String text = "\uFEFF" + BundledRuleBook.text().replace("\n", "\r\n");
    Path file = Files.writeString(folder.resolve("mine.yaml"), text, StandardCharsets.UTF_8);
    assertThat(RuleBookEdition.read(file).book()).isEqualTo(BundledRuleBook.copy().book());
  }

  /**
   * Every place of the rule book, with one of many wrong values each: refused in words, or taken.
   */
  @Test
  void whateverStandsWhereverNobodyReadsAboutClasses() {
    List<String> values =
        List.of(
            "null", "''", "x y", "-1", "2.5", "1e400", "[]", "{}", "[1]", "{a: 1}", "true", "'7'");
    List<String> places = new ArrayList<>();
    addPlaces("", BundledRuleBook.copy().tree(), places);
    for (int i = 0; i < places.size(); i++) {
      String place = places.get(i);
      String value = values.get(i % values.size());
      try {
        assertThat(BundledRuleBook.copy().with(place, value).book()).isNotNull();
      } catch (RuleBookInvalid e) {
        assertThat(e.getMessage())
            .as("%s: %s", place, value)
            .doesNotContain("io.monthend", "java.", "jackson", "Exception", "null", "token");
      }
    }
  }

  private static void addPlaces(String path, JsonNode node, List<String> places) {
    if (path.startsWith("labels.") && path.chars().filter(c -> c == '.').count() > 1) {
      return;
    }
    if (!path.isEmpty()) {
      places.add(path);
    }
    String prefix = path.isEmpty() ? "" : path + ".";
    node.properties()
        .forEach(entry -> addPlaces(prefix + entry.getKey(), entry.getValue(), places));
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      addPlaces(prefix + i, node.get(i), places);
    }
  }
}
