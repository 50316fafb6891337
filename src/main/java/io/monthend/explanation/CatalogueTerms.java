package io.monthend.explanation;

import io.monthend.kernel.Money;
import io.monthend.rulebook.Catalogue;
import io.monthend.rulebook.CatalogueItem;
import io.monthend.rulebook.CatalogueItem.Bracket;
import io.monthend.rulebook.CatalogueItem.Kind;
import io.monthend.rulebook.CatalogueItem.Ladder;
import io.monthend.rulebook.CatalogueItem.PointRange;
import io.monthend.rulebook.Labels;
import io.monthend.rulebook.RepeatedMisconduct;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a row of the catalogue of incidents costs or brings, in words. */
record CatalogueTerms(Wording words) {

  /** The label of a code and its terms. */
  String of(String code) {
    return words
        .edition()
        .book()
        .incidents()
        .find(code)
        .map(item -> words.colon(words.incident(code), terms(code, item)))
        .orElseGet(() -> words.incident(code));
  }

  private String terms(String code, CatalogueItem item) {
    List<String> terms = new ArrayList<>();
    if (item.byMinutes().stream().noneMatch(bracket -> bracket.kind() != null)) {
      terms.add(kind(item.kind()));
    }
    if (code.equals(Catalogue.REPEATED_MISCONDUCT)) {
      RepeatedMisconduct repeated = words.edition().book().repeatedMisconduct();
      terms.add(
          words.say(Phrase.REPEATED_TERMS, repeated.medium().times(), repeated.light().times()));
    }
    terms.add(points(item));
    for (int i = 0; i < item.byMinutes().size(); i++) {
      terms.add(bracket(item.byMinutes(), i));
    }
    terms.add(fines(item.fines()));
    if (item.payCny() != null) {
      terms.add(words.say(Phrase.PAID_AS_REWARD, Wording.money(item.payCny())));
    }
    if (item.compensation() != null) {
      terms.add(words.say(Phrase.DAMAGE_OWED));
    }
    return words.fact(terms.toArray(String[]::new));
  }

  String kind(Kind kind) {
    return words.inSentence(Labels::kinds, kind.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  private String points(CatalogueItem item) {
    PointRange range = item.points();
    if (range == null) {
      return "";
    }
    if (item.kind() == Kind.ADJUSTMENT) {
      return words.say(
          Phrase.ADJUSTED,
          new Explanation.Figure.Change(range.from()).text(),
          new Explanation.Figure.Change(range.to()).text());
    }
    String points =
        range.from() == range.to()
            ? words.points(range.from())
            : words.say(Phrase.POINTS, words.say(Phrase.FROM_TO, range.from(), range.to()));
    return words.say(item.kind() == Kind.REWARD ? Phrase.POINTS_ADDED : Phrase.POINTS_OFF, points);
  }

  private String bracket(List<Bracket> brackets, int index) {
    Bracket bracket = brackets.get(index);
    List<String> costs = new ArrayList<>();
    if (bracket.kind() != null) {
      costs.add(kind(bracket.kind()));
    }
    costs.add(words.say(Phrase.POINTS_OFF, words.points(bracket.points())));
    if (bracket.absenceHalves() > 0) {
      costs.add(words.say(Phrase.ABSENT, words.days(bracket.absenceHalves())));
    }
    boolean isLast = index == brackets.size() - 1;
    return isLast
        ? words.say(Phrase.MINUTES_OVER, bracket.over(), words.list(costs))
        : words.say(
            Phrase.MINUTES_BETWEEN,
            bracket.over() + 1,
            brackets.get(index + 1).over(),
            words.list(costs));
  }

  private String fines(@Nullable Ladder ladder) {
    if (ladder == null) {
      return "";
    }
    List<Money> amounts = ladder.cny();
    boolean repeats = ladder.then() == Ladder.Then.REPEAT;
    if (amounts.size() == 1 && repeats) {
      return words.say(Phrase.FINE_EACH, Wording.money(amounts.getFirst()));
    }
    List<String> inTurn = new ArrayList<>();
    for (int i = 0; i < amounts.size(); i++) {
      boolean isRepeated = repeats && i == amounts.size() - 1;
      inTurn.add(
          words.say(
              isRepeated ? Phrase.FINE_FROM_NTH : Phrase.FINE_NTH,
              Wording.money(amounts.get(i)),
              words.nth(i + 1)));
    }
    String within =
        switch (ladder.within()) {
          case MONTH -> words.say(Phrase.WITHIN_MONTH);
          case EMPLOYMENT -> words.say(Phrase.WITHIN_EMPLOYMENT);
        };
    return words.fact(
        words.say(Phrase.FINES, words.list(inTurn)),
        repeats ? "" : words.say(Phrase.THEN_FORFEIT),
        within);
  }
}
