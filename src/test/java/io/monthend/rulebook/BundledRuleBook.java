package io.monthend.rulebook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The rule book that comes with the program, as text that a test can change at a path. */
public final class BundledRuleBook {

  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(JsonNodeFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
  private static final String TEXT = read();
  private static final ObjectNode TREE = PlainYaml.read("as bundled", TEXT);

  private final ObjectNode tree;

  private BundledRuleBook(ObjectNode tree) {
    this.tree = tree;
  }

  /** As it is, with its comments. */
  public static String text() {
    return TEXT;
  }

  /** A copy to change. */
  public static BundledRuleBook copy() {
    return new BundledRuleBook(TREE.deepCopy());
  }

  /** Puts a value at a path such as {@code pay.guard.choice} or {@code leave.annual.0.days}. */
  public BundledRuleBook with(String path, JsonNode value) {
    switch (parentOf(path)) {
      case ObjectNode parent -> parent.set(lastOf(path), value);
      case ArrayNode parent -> parent.set(Integer.parseInt(lastOf(path)), value);
      default -> throw new IllegalArgumentException("Nothing can be put at " + path);
    }
    return this;
  }

  /** As {@link #with(String, JsonNode)}, from YAML: {@code {days: 14, rule: F1}}. */
  public BundledRuleBook with(String path, String yaml) {
    return with(path, YAML.readTree(yaml));
  }

  /** Takes out what stands at a path. */
  public BundledRuleBook without(String path) {
    JsonNode removed =
        parentOf(path) instanceof ObjectNode parent ? parent.remove(lastOf(path)) : null;
    if (removed == null) {
      throw new IllegalArgumentException("There is nothing at " + path);
    }
    return this;
  }

  public JsonNode tree() {
    return tree;
  }

  /** The typed book; a fault in it names no file. */
  public RuleBook book() {
    PlainYaml.requireValues("of a test", "", tree);
    return RuleBookReader.bind("of a test", tree);
  }

  /** The edition as a file would give it. */
  public RuleBookEdition edition() {
    return RuleBookEdition.parse("of a test", yaml());
  }

  public String yaml() {
    return YAML.writeValueAsString(tree);
  }

  private JsonNode parentOf(String path) {
    JsonNode node = tree;
    String[] steps = path.split("\\.", -1);
    for (int i = 0; i < steps.length - 1; i++) {
      JsonNode next = node.isArray() ? node.get(Integer.parseInt(steps[i])) : node.get(steps[i]);
      if (next == null) {
        throw new IllegalArgumentException("The rule book has no " + path);
      }
      node = next;
    }
    return node;
  }

  private static String lastOf(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  private static String read() {
    try (InputStream file =
        BundledRuleBook.class.getResourceAsStream("/rulebook/customer-service-1.yaml")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
