package io.monthend.closing;

import io.monthend.closing.RunComparison.Change;
import io.monthend.closing.RunComparison.Comparison;
import io.monthend.closing.RunComparison.Pay;
import io.monthend.kernel.PayMonth;
import io.monthend.people.Access;
import io.monthend.people.Account;
import io.monthend.people.Role;
import io.monthend.rulebook.Language;
import io.monthend.tasks.Speeches;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What somebody who reviews or approves a month has to know of it, as far as they may see it. */
@Component
class ReviewFacts {

  /**
   * What they see.
   *
   * @param exceptions by kind, and {@code open} of them nobody has looked at
   * @param comparison absent for the first month of all
   * @param pay absent for those who may not see pay
   * @param objections to any slips, that nobody has closed
   * @param changes those whose pay changes most; empty for those who may not see it
   */
  record Shown(
      PayMonth month,
      List<ExceptionWords.Count> exceptions,
      long open,
      @Nullable Comparison comparison,
      @Nullable Pay pay,
      List<Change> changes,
      boolean mayOpenList,
      long objections,
      ExceptionWords words) {}

  private final RunComparison comparison;
  private final ReviewItems items;
  private final ExceptionList list;
  private final Objections objections;
  private final CloseRuns runs;
  private final Speeches speeches;

  ReviewFacts(
      RunComparison comparison,
      ReviewItems items,
      ExceptionList list,
      Objections objections,
      CloseRuns runs,
      Speeches speeches) {
    this.comparison = comparison;
    this.items = items;
    this.list = list;
    this.objections = objections;
    this.runs = runs;
    this.speeches = speeches;
  }

  /** The president, whom an approval comes to that takes long, sees the totals and no names. */
  Shown of(CloseRun run, Account reader, Language language) {
    boolean seesAll = Access.mayReadAllPay(reader);
    ExceptionWords words = new ExceptionWords(runs.edition(run), language, speeches.in(language));
    return new Shown(
        run.month(),
        words.counts(items.counts(run.id())),
        list.open(run),
        comparison.people(run).orElse(null),
        seesAll || reader.is(Role.PRESIDENT) ? comparison.pay(run) : null,
        seesAll ? comparison.changes(run) : List.of(),
        seesAll,
        objections.countOpen(),
        words);
  }
}
