package io.monthend.explanation;

import io.monthend.closing.CloseRun;
import io.monthend.closing.CloseRuns;
import io.monthend.explanation.Explained.Found;
import io.monthend.explanation.Explained.NotClosed;
import io.monthend.explanation.Explained.NotEmployed;
import io.monthend.explanation.Explained.Unknown;
import io.monthend.kernel.PayMonth;
import io.monthend.payroll.Payslips;
import io.monthend.people.Employee;
import io.monthend.people.Employees;
import io.monthend.rulebook.Language;
import io.monthend.rulebook.RuleBookEdition;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Explains the published pay slips. */
@Component
public class Explanations {

  private final CloseRuns runs;
  private final Employees employees;
  private final Payslips payslips;
  private final Dossiers dossiers;
  private final Phrases phrases;
  private final TransactionTemplate snapshot;

  Explanations(
      CloseRuns runs,
      Employees employees,
      Payslips payslips,
      Dossiers dossiers,
      Phrases phrases,
      PlatformTransactionManager transactions) {
    this.runs = runs;
    this.employees = employees;
    this.payslips = payslips;
    this.dossiers = dossiers;
    this.phrases = phrases;
    this.snapshot = new TransactionTemplate(transactions);
    snapshot.setReadOnly(true);
    snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
  }

  /**
   * Why one person's pay of a month is what it is. All of it is seen as it stood at one moment,
   * even if the month is reopened meanwhile.
   */
  public Explained explain(PayMonth month, String employeeNo, Language language) {
    return explain(month, employeeNo, language, Set.of(CloseRun.State.PUBLISHED));
  }

  /** The same of a slip that is still being reviewed, for those who review it. */
  public Explained explainDraft(PayMonth month, String employeeNo, Language language) {
    return explain(
        month, employeeNo, language, Set.of(CloseRun.State.SETTLED, CloseRun.State.BLOCKED));
  }

  private Explained explain(
      PayMonth month, String employeeNo, Language language, Set<CloseRun.State> states) {
    return Objects.requireNonNull(
        snapshot.execute(status -> {
          Optional<CloseRun> run = runs.live(month);
          return run.filter(live -> states.contains(live.state()))
              .map(shown -> explain(shown, employeeNo, language))
              .orElseGet(() -> new NotClosed(run.map(CloseRun::state).orElse(null)));
        }));
  }

  private Explained explain(CloseRun run, String employeeNo, Language language) {
    Optional<Employee> found = employees.find(run.id(), employeeNo);
    if (found.isEmpty()) {
      return new Unknown(payslips.publishedMonths(employeeNo));
    }
    Employee employee = found.get();
    return payslips
        .find(run.id(), employeeNo)
        .<Explained>map(payslip -> {
          RuleBookEdition edition = runs.edition(run);
          Dossier dossier = dossiers.of(run, edition.book(), employee, payslip);
          return new Found(
              new Telling(dossier, new Wording(phrases, edition, language, run.month()))
                  .explanation());
        })
        .orElseGet(() ->
            new NotEmployed(
                employee.name(),
                employee.hireDate(),
                employee.lastDay(),
                payslips.publishedMonths(employeeNo)));
  }
}
