package io.monthend.rulebook;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The figures inside a wording: {@code {leave.fine}} stands for the number at that path. */
final class Placeholders {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]+)}");

  private static final List<String> VALUE_KEYS =
      List.of(
          "choice",
          "minutes",
          "hours",
          "days",
          "months",
          "points",
          "score",
          "cny",
          "percent",
          "times",
          "perMinute",
          "dayOfMonth",
          "time",
          "payCny",
          "from",
          "positions");

  private Placeholders() {}

  static Optional<String> missingIn(String text, JsonNode tree) {
    return PLACEHOLDER
        .matcher(text)
        .results()
        .map(match -> match.group(1))
        .filter(path -> !isFigure(at(path, tree)))
        .findFirst();
  }

  static String fill(String text, JsonNode tree) {
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(match -> Matcher.quoteReplacement(rendered(at(match.group(1), tree))));
  }

  private static boolean isFigure(@Nullable JsonNode node) {
    return node != null
        && (node.isObject()
            ? VALUE_KEYS.stream().anyMatch(node::has)
            : node.valueStream().allMatch(Placeholders::isFigure));
  }

  private static @Nullable JsonNode at(String path, JsonNode tree) {
    JsonNode node = tree;
    for (String step : path.split("\\.", -1)) {
      node =
          node.isArray() && step.matches("\\d{1,3}")
              ? node.get(Integer.parseInt(step))
              : node.get(step);
      if (node == null) {
        return null;
      }
    }
    return node;
  }

  private static String rendered(@Nullable JsonNode node) {
    if (node == null) {
      return "?";
    }
    if (node.isArray()) {
      return StreamSupport.stream(node.spliterator(), false)
          .map(Placeholders::rendered)
          .collect(Collectors.joining(", "));
    }
    if (node.isObject()) {
      return VALUE_KEYS.stream()
          .filter(node::has)
          .findFirst()
          .map(key -> rendered(node.get(key)))
          .orElse("?");
    }
    return node.asString();
  }
}
