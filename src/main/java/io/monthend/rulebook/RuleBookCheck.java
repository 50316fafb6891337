package io.monthend.rulebook;

import static java.util.stream.Collectors.toCollection;

import io.monthend.kernel.Position;
import io.monthend.rulebook.EvaluationPolicy.Grade;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What must hang together in a rule book beyond the single values: labels, clauses, placeholders,
 * grades.
 */
final class RuleBookCheck {

  private final String file;
  private final ObjectNode tree;
  private final RuleBook book;

  RuleBookCheck(String file, ObjectNode tree, RuleBook book) {
    this.file = file;
    this.tree = tree;
    this.book = book;
  }

  void run() {
    requireLabels("incidents", book.labels().incidents(), book.incidents().items().keySet());
    requireLabels("shifts", book.labels().shifts(), book.workingTime().shifts().keySet());
    requireLabels("leaves", book.labels().leaves(), names(LeaveType.values()));
    requireLabels("positions", book.labels().positions(), names(Position.values()));
    citedRules("", tree);
    checkPlaceholders("clauses", book.labels().clauses());
    checkPlaceholders("incidents", book.labels().incidents());
    checkPlaceholders("reviews", book.labels().reviews());
    requireGrade("confirmedEarlyGrade", book.resignation().confirmedEarlyGrade());
    requireGrade("confirmedEarlyNoneBelow", book.resignation().confirmedEarlyNoneBelow());
  }

  private static Set<String> names(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).collect(toCollection(LinkedHashSet::new));
  }

  private void requireGrade(String key, Setting.Choice<String> chosen) {
    List<String> grades = book.evaluation().grades().stream().map(Grade::grade).toList();
    if (!grades.contains(chosen.choice())) {
      throw new RuleBookInvalid(
          file,
          "resignation." + key + ".choice",
          "%s is no grade; use one of %s".formatted(chosen.choice(), String.join(", ", grades)));
    }
  }

  private void requireLabels(String group, Map<String, Labels.Text> texts, Set<String> codes) {
    for (String code : codes) {
      if (!texts.containsKey(code)) {
        throw new RuleBookInvalid(
            file, "labels." + group, "it has no label for " + code + "; add one");
      }
    }
  }

  /** Every `rule` must be a clause of the labels, or a row of the catalogue. */
  private void citedRules(String path, JsonNode node) {
    if (path.equals("labels")) {
      return;
    }
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      String place = path.isEmpty() ? entry.getKey() : path + "." + entry.getKey();
      if (entry.getKey().equals("rule") && !isClause(entry.getValue().asString())) {
        String rule = entry.getValue().asString();
        throw new RuleBookInvalid(
            file,
            place,
            rule.startsWith("D:")
                ? rule + " is no clause; incidents has no " + rule.substring(2)
                : rule + " is no clause; correct it, or add labels.clauses." + rule);
      }
      citedRules(place, entry.getValue());
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      citedRules(path + "[" + i + "]", node.get(i));
    }
  }

  private boolean isClause(String rule) {
    return rule.startsWith("D:")
        ? book.incidents().find(rule.substring(2)).isPresent()
        : book.labels().clauses().containsKey(rule);
  }

  private void checkPlaceholders(String group, Map<String, Labels.Text> texts) {
    texts.forEach((id, text) -> {
      for (Language language : Language.values()) {
        Placeholders.missingIn(text.in(language), tree)
            .ifPresent(path -> {
              throw new RuleBookInvalid(
                  file,
                  "labels.%s.%s.%s".formatted(group, id, language.tag()),
                  "{%s} names no figure of this rule book; correct the path".formatted(path));
            });
      }
    });
  }
}
