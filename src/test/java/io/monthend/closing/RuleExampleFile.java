package io.monthend.closing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Reads a file of rule examples. An example with {@code cases} is one for each of them, with the
 * words in angle brackets replaced by the case's; a word nobody knows is an error.
 */
final class RuleExampleFile {

  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private static final Pattern WORD = Pattern.compile("<([a-z ]+)>");

  private RuleExampleFile() {}

  /** The examples of a file on the class path. */
  static List<RuleExample> read(String file) {
    try (InputStream yaml = RuleExampleFile.class.getResourceAsStream(file)) {
      return examples(file, YAML.readTree(yaml));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The examples of a text. */
  static List<RuleExample> parse(String yaml) {
    return examples("text", YAML.readTree(yaml));
  }

  private static List<RuleExample> examples(String file, JsonNode tree) {
    if (!(tree.get("examples") instanceof ArrayNode examples)
        || tree.get("about") == null
        || tree.size() != 2) {
      throw new IllegalArgumentException(file + " needs `about` and `examples`, nothing else");
    }
    List<RuleExample> read = new ArrayList<>();
    for (JsonNode example : examples) {
      for (ObjectNode expanded : expanded((ObjectNode) example)) {
        read.add(bound(file, expanded));
      }
    }
    return read;
  }

  private static List<ObjectNode> expanded(ObjectNode example) {
    JsonNode cases = example.remove("cases");
    if (cases == null) {
      return List.of(example);
    }
    List<ObjectNode> expanded = new ArrayList<>();
    for (JsonNode oneCase : cases) {
      Set<String> used = new HashSet<>();
      expanded.add((ObjectNode) filled(example, (ObjectNode) oneCase, used));
      if (!used.equals(Set.copyOf(oneCase.propertyNames()))) {
        throw new IllegalArgumentException(
            "A case of '%s' gives %s, and %s are used"
                .formatted(example.path("name").asString(), oneCase.propertyNames(), used));
      }
    }
    return expanded;
  }

  private static JsonNode filled(JsonNode node, ObjectNode words, Set<String> used) {
    if (node instanceof ObjectNode map) {
      ObjectNode copy = YAML.createObjectNode();
      for (Map.Entry<String, JsonNode> entry : map.properties()) {
        String key = filled(entry.getKey(), words, used);
        copy.set(key, filled(entry.getValue(), words, used));
      }
      return copy;
    }
    if (node instanceof ArrayNode list) {
      ArrayNode copy = YAML.createArrayNode();
      list.forEach(element -> copy.add(filled(element, words, used)));
      return copy;
    }
    if (!node.isString()) {
      return node;
    }
    Matcher whole = WORD.matcher(node.asString());
    return whole.matches()
        ? word(whole.group(1), words, used)
        : YAML.getNodeFactory().stringNode(filled(node.asString(), words, used));
  }

  private static String filled(String text, ObjectNode words, Set<String> used) {
    return WORD.matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(inText(word(found.group(1), words, used))));
  }

  private static String inText(JsonNode value) {
    return value.isArray()
        ? value.valueStream().map(JsonNode::asString).collect(Collectors.joining(", "))
        : value.asString();
  }

  private static JsonNode word(String name, ObjectNode words, Set<String> used) {
    JsonNode value = words.get(name);
    if (value == null) {
      throw new IllegalArgumentException("<" + name + "> stands in no case like " + words);
    }
    used.add(name);
    return value;
  }

  private static RuleExample bound(String file, ObjectNode example) {
    String name = text(example.remove("name"));
    try {
      return new RuleExample(
          name,
          List.of(YAML.treeToValue(required("rules", example.remove("rules")), String[].class)),
          changes(example.remove("rulebook")),
          text(example.remove("sameByDefault")).equals("true"),
          YAML.treeToValue(required("expect", example.remove("expect")), ExampleOutcome.class),
          YAML.treeToValue(example, ExampleFacts.class));
    } catch (JacksonException | IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ", '" + name + "': " + e.getMessage(), e);
    }
  }

  private static Map<String, JsonNode> changes(@Nullable JsonNode rulebook) {
    Map<String, JsonNode> changes = new TreeMap<>();
    if (rulebook != null) {
      rulebook.properties().forEach(entry -> changes.put(entry.getKey(), entry.getValue()));
    }
    return changes;
  }

  private static JsonNode required(String key, @Nullable JsonNode value) {
    if (value == null) {
      throw new IllegalArgumentException("`" + key + "` is missing");
    }
    return value;
  }

  private static String text(@Nullable JsonNode node) {
    return node == null ? "" : node.asString();
  }
}
