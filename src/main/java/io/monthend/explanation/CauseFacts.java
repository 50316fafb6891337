package io.monthend.explanation;

import io.monthend.attendance.AttendanceDay;
import io.monthend.conduct.Incident;
import io.monthend.people.Employee;
import io.monthend.rulebook.ResignationPolicy;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why a month's pay is forfeited or a training fee is due (F1 to F4, incidents), in words. */
final class CauseFacts {

  private final Dossier dossier;
  private final Wording words;
  private final IncidentFacts incidents;
  private final Employee employee;
  private final ResignationPolicy policy;

  CauseFacts(Dossier dossier, Wording words, IncidentFacts incidents) {
    this.dossier = dossier;
    this.words = words;
    this.incidents = incidents;
    this.employee = dossier.employee();
    this.policy = dossier.rulebook().resignation();
  }

  /** What made a clause forfeit the pay; empty for a clause that is no cause. */
  List<String> of(String clause) {
    return switch (clause) {
      case "F1" -> List.of(shortNotice());
      case "F2" -> List.of(soonAfterTraining());
      case "F4" -> List.of(absence());
      default ->
          incidents.judged().stream()
              .filter(incident -> incident.forfeitsPay() && incident.rule().equals(clause))
              .map(Incident::source)
              .map(incidents::of)
              .flatMap(Optional::stream)
              .toList();
    };
  }

  /** F3. */
  String probation() {
    return words.fact(
        words.say(Phrase.IN_PROBATION, dateOf(employee.probationEnd()), notice()),
        words.say(
            Phrase.SHARE_OF_BASE,
            Wording.number(policy.trainingFee().percent()),
            Wording.money(employee.baseSalary())));
  }

  /** When the notice came, or that there was none. */
  String notice() {
    return employee.noticeDate() == null
        ? words.say(Phrase.NO_NOTICE, dateOf(employee.lastDay()))
        : words.say(Phrase.NOTICE, words.date(employee.noticeDate()));
  }

  private String shortNotice() {
    LocalDate noticed = employee.noticeDate();
    LocalDate lastDay = employee.lastDay();
    return noticed == null || lastDay == null
        ? notice()
        : words.say(
            Phrase.NOTICE_TOO_SHORT,
            notice(),
            words.date(lastDay),
            ChronoUnit.DAYS.between(noticed, lastDay),
            policy.notice().days());
  }

  private String soonAfterTraining() {
    LocalDate trainingEnd = employee.trainingEnd();
    LocalDate until =
        trainingEnd == null ? null : trainingEnd.plusMonths(policy.afterTraining().months());
    return words.say(Phrase.SOON_AFTER_TRAINING, dateOf(trainingEnd), notice(), dateOf(until));
  }

  private String absence() {
    int halves =
        dossier.attendance().stream().mapToInt(AttendanceDay::absentHalves).sum() + offPostHalves();
    return words.say(
        Phrase.ABSENT_TOO_LONG, words.days(halves), words.days(policy.absentOver().halves()));
  }

  /** Half days of absence that come from incidents (B6). */
  int offPostHalves() {
    return incidents.judged().stream().mapToInt(Incident::absenceHalves).sum();
  }

  private String dateOf(@Nullable LocalDate date) {
    return date == null ? "-" : words.date(date);
  }
}
