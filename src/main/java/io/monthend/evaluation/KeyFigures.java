package io.monthend.evaluation;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A person's key figures of the month.
 *
 * @param workload 0 to 10,000,000
 * @param quality 0 to 1
 * @param complaintRate of upheld complaints, 0 to 1; absent = not measured
 */
public record KeyFigures(
    BigDecimal workload, BigDecimal quality, @Nullable BigDecimal complaintRate) {

  /**
   * The best of all evaluated staff with key figures ({@code D:TOP_PERFORMER}); absent = nobody has
   * any.
   */
  public record Best(@Nullable BigDecimal workload, @Nullable BigDecimal quality) {

    boolean isReachedBy(KeyFigures figures) {
      return workload != null
          && quality != null
          && figures.workload().compareTo(workload) >= 0
          && figures.quality().compareTo(quality) >= 0;
    }
  }
}
