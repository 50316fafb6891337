package io.monthend.conduct;

import io.monthend.attendance.Attendance;
import io.monthend.attendance.AttendanceDay;
import io.monthend.kernel.Money;
import io.monthend.kernel.PayMonth;
import io.monthend.kernel.Source;
import io.monthend.rulebook.AttendancePolicy;
import io.monthend.rulebook.AttendancePolicy.MissingPunch;
import io.monthend.rulebook.Catalogue;
import io.monthend.rulebook.CatalogueItem;
import io.monthend.rulebook.CatalogueItem.Bracket;
import io.monthend.rulebook.CatalogueItem.Kind;
import io.monthend.rulebook.CatalogueItem.Ladder;
import io.monthend.rulebook.RepeatedMisconduct;
import io.monthend.rulebook.RuleBook;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Turns what was recorded and what attendance shows into judged incidents. */
public final class Conduct {

  private final PayMonth month;
  private final Catalogue catalogue;
  private final AttendancePolicy attendancePolicy;
  private final RepeatedMisconduct repeated;

  private Conduct(PayMonth month, RuleBook rulebook) {
    this.month = month;
    this.catalogue = rulebook.incidents();
    this.attendancePolicy = rulebook.attendance();
    this.repeated = rulebook.repeatedMisconduct();
  }

  /**
   * The incidents of the month, in time order, the derived {@code REPEATED_MISCONDUCT} last.
   *
   * @param recorded all known; those before the month only count in ladders over the employment
   * @param examResults what exams make of incidents
   */
  public static List<Incident> of(
      PayMonth month,
      List<RecordedIncident> recorded,
      Attendance attendance,
      List<Incident> examResults,
      RuleBook rulebook) {
    return new Conduct(month, rulebook).judge(recorded, attendance, examResults);
  }

  private List<Incident> judge(
      List<RecordedIncident> recorded, Attendance attendance, List<Incident> examResults) {
    List<Incident> unfined = new ArrayList<>(examResults);
    recorded.stream()
        .filter(incident -> month.contains(incident.date()))
        .map(this::judged)
        .forEach(unfined::add);
    attendance.days().forEach(day -> addDerived(day, unfined));
    unfined.sort(Incident.IN_TIME);
    List<Incident> incidents = fined(unfined, earlierOccurrences(recorded));
    repeatedMisconduct(incidents).ifPresent(incidents::add);
    return incidents;
  }

  private Incident judged(RecordedIncident recorded) {
    CatalogueItem item = catalogue.item(recorded.code());
    Optional<Bracket> bracket =
        recorded.minutes() == null ? Optional.empty() : item.bracketOf(recorded.minutes());
    Kind kind = item.needsMinutes() ? kindOf(bracket, item) : item.kind();
    Money compensation =
        item.compensation() == null || recorded.amount() == null ? Money.ZERO : recorded.amount();
    return new Incident(
        recorded.code(),
        kind,
        recorded.date(),
        Source.incident(recorded.incidentNo()),
        bracket.map(found -> -found.points()).orElseGet(() -> signedPoints(item, recorded)),
        Money.ZERO,
        item.payCny() == null ? Money.ZERO : item.payCny(),
        compensation,
        bracket.map(Bracket::absenceHalves).orElse(0),
        kind == Kind.DISMISSAL,
        false);
  }

  /** Below the first bracket it is on record and nothing more. */
  private static Kind kindOf(Optional<Bracket> bracket, CatalogueItem item) {
    return bracket.isEmpty()
        ? Kind.RECORD_ONLY
        : Objects.requireNonNullElse(bracket.get().kind(), item.kind());
  }

  private static int signedPoints(CatalogueItem item, RecordedIncident recorded) {
    if (item.points() == null) {
      return 0;
    }
    int points = recorded.points() == null ? item.points().from() : recorded.points();
    return item.kind() == Kind.REWARD || item.kind() == Kind.ADJUSTMENT ? points : -points;
  }

  private void addDerived(AttendanceDay day, List<Incident> incidents) {
    LocalDate date = day.date();
    if (day.absentHalves() > 0) {
      incidents.add(fixed(Catalogue.ABSENCE, date, Source.roster(date)));
    }
    boolean lateAsAbsence = Attendance.isLateAsAbsence(day.lateMinutes(), attendancePolicy);
    if (day.lateMinutes() > 0 && !lateAsAbsence) {
      incidents.add(lateness(date, Source.punchIn(date), day.lateMinutes()));
    }
    if (day.earlyMinutes() > 0) {
      incidents.add(lateness(date, Source.punchOut(date), day.earlyMinutes()));
    }
    if (day.missing() != null && attendancePolicy.missingPunch().choice() == MissingPunch.FINE) {
      Source source =
          switch (day.missing()) {
            case IN -> Source.punchIn(date);
            case OUT -> Source.punchOut(date);
          };
      incidents.add(lateness(date, source, 1));
    }
  }

  private Incident lateness(LocalDate date, Source source, int minutes) {
    CatalogueItem item = catalogue.item(Catalogue.LATE_OR_EARLY);
    Optional<Bracket> bracket = item.bracketOf(minutes);
    Kind kind = kindOf(bracket, item);
    int points = bracket.map(Bracket::points).orElse(0);
    return Incident.ofPoints(Catalogue.LATE_OR_EARLY, kind, date, source, -points);
  }

  private Incident fixed(String code, LocalDate date, Source source) {
    CatalogueItem item = catalogue.item(code);
    int points = item.points() == null ? 0 : item.points().from();
    return Incident.ofPoints(code, item.kind(), date, source, -points);
  }

  /** How often each code that counts over the employment occurred before the month. */
  private Map<String, Integer> earlierOccurrences(List<RecordedIncident> recorded) {
    Map<String, Integer> occurrences = new HashMap<>();
    recorded.stream()
        .filter(incident -> incident.date().isBefore(month.first()))
        .filter(incident -> catalogue.codesCountedOverEmployment().contains(incident.code()))
        .forEach(incident -> occurrences.merge(incident.code(), 1, Integer::sum));
    return occurrences;
  }

  private List<Incident> fined(List<Incident> inTime, Map<String, Integer> occurrences) {
    List<Incident> result = new ArrayList<>(inTime.size() + 1);
    for (Incident incident : inTime) {
      Ladder ladder = catalogue.item(incident.code()).fines();
      if (ladder == null) {
        result.add(incident);
      } else {
        int occurrence = occurrences.merge(incident.code(), 1, Integer::sum);
        result.add(incident.fined(ladder.fineOf(occurrence), ladder.forfeitsAt(occurrence)));
      }
    }
    return result;
  }

  private Optional<Incident> repeatedMisconduct(List<Incident> incidents) {
    boolean isRepeated =
        count(incidents, Kind.MEDIUM) >= repeated.medium().times()
            || count(incidents, Kind.LIGHT) >= repeated.light().times();
    return isRepeated
        ? Optional.of(fixed(Catalogue.REPEATED_MISCONDUCT, month.last(), Source.MONTH))
        : Optional.empty();
  }

  private long count(List<Incident> incidents, Kind kind) {
    Stream<String> codes =
        incidents.stream().filter(incident -> incident.kind() == kind).map(Incident::code);
    return switch (repeated.count().choice()) {
      case ITEMS -> codes.distinct().count();
      case OCCURRENCES -> codes.count();
    };
  }
}
