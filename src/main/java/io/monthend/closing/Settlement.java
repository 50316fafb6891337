package io.monthend.closing;

import io.monthend.attendance.Attendance;
import io.monthend.evaluation.Evaluation;
import io.monthend.kernel.Source;
import io.monthend.payroll.Payslip;
import io.monthend.people.Employee;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the rules made of one person's month. */
sealed interface Settlement {

  Employee employee();

  /** As the table has it. */
  String outcome();

  /** What people should look at. */
  List<ReviewItem> reviewItems();

  /**
   * A month settled.
   *
   * @param evaluation absent for positions that are not evaluated
   */
  record Settled(
      Employee employee,
      Attendance attendance,
      @Nullable Evaluation evaluation,
      Payslip payslip,
      List<ReviewItem> reviewItems)
      implements Settlement {

    public Settled {
      reviewItems = List.copyOf(reviewItems);
    }

    @Override
    public String outcome() {
      return "settled";
    }

    /** Whether the person takes part in the ranking (E4). */
    boolean isRanked() {
      return !attendance.days().isEmpty();
    }
  }

  /**
   * A month the rules cannot settle although its rows are valid.
   *
   * @param problem what is wrong and what to do
   */
  record Blocked(Employee employee, String problem) implements Settlement {

    @Override
    public String outcome() {
      return "blocked";
    }

    @Override
    public List<ReviewItem> reviewItems() {
      return List.of(new ReviewItem(ReviewItem.Kind.BLOCKED, Source.NONE, problem));
    }
  }

  /**
   * No employment in the month and so no pay slip, but perhaps punches or payments that somebody
   * should look at.
   */
  record NotEmployed(Employee employee, List<ReviewItem> reviewItems) implements Settlement {

    public NotEmployed {
      reviewItems = List.copyOf(reviewItems);
    }

    @Override
    public String outcome() {
      return "not employed";
    }
  }
}
