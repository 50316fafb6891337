package io.monthend.explanation;

import io.monthend.evaluation.Evaluation;
import io.monthend.explanation.Explanation.Captions;
import io.monthend.explanation.Explanation.Entry;
import io.monthend.explanation.Explanation.Figure;
import io.monthend.explanation.Explanation.Part;
import io.monthend.explanation.Explanation.Section;
import io.monthend.kernel.Money;
import io.monthend.kernel.Position;
import io.monthend.payroll.IssuedPayslip;
import io.monthend.people.Employee;
import io.monthend.people.Leaving;
import io.monthend.rulebook.Labels;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts what is on file about a person's month into words: the person, then part by part. */
final class Telling {

  private final Dossier dossier;
  private final Wording words;
  private final Clauses clauses;
  private final Occasions occasions;
  private final CauseFacts causes;
  private final LineFacts lines;
  private final EvaluationPart evaluation;

  Telling(Dossier dossier, Wording words) {
    this.dossier = dossier;
    this.words = words;
    this.clauses = new Clauses(words);
    this.occasions = new Occasions(dossier, words);
    this.causes = new CauseFacts(dossier, words, occasions.incidents());
    this.lines = new LineFacts(dossier, words, occasions, causes);
    this.evaluation = new EvaluationPart(dossier, words, occasions, clauses);
  }

  Explanation explanation() {
    AttendancePart attendance =
        new AttendancePart(dossier, words, occasions.shifts(), causes.offPostHalves());
    return new Explanation(
        words.language(),
        words.say(Phrase.TITLE, words.payMonth()),
        new Captions(words.say(Phrase.BECAUSE), words.say(Phrase.RULE)),
        List.of(
            person(),
            payslip(),
            evaluation.section(),
            attendance.inShort(),
            attendance.standingOut(),
            new ReviewPart(dossier, words, occasions, causes, lines).section()));
  }

  private Section person() {
    Employee employee = dossier.employee();
    return new Section(
        Part.PERSON,
        "",
        "",
        List.of(
            Entry.of(
                words.say(Phrase.NAME),
                words.say(Phrase.NAME_AND_NUMBER, employee.name(), employee.employeeNo())),
            Entry.of(words.say(Phrase.POSITION), position(employee.position(), employee.team())),
            Entry.of(words.say(Phrase.EMPLOYMENT), employment(employee)),
            Entry.of(words.say(Phrase.RESULT), result(dossier.evaluation())),
            Entry.of(words.say(Phrase.RULE_BOOK), dossier.rulebook().edition())));
  }

  private String position(Position position, String team) {
    return words.say(Phrase.POSITION_AND_TEAM, words.position(position), team);
  }

  private String employment(Employee employee) {
    String hired = words.dateWithYear(employee.hireDate());
    LocalDate lastDay = employee.lastDay();
    if (lastDay == null) {
      return words.say(Phrase.SINCE, hired);
    }
    Leaving leaving = employee.leaving() == null ? Leaving.RESIGNED : employee.leaving();
    return words.fact(
        words.say(
            Phrase.UNTIL,
            hired,
            words.dateWithYear(lastDay),
            words.inSentence(Labels::leaving, leaving.name())),
        employee.noticeDate() == null ? "" : causes.notice(),
        employee.noticeWaived() ? words.say(Phrase.SHORT_NOTICE_ACCEPTED) : "");
  }

  private String result(@Nullable Evaluation of) {
    if (of == null) {
      return words.say(Phrase.NOT_EVALUATED);
    }
    boolean isGraded = !of.grade().equals(dossier.rulebook().evaluation().noGrade());
    return words.fact(
        isGraded
            ? words.say(Phrase.SCORE_AND_GRADE, of.score(), of.grade())
            : words.say(Phrase.SCORE_WITHOUT_GRADE, of.score()),
        evaluation.place());
  }

  private Section payslip() {
    List<Entry> entries = new ArrayList<>();
    int number = 0;
    for (IssuedPayslip.Line line : dossier.payslip().lines()) {
      number++;
      entries.add(
          new Entry(
              number,
              words.label(Labels::lines, line.code().name()),
              new Figure.Amount(line.amount()),
              lines.of(line),
              clauses.of(line.clauses(), number),
              false,
              line.source()));
    }
    entries.add(net(dossier.payslip().net()));
    return new Section(
        Part.PAYSLIP, words.say(Phrase.PAYSLIP), words.say(Phrase.MONEY_UNIT), entries);
  }

  private Entry net(Money net) {
    boolean isOwed = net.signum() < 0;
    return Entry.total(
        words.say(isOwed ? Phrase.NET_OWED : Phrase.NET_RECEIVED),
        new Figure.Amount(isOwed ? net.negate() : net),
        List.of(),
        List.of());
  }
}
