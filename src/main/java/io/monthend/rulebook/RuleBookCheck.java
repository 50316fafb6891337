package io.monthend.rulebook;

import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What must hang together in a rule book beyond the single values: labels, clauses, placeholders,
 * shift lengths.
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
    citedRules("", tree);
    book.labels().clauses().forEach((id, text) -> checkPlaceholders("labels.clauses." + id, text));
    book.labels().reviews().forEach((id, text) -> checkPlaceholders("labels.reviews." + id, text));
  }

  private void requireLabels(String group, Map<String, Labels.Text> texts, Set<String> codes) {
    for (String code : codes) {
      if (!texts.containsKey(code)) {
        throw new RuleBookInvalid(
            file, "labels." + group, "no label for " + code + "; add labels." + group + "." + code);
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
        throw new RuleBookInvalid(
            file, place, entry.getValue() + " is no clause; add labels.clauses for it");
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

  private void checkPlaceholders(String place, Labels.Text text) {
    for (Language language : Language.values()) {
      Placeholders.missingIn(text.in(language), tree)
          .ifPresent(path -> {
            throw new RuleBookInvalid(
                file,
                place + "." + language.tag(),
                "{" + path + "} names nothing in this rule book");
          });
    }
  }
}
