package io.monthend.closing;

import io.monthend.closing.ReviewItem.Kind;
import io.monthend.rulebook.Labels;
import io.monthend.rulebook.Language;
import io.monthend.rulebook.RuleBookEdition;
import java.util.List;
import java.util.Map;

/** What a rule book calls the things to look at, in one language. */
record ExceptionWords(RuleBookEdition edition, Language language) {

  /** A kind by its name, and how many there are. */
  record Count(Kind kind, String name, int items) {}

  String name(Kind kind) {
    return label(edition.book().labels().exceptions(), kind.name());
  }

  List<Count> counts(Map<Kind, Integer> items) {
    return items.entrySet().stream()
        .map(entry -> new Count(entry.getKey(), name(entry.getKey()), entry.getValue()))
        .toList();
  }

  private String label(Map<String, Labels.Text> names, String code) {
    Labels.Text text = names.get(code);
    return text == null ? code : text.in(language);
  }
}
