package io.monthend.explanation;

import io.monthend.conduct.Incident;
import io.monthend.conduct.RecordedIncident;
import io.monthend.kernel.Source;
import io.monthend.rulebook.CatalogueItem.Ladder;
import io.monthend.rulebook.Labels;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was recorded about a person, in words. */
final class IncidentFacts {

  private final Dossier dossier;
  private final Wording words;
  private final List<Incident> judged;

  IncidentFacts(Dossier dossier, Wording words) {
    this.dossier = dossier;
    this.words = words;
    this.judged = dossier.judged();
  }

  /** The incidents of the month as judged, in time order. */
  List<Incident> judged() {
    return judged;
  }

  /** The incident recorded under a source. */
  Optional<String> of(Source source) {
    return recorded(source)
        .map(incident ->
            words.fact(
                words.say(
                    Phrase.INCIDENT,
                    words.date(incident.date()),
                    words.inSentence(Labels::incidents, incident.code()),
                    incident.incidentNo()),
                details(incident),
                judged(source)
                    .filter(it -> it.points() != 0)
                    .map(it -> words.points(it.points()))
                    .orElse(""),
                nth(source),
                note(incident)));
  }

  /** The same beside its label and its points. */
  Optional<String> briefly(Source source) {
    return recorded(source)
        .map(incident ->
            words.fact(
                words.say(Phrase.INCIDENT_ONLY, words.date(incident.date()), incident.incidentNo()),
                details(incident),
                note(incident)));
  }

  private Optional<RecordedIncident> recorded(Source source) {
    return dossier.incidents().stream()
        .filter(incident -> Source.incident(incident.incidentNo()).equals(source))
        .findFirst();
  }

  private String details(RecordedIncident incident) {
    return words.fact(
        incident.minutes() == null ? "" : words.minutes(incident.minutes()),
        incident.amount() == null
            ? ""
            : words.say(Phrase.AMOUNT, Wording.money(incident.amount())));
  }

  private String note(RecordedIncident incident) {
    String note = incident.note();
    return note == null || note.isBlank() ? "" : words.say(Phrase.NOTE, note);
  }

  private Optional<Incident> judged(Source source) {
    return judged.stream().filter(incident -> incident.source().equals(source)).findFirst();
  }

  /** The how many-eth it was, where the fine depends on it; else nothing. */
  String nth(Source source) {
    Incident incident = judged(source).orElse(null);
    Ladder ladder = incident == null ? null : ladder(incident.code());
    if (incident == null || ladder == null) {
      return "";
    }
    int nth = 1 + ofCode(incident.code()).indexOf(incident);
    return switch (ladder.within()) {
      case MONTH -> words.say(Phrase.NTH_IN_MONTH, words.nth(nth));
      case EMPLOYMENT -> nthInEmployment(incident.code(), nth);
    };
  }

  private List<Incident> ofCode(String code) {
    return judged.stream().filter(incident -> incident.code().equals(code)).toList();
  }

  private String nthInEmployment(String code, int nthInMonth) {
    List<LocalDate> earlier =
        dossier.incidents().stream()
            .filter(incident -> incident.code().equals(code))
            .map(RecordedIncident::date)
            .filter(date -> date.isBefore(dossier.month().first()))
            .toList();
    List<LocalDate> before =
        Stream.concat(
                earlier.stream(), ofCode(code).stream().limit(nthInMonth - 1L).map(Incident::date))
            .toList();
    return words.fact(
        words.say(Phrase.NTH_IN_EMPLOYMENT, words.nth(before.size() + 1)),
        before.isEmpty() ? "" : words.say(Phrase.EARLIER_TIMES, words.dates(before)));
  }

  /** The fines of a code, if they differ from one occurrence to the next. */
  private @Nullable Ladder ladder(String code) {
    Ladder ladder = dossier.rulebook().incidents().item(code).fines();
    boolean isFlat =
        ladder != null && ladder.cny().size() == 1 && ladder.then() == Ladder.Then.REPEAT;
    return isFlat ? null : ladder;
  }
}
