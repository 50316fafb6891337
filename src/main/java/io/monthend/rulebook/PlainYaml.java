package io.monthend.rulebook;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * Reads one YAML document as a tree of maps, lists and values, all of them given.
 *
 * <p>What YAML has beyond that, references above all, is refused: a reference would be read as the
 * text of its name.
 */
final class PlainYaml {

  /** What a file may hold, before it is read as text. */
  static final int MAX_BYTES = 4_000_000;

  private static final int MAX_CHARACTERS = 1_000_000;

  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(JsonNodeFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
          .build();

  private static final Pattern DUPLICATE = Pattern.compile("Duplicate Object property \"(.*)\"");
  private static final Pattern LINE = Pattern.compile("in reader, line (\\d+), column");

  private PlainYaml() {}

  /** The tree of a text; {@code file} names it in messages. */
  static ObjectNode read(String file, String yaml) {
    if (yaml.length() > MAX_CHARACTERS) {
      throw new RuleBookInvalid(
          file, "", "it is longer than %s characters; shorten it".formatted(MAX_CHARACTERS));
    }
    refuseBinary(file, yaml);
    ObjectNode root;
    try {
      refuseReferences(file, yaml);
      if (!(YAML.readTree(yaml) instanceof ObjectNode map)) {
        throw new RuleBookInvalid(file, "", "it is not a YAML map; start it with `edition:`");
      }
      root = map;
    } catch (JacksonException e) {
      throw unreadable(file, e);
    }
    requireValues(file, "", root);
    return root;
  }

  /** The tree as text that does not depend on comments, white space or the order of keys. */
  static String canonical(JsonNode tree) {
    return YAML.writeValueAsString(tree);
  }

  private static void refuseBinary(String file, String yaml) {
    int line = 1;
    for (int i = 0; i < yaml.length(); i = yaml.offsetByCodePoints(i, 1)) {
      int character = yaml.codePointAt(i);
      line += character == '\n' ? 1 : 0;
      if (!isText(character)) {
        throw new RuleBookInvalid(
            file,
            "line " + line,
            "here stands a character that is no text; save the file as plain UTF-8");
      }
    }
  }

  private static boolean isText(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL -> character == '\n' || character == '\r' || character == '\t';
      case Character.SURROGATE, Character.UNASSIGNED -> false;
      default -> true;
    };
  }

  private static void refuseReferences(String file, String yaml) {
    try (JsonParser parser = YAML.createParser(yaml)) {
      int depth = 0;
      boolean ended = false;
      for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (ended) {
          throw new RuleBookInvalid(file, lineOf(parser), "a second document begins; keep one");
        }
        if (parser instanceof YAMLParser plain && plain.isCurrentAlias()) {
          throw new RuleBookInvalid(
              file,
              lineOf(parser),
              "*%s is a reference; write out what it stands for, or put a text in quotes"
                  .formatted(parser.getString()));
        }
        depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        ended = depth == 0;
      }
    }
  }

  private static String lineOf(JsonParser parser) {
    return "line " + parser.currentTokenLocation().getLineNr();
  }

  private static RuleBookInvalid unreadable(String file, JacksonException e) {
    String message = String.valueOf(e.getOriginalMessage());
    String place =
        e.getLocation() == null || e.getLocation().getLineNr() < 1
            ? ""
            : "line " + e.getLocation().getLineNr();
    if (e instanceof StreamConstraintsException) {
      return new RuleBookInvalid(file, place, "it is nested too deeply or holds too long a word");
    }
    Matcher duplicate = DUPLICATE.matcher(message);
    if (duplicate.find()) {
      return new RuleBookInvalid(
          file, place, "`%s` stands twice in one map; keep one".formatted(duplicate.group(1)));
    }
    List<String> texts = message.lines().filter(line -> !line.startsWith(" ")).toList();
    List<String> lines =
        LINE.matcher(message).results().map((MatchResult mark) -> mark.group(1)).toList();
    String reason =
        "not readable as YAML, %s; look at the indentation, quotes and brackets"
            .formatted(String.join(", ", texts).replaceAll("(, *|: \\(java.*)$", ""));
    return new RuleBookInvalid(file, lines.isEmpty() ? place : "line " + lines.getLast(), reason);
  }

  /** Refuses an empty value anywhere. */
  static void requireValues(String file, String path, JsonNode node) {
    if (node.isNull() || (node.isString() && node.asString().isBlank())) {
      throw new RuleBookInvalid(file, path, "it has no value; give it one");
    }
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      String place = path.isEmpty() ? entry.getKey() : path + "." + entry.getKey();
      requireValues(file, place, entry.getValue());
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      requireValues(file, path + "[" + i + "]", node.get(i));
    }
  }
}
