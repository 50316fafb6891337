package io.monthend.explanation;

import io.monthend.closing.ReviewItem;
import io.monthend.conduct.Incident;
import io.monthend.explanation.Explanation.Entry;
import io.monthend.explanation.Explanation.Part;
import io.monthend.explanation.Explanation.Section;
import io.monthend.kernel.Money;
import io.monthend.kernel.Source;
import io.monthend.payroll.IssuedPayslip;
import io.monthend.rulebook.Labels;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What people are to look at about a person's month, in words. */
record ReviewPart(
    Dossier dossier, Wording words, Occasions occasions, CauseFacts causes, LineFacts lines) {

  Section section() {
    return new Section(
        Part.REVIEW,
        words.say(Phrase.REVIEW),
        "",
        dossier.reviewItems().stream().map(this::entry).toList());
  }

  private Entry entry(ReviewItem item) {
    return Entry.of(
        words.label(Labels::exceptions, item.kind().name()), facts(item).toArray(String[]::new));
  }

  private List<String> facts(ReviewItem item) {
    Source source = item.source();
    return switch (item.kind()) {
      case MISSING_PUNCH -> occasions.of(source);
      case UNROSTERED_PUNCH -> List.of(punch(source));
      case DISMISSAL_REVIEW -> dismissal(item);
      case PAY_FORFEITED ->
          Arrays.stream(source.text().split("\\+", -1))
              .flatMap(cause -> causes.of(cause).stream())
              .toList();
      case NEGATIVE_NET ->
          List.of(words.say(Phrase.OWED, Wording.money(dossier.payslip().net().negate())));
      case DEDUCTION_OVER_LIMIT, BELOW_MINIMUM_WAGE ->
          List.of(words.edition().clause("G11", words.language()));
      case BONUS_NOT_SET -> List.of(words.say(Phrase.BONUS_MINIMUM));
      case UNMATCHED_PAYMENT -> List.of(unmatched(source));
      case LEAVE_PAPERS_OPEN -> occasions.leaves().named(source).stream().toList();
      case BLOCKED -> List.of(item.note());
    };
  }

  private String punch(Source source) {
    LocalDateTime at = LocalDateTime.parse(source.text().substring(source.text().indexOf(':') + 1));
    return words.say(
        Phrase.PUNCHED_AT, words.date(at.toLocalDate()), Wording.time(at.toLocalTime()));
  }

  private List<String> dismissal(ReviewItem item) {
    String reason = words.edition().reviewReason(item.source().text(), words.language());
    if (item.source().equals(ReviewItem.LAST_TWO_MONTHS)) {
      return List.of(words.colon(reason, words.say(Phrase.TWO_SCORES, item.note())));
    }
    List<String> incidents =
        occasions.incidents().judged().stream()
            .filter(Incident::dismissalReview)
            .filter(incident -> incident.code().equals(item.source().text()))
            .map(Incident::source)
            .map(occasions.incidents()::of)
            .flatMap(Optional::stream)
            .toList();
    return incidents.isEmpty() ? List.of(reason) : incidents;
  }

  private String unmatched(Source source) {
    Money given =
        dossier.payslip().lines().stream()
            .filter(line -> line.source().equals(source))
            .map(IssuedPayslip.Line::amount)
            .reduce(Money.ZERO, Money::plus);
    return words.fact(
        lines.payment(source),
        words.say(Phrase.PAID_BEYOND, Wording.money(dossier.paid(source).minus(given))));
  }
}
