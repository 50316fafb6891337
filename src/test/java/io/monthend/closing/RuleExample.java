package io.monthend.closing;

import io.monthend.evaluation.KeyFigures;
import io.monthend.rulebook.BundledRuleBook;
import io.monthend.rulebook.RuleBook;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * One rule in one situation, as a sentence with its facts and what must come of them.
 *
 * @param name the sentence
 * @param rules the ids of the clauses it is about
 * @param rulebook settings changed for it, by path
 * @param sameByDefault whether the outcome is that of the unchanged rule book too; without this, an
 *     example that changes a setting has to show a difference
 */
record RuleExample(
    String name,
    List<String> rules,
    Map<String, JsonNode> rulebook,
    boolean sameByDefault,
    ExampleOutcome expect,
    ExampleFacts facts) {

  RuleExample {
    rules = List.copyOf(rules);
    rulebook = new TreeMap<>(rulebook);
    if (rules.isEmpty()) {
      throw new IllegalArgumentException("'" + name + "' names no rule");
    }
    if (sameByDefault && rulebook.isEmpty()) {
      throw new IllegalArgumentException("'" + name + "' changes no setting");
    }
  }

  /** The rule book with this example's changes. */
  RuleBook changedBook() {
    if (rulebook.isEmpty()) {
      return DefaultBook.BOOK;
    }
    BundledRuleBook copy = BundledRuleBook.copy();
    rulebook.forEach(copy::with);
    return copy.book();
  }

  static RuleBook defaultBook() {
    return DefaultBook.BOOK;
  }

  /** What is other than expected under a rule book; empty = all as expected. */
  List<String> differencesUnder(RuleBook book) {
    KeyFigures.Best best = facts.bestOfAll();
    PersonMonth person = facts.personMonth(book);
    return expect.differencesFrom(new Settle(facts.payMonth(), book, best).settle(person), book);
  }

  private static final class DefaultBook {
    static final RuleBook BOOK = BundledRuleBook.copy().book();
  }
}
