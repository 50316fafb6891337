package io.monthend.explanation;

import io.monthend.explanation.Explanation.Clause;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The clauses in words; it remembers where each was given first. */
final class Clauses {

  private static final String INCIDENT = "D:";

  private final Wording words;
  private final CatalogueTerms terms;
  private final Map<String, Integer> givenInLine = new HashMap<>();

  Clauses(Wording words) {
    this.words = words;
    this.terms = new CatalogueTerms(words);
  }

  /** The clauses of a pay-slip line; 0 = not of a line. */
  List<Clause> of(Collection<String> ids, int line) {
    return ids.stream().map(id -> of(id, line)).toList();
  }

  /** The clauses of something that is no line of the pay slip. */
  List<Clause> of(String... ids) {
    return of(List.of(ids), 0);
  }

  private Clause of(String id, int line) {
    Integer given = givenInLine.putIfAbsent(id, line);
    return new Clause(id, text(id), given == null ? "" : reference(id, given));
  }

  private String text(String id) {
    return id.startsWith(INCIDENT)
        ? terms.of(id.substring(INCIDENT.length()))
        : words.edition().clause(id, words.language());
  }

  private String reference(String id, int line) {
    String where = line == 0 ? words.say(Phrase.AS_ABOVE) : words.say(Phrase.AS_IN_LINE, line);
    return id.startsWith(INCIDENT)
        ? words.colon(words.incident(id.substring(INCIDENT.length())), where)
        : where;
  }
}
