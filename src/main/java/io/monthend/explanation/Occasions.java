package io.monthend.explanation;

import io.monthend.attendance.AttendanceDay;
import io.monthend.kernel.Source;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The fact a source points at: a shift, an incident, an exam or a leave. */
final class Occasions {

  private final Dossier dossier;
  private final Wording words;
  private final LeaveFacts leaves;
  private final ShiftFacts shifts;
  private final IncidentFacts incidents;

  Occasions(Dossier dossier, Wording words) {
    this.dossier = dossier;
    this.words = words;
    this.leaves = new LeaveFacts(dossier, words);
    this.shifts = new ShiftFacts(dossier, words, leaves);
    this.incidents = new IncidentFacts(dossier, words);
  }

  LeaveFacts leaves() {
    return leaves;
  }

  ShiftFacts shifts() {
    return shifts;
  }

  IncidentFacts incidents() {
    return incidents;
  }

  /** In words; empty for a source that points at the month as a whole. */
  List<String> of(Source source) {
    return facts(
        source,
        shift(source).map(shift -> words.fact(shift, incidents.nth(source))),
        incidents.of(source));
  }

  /** The same where the label and the points of an incident stand beside it. */
  List<String> briefly(Source source) {
    return facts(source, shift(source), incidents.briefly(source));
  }

  private List<String> facts(Source source, Optional<String> shift, Optional<String> incident) {
    Stream<String> exams =
        dossier.exams().stream()
            .filter(exam -> Source.exam(exam.date()).equals(source))
            .map(exam ->
                words.say(Phrase.EXAM, words.date(exam.date()), Wording.number(exam.score())));
    return Stream.concat(
            Stream.of(shift, incident, leaves.fine(source)).flatMap(Optional::stream), exams)
        .toList();
  }

  private Optional<String> shift(Source source) {
    for (AttendanceDay day : dossier.attendance()) {
      if (Source.punchIn(day.date()).equals(source)) {
        return Optional.of(shifts.arrival(day));
      }
      if (Source.punchOut(day.date()).equals(source)) {
        return Optional.of(shifts.departure(day));
      }
      if (Source.roster(day.date()).equals(source)) {
        return Optional.of(shifts.absence(day));
      }
    }
    return Optional.empty();
  }

  /** The day a source of the roster points at. */
  Optional<AttendanceDay> day(Source source) {
    return dossier.attendance().stream()
        .filter(day -> Source.roster(day.date()).equals(source))
        .findFirst();
  }
}
