package io.monthend.explanation;

import io.monthend.closing.CloseRun;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer to a question about somebody's pay of a month. */
public sealed interface Explained {

  /** There is a pay slip, and this is why. */
  record Found(Explanation explanation) implements Explained {}

  /**
   * The month has no published pay slips.
   *
   * @param state of its close; absent = none was begun, or it was undone
   */
  record NotClosed(CloseRun.@Nullable State state) implements Explained {}

  /**
   * The month has no such person.
   *
   * @param otherMonths the published months with a pay slip of that number, first to last
   */
  record Unknown(List<String> otherMonths) implements Explained {
    public Unknown {
      otherMonths = List.copyOf(otherMonths);
    }
  }

  /**
   * The month knows the person, but the employment does not touch it.
   *
   * @param lastDay absent while it lasts
   * @param otherMonths the published months with a pay slip of the person, first to last
   */
  record NotEmployed(
      String name, LocalDate hireDate, @Nullable LocalDate lastDay, List<String> otherMonths)
      implements Explained {
    public NotEmployed {
      otherMonths = List.copyOf(otherMonths);
    }
  }
}
