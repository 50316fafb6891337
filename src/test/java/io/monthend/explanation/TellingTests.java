package io.monthend.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import io.monthend.attendance.AttendanceDay;
import io.monthend.attendance.AttendanceDay.MissingPunch;
import io.monthend.conduct.RecordedIncident;
import io.monthend.explanation.Explanation.Entry;
import io.monthend.explanation.Explanation.Figure;
import io.monthend.explanation.Explanation.Part;
import io.monthend.kernel.Money;
import io.monthend.kernel.Position;
import io.monthend.kernel.Source;
import io.monthend.payroll.LineCode;
import io.monthend.rulebook.Language;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class TellingTests {

  private static final LocalDate FIFTH = LocalDate.of(2026, 10, 5);

  @Test
  void aNetBelowZeroIsOwedAndShownWithoutASign() {
    Entry net =
        last(
            new GivenDossier()
                .line(LineCode.BASE, "100.00", "G1", Source.EMPLOYMENT)
                .line(LineCode.FINE, "-120.50", "G9+D:CHATTING", Source.incident("I1")));
    assertThat(net.label()).isEqualTo("Net pay: you owe");
    assertThat(net.figure()).isEqualTo(new Figure.Amount(Money.of("20.50")));
    assertThat(net.isTotal()).isTrue();
  }

  @Test
  void aPartOfTheMonthIsPaidByCalendarDays() {
    assertThat(
            facts(
                new GivenDossier()
                    .hiredOn(LocalDate.of(2026, 10, 15))
                    .line(LineCode.BASE, "2961.29", "G1", Source.EMPLOYMENT)))
        .containsExactly(
            "employed from Thu 15 Oct to Sat 31 Oct, on 17 of 31 days: 5,400.00 × 17 ÷ 31");
  }

  @Test
  void orByStandardDaysWhereTheRuleBookSaysSo() {
    assertThat(
            facts(
                new GivenDossier()
                    .ruledBy("choice: calendar-days", "choice: standard-days")
                    .hiredOn(LocalDate.of(2026, 10, 15))
                    .line(LineCode.BASE, "3000.00", "G1", Source.EMPLOYMENT)))
        .containsExactly(
            "employed from Thu 15 Oct to Sat 31 Oct, on 15 of 27 days: 5,400.00 × 15 ÷ 27;"
                + " standard days only");
  }

  @Test
  void performancePayTellsItsLimitAndItsShareOfTheMonth() {
    assertThat(
            facts(
                new GivenDossier()
                    .ruledBy("prorate: {choice: false", "prorate: {choice: true")
                    .evaluatedWith(115)
                    .line(LineCode.PERFORMANCE, "300.00", "G4", Source.score(115))))
        .contains("(115 - 80) × 10.00 = 350.00; limited to 300.00; for 31 of 31 days");
  }

  @Test
  void whatTheGuardGivesBackNamesItsLimit() {
    GivenDossier capped =
        new GivenDossier()
            .ruledBy("minimumWage: {cny: none", "minimumWage: {cny: 2360")
            .line(LineCode.STATUTORY_GUARD, "80.00", "G11", Source.DEDUCTION_LIMIT)
            .line(LineCode.STATUTORY_GUARD, "15.00", "G11", Source.MINIMUM_WAGE);
    assertThat(capped.explained(Language.EN).section(Part.PAYSLIP).entries())
        .flatExtracting(Entry::facts)
        .containsExactly(
            "deductions went beyond 20% of gross pay; what was beyond is given back",
            "given back up to the minimum wage of 2,360.00");
  }

  @Test
  void aCorrectionStandsWithItsClauseEvenIfItsSourceIsNotKnownHere() {
    Entry correction =
        first(
            new GivenDossier()
                .line(LineCode.CORRECTION, "60.00", "G13", new Source("2026-09:leave:L005")));
    assertThat(correction.label()).isEqualTo("Correction of an earlier month");
    assertThat(correction.facts()).isEmpty();
    assertThat(correction.clauses()).extracting(Explanation.Clause::id).containsExactly("G13");
  }

  @Test
  void aFineForAMissingPunchSaysWhichSideIsMissing() {
    assertThat(
            facts(
                new GivenDossier()
                    .ruledBy("missingPunch: {choice: review", "missingPunch: {choice: fine")
                    .attended(
                        new AttendanceDay(
                            FIFTH, "A", null, FIFTH.atTime(15, 31), 0, 0, 0, 0, MissingPunch.IN))
                    .line(LineCode.FINE, "-10.00", "G9+D:LATE_OR_EARLY", Source.punchIn(FIFTH))))
        .containsExactly(
            "Mon 5 Oct, Early shift 07:30-15:30: no punch in, out 15:31; 1st time this month");
  }

  @Test
  void latenessThatCountsAsAbsenceSaysBoth() {
    assertThat(
            facts(
                new GivenDossier()
                    .attended(
                        new AttendanceDay(
                            FIFTH,
                            "A",
                            FIFTH.atTime(9, 0),
                            FIFTH.atTime(15, 30),
                            90,
                            0,
                            0,
                            1,
                            null))
                    .line(LineCode.ABSENCE, "-200.00", "G3+B4", Source.roster(FIFTH))))
        .containsExactly(
            "Mon 5 Oct, Early shift 07:30-15:30: in 09:00, out 15:30; 90 min late; absent for 0.5"
                + " days",
            "2 × 0.5 days × 5,400.00 ÷ 27 standard days");
  }

  @Test
  void anIncidentTellsWhatWasRecorded() {
    assertThat(
            facts(
                new GivenDossier()
                    .recorded(
                        new RecordedIncident(
                            "I7",
                            FIFTH,
                            "EQUIPMENT_REMOVED",
                            null,
                            null,
                            Money.of("1899.5"),
                            "a {phone}"))
                    .line(
                        LineCode.COMPENSATION,
                        "-1899.50",
                        "G12+D:EQUIPMENT_REMOVED",
                        Source.incident("I7"))))
        .containsExactly(
            "Mon 5 Oct, equipment dismantled and taken out (I7); amount 1,899.50; -20 points;"
                + " note: a {phone}");
  }

  @Test
  void aClauseIsGivenOnceAndThenReferredTo() {
    List<Entry> entries =
        new GivenDossier()
            .line(LineCode.FINE, "-10.00", "G9+D:CHATTING", Source.incident("I1"))
            .line(LineCode.FINE, "-10.00", "G9+D:CHATTING", Source.incident("I2"))
            .explained(Language.EN)
            .section(Part.PAYSLIP)
            .entries();
    assertThat(entries.get(0).clauses()).noneMatch(Explanation.Clause::isRepeated);
    assertThat(entries.get(1).clauses())
        .extracting(Explanation.Clause::reference)
        .containsExactly("as in line 1", "Chatting on duty: as in line 1");
  }

  @Test
  void whoIsNotEvaluatedIsToldWhy() {
    Entry entry =
        new GivenDossier()
            .employedAs(Position.MANAGER)
            .explained(Language.ZH_HANT)
            .section(Part.EVALUATION)
            .entries()
            .getFirst();
    assertThat(entry.label()).isEqualTo("此職位不參加考核");
    assertThat(entry.clauses()).extracting(Explanation.Clause::mark).containsExactly("E1");
  }

  @Test
  void theFirstMonthsHaveNoPerformancePayAndSayWhy() {
    List<Entry> entries =
        new GivenDossier()
            .hiredOn(LocalDate.of(2026, 9, 30))
            .evaluatedWith(91)
            .explained(Language.EN)
            .section(Part.EVALUATION)
            .entries();
    assertThat(entries.getLast().label()).isEqualTo("Score (grade A)");
    assertThat(entries.getLast().facts())
        .containsExactly("month 2 of the employment, so there is no performance pay yet");
  }

  @Test
  void aScoreBeyondTheHighestIsCut() {
    List<Entry> entries =
        new GivenDossier()
            .ruledBy("start: {points: 80", "start: {points: 115")
            .evaluatedWith(110)
            .explained(Language.EN)
            .section(Part.EVALUATION)
            .entries();
    assertThat(entries.get(1).label()).isEqualTo("Kept within 0 to 110");
    assertThat(entries.get(1).figure()).isEqualTo(new Figure.Change(-5));
  }

  private static List<String> facts(GivenDossier given) {
    return first(given).facts();
  }

  private static Entry first(GivenDossier given) {
    return given.explained(Language.EN).section(Part.PAYSLIP).entries().getFirst();
  }

  private static Entry last(GivenDossier given) {
    return given.explained(Language.EN).section(Part.PAYSLIP).entries().getLast();
  }
}
