package io.monthend.explanation;

import io.monthend.conduct.Incident;
import io.monthend.evaluation.Evaluation;
import io.monthend.evaluation.EvaluationLine;
import io.monthend.evaluation.KeyFigures;
import io.monthend.evaluation.Standing;
import io.monthend.explanation.Explanation.Entry;
import io.monthend.explanation.Explanation.Figure;
import io.monthend.explanation.Explanation.Part;
import io.monthend.explanation.Explanation.Section;
import io.monthend.kernel.Source;
import io.monthend.rulebook.Catalogue;
import io.monthend.rulebook.CatalogueItem.Kind;
import io.monthend.rulebook.EvaluationPolicy;
import io.monthend.rulebook.RepeatedMisconduct;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The evaluation: from the starting score, line by line, to score and grade. */
final class EvaluationPart {

  private final Dossier dossier;
  private final Wording words;
  private final Occasions occasions;
  private final Clauses clauses;
  private final EvaluationPolicy policy;

  EvaluationPart(Dossier dossier, Wording words, Occasions occasions, Clauses clauses) {
    this.dossier = dossier;
    this.words = words;
    this.occasions = occasions;
    this.clauses = clauses;
    this.policy = dossier.rulebook().evaluation();
  }

  Section section() {
    String title = words.say(Phrase.EVALUATION);
    Evaluation evaluation = dossier.evaluation();
    if (evaluation == null) {
      String label = words.say(Phrase.NO_EVALUATION);
      Entry entry = new Entry(0, label, null, List.of(), clauses.of("E1"), false, Source.NONE);
      return new Section(Part.EVALUATION, title, "", List.of(entry));
    }
    return new Section(Part.EVALUATION, title, words.say(Phrase.POINTS_UNIT), entries(evaluation));
  }

  private List<Entry> entries(Evaluation evaluation) {
    int start = policy.start().points();
    List<Entry> entries = new ArrayList<>();
    entries.add(
        Entry.of(words.say(Phrase.START), new Figure.Points(start), List.of(), clauses.of("E2")));
    evaluation.lines().forEach(line -> entries.add(entry(line)));
    int sum = start + evaluation.lines().stream().mapToInt(EvaluationLine::points).sum();
    if (sum != evaluation.score()) {
      entries.add(cut(evaluation.score() - sum));
    }
    entries.add(score(evaluation));
    return entries;
  }

  private Entry entry(EvaluationLine line) {
    return Entry.of(
        words.incident(line.code()),
        new Figure.Change(line.points()),
        facts(line),
        clauses.of("D:" + line.code()));
  }

  private Entry cut(int by) {
    return Entry.of(
        words.say(Phrase.CUT, policy.lowest().points(), policy.highest().points()),
        new Figure.Change(by),
        List.of(),
        List.of());
  }

  private Entry score(Evaluation evaluation) {
    boolean isGraded = !evaluation.grade().equals(policy.noGrade());
    long month = dossier.month().ordinalSince(dossier.employee().hireDate());
    boolean isTooEarly = month < dossier.rulebook().pay().performance().fromMonth().months();
    return Entry.total(
        isGraded ? words.say(Phrase.SCORE, evaluation.grade()) : words.say(Phrase.SCORE_UNGRADED),
        new Figure.Points(evaluation.score()),
        isTooEarly ? List.of(words.say(Phrase.NO_PERFORMANCE_PAY_YET, month)) : List.of(),
        isTooEarly ? clauses.of("E3", "E6") : clauses.of("E3"));
  }

  /** The rank, or that there is none. */
  String place() {
    Standing standing = dossier.standing();
    return standing == null
        ? words.say(Phrase.NOT_RANKED)
        : words.say(Phrase.RANKED, standing.rank(), standing.ranked());
  }

  private List<String> facts(EvaluationLine line) {
    if (line.source().equals(Source.KEY_FIGURES)) {
      return keyFigures(line.code());
    }
    return line.source().equals(Source.MONTH) ? repeated() : occasions.briefly(line.source());
  }

  private List<String> keyFigures(String code) {
    KeyFigures figures = dossier.keyFigures();
    if (figures == null) {
      return List.of();
    }
    if (code.equals(Catalogue.TOP_PERFORMER)) {
      return List.of(
          words.say(
              Phrase.BEST_FIGURES, Wording.number(figures.workload()), percent(figures.quality())));
    }
    return figures.complaintRate() == null
        ? List.of()
        : List.of(words.say(Phrase.COMPLAINT_RATE, percent(figures.complaintRate())));
  }

  private static String percent(BigDecimal share) {
    return Wording.number(share.movePointRight(2));
  }

  /** What was repeated: the kinds whose number is reached. */
  private List<String> repeated() {
    RepeatedMisconduct repeated = dossier.rulebook().repeatedMisconduct();
    return Stream.of(
            repeated(Kind.MEDIUM, repeated.medium().times()),
            repeated(Kind.LIGHT, repeated.light().times()))
        .flatMap(List::stream)
        .toList();
  }

  private List<String> repeated(Kind kind, int limit) {
    List<String> codes =
        occasions.incidents().judged().stream()
            .filter(incident -> incident.kind() == kind)
            .map(Incident::code)
            .toList();
    List<String> items = codes.stream().distinct().map(words::incident).toList();
    return switch (dossier.rulebook().repeatedMisconduct().count().choice()) {
      case ITEMS -> repeated(Phrase.REPEATED_ITEMS, items.size(), kind, limit, items);
      case OCCURRENCES -> repeated(Phrase.REPEATED_OCCURRENCES, codes.size(), kind, limit, items);
    };
  }

  private List<String> repeated(
      Phrase phrase, int count, Kind kind, int limit, List<String> items) {
    return count < limit
        ? List.of()
        : List.of(
            words.say(
                phrase, count, new CatalogueTerms(words).kind(kind), limit, words.list(items)));
  }
}
