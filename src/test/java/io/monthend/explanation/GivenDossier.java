package io.monthend.explanation;

import io.monthend.attendance.AttendanceDay;
import io.monthend.conduct.RecordedIncident;
import io.monthend.evaluation.Evaluation;
import io.monthend.kernel.Money;
import io.monthend.kernel.PayMonth;
import io.monthend.kernel.Position;
import io.monthend.kernel.Source;
import io.monthend.payroll.IssuedPayslip;
import io.monthend.payroll.LineCode;
import io.monthend.people.Employee;
import io.monthend.rulebook.Language;
import io.monthend.rulebook.RuleBookEdition;
import io.monthend.rulebook.RuleBooks;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A person's file of October 2026 for tests; all that is not said is plain and empty. */
final class GivenDossier {

  static final PayMonth OCTOBER = PayMonth.of("2026-10");

  private static final RuleBookEdition BUNDLED =
      RuleBooks.bundled().inEffect(OCTOBER).orElseThrow();
  private static final Phrases PHRASES = new Phrases();

  private RuleBookEdition edition = BUNDLED;
  private Position position = Position.CSR;
  private LocalDate hireDate = LocalDate.of(2024, 3, 1);
  private @Nullable Evaluation evaluation;
  private final List<AttendanceDay> attendance = new ArrayList<>();
  private final List<RecordedIncident> incidents = new ArrayList<>();
  private final List<IssuedPayslip.Line> lines = new ArrayList<>();

  static Wording words(Language language) {
    return new Wording(PHRASES, BUNDLED, language, OCTOBER);
  }

  /** With something in the rule book put otherwise. */
  GivenDossier ruledBy(String setting, String otherwise) {
    if (!edition.yaml().contains(setting)) {
      throw new IllegalArgumentException("The rule book has no " + setting);
    }
    edition = RuleBookEdition.parse("changed", edition.yaml().replace(setting, otherwise));
    return this;
  }

  GivenDossier hiredOn(LocalDate date) {
    hireDate = date;
    return this;
  }

  GivenDossier employedAs(Position as) {
    position = as;
    return this;
  }

  GivenDossier evaluatedWith(int score) {
    evaluation = new Evaluation(score, edition.book().evaluation().gradeOf(score), List.of());
    return this;
  }

  GivenDossier attended(AttendanceDay day) {
    attendance.add(day);
    return this;
  }

  GivenDossier recorded(RecordedIncident incident) {
    incidents.add(incident);
    return this;
  }

  GivenDossier line(LineCode code, String amount, String rule, Source source) {
    lines.add(new IssuedPayslip.Line(code, Money.of(amount), rule, source));
    return this;
  }

  Explanation explained(Language language) {
    return new Telling(dossier(), new Wording(PHRASES, edition, language, OCTOBER)).explanation();
  }

  private Dossier dossier() {
    Money net = lines.stream().map(IssuedPayslip.Line::amount).reduce(Money.ZERO, Money::plus);
    return new Dossier(
        OCTOBER,
        edition.book(),
        new Employee(
            "E001",
            "甲",
            "T001",
            position,
            hireDate,
            null,
            null,
            Money.of("5400"),
            null,
            null,
            null,
            false),
        List.of(),
        List.of(),
        incidents,
        List.of(),
        null,
        List.of(),
        attendance,
        evaluation,
        null,
        new IssuedPayslip(net, lines),
        List.of());
  }
}
