package io.monthend.tasks;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of the queue.
 *
 * @param taskId null where there is nothing to do about it
 * @param person the name of whom it is about, else of who asked
 * @param holder the name of who holds it
 * @param onBehalfOf the name of whom one would act for
 * @param isAgreement whether only one's agreement is asked for
 * @param at when it came, or when one did it
 * @param deed what one did
 * @param state what has become of the case
 */
public record QueueItem(
    String caseNo,
    String process,
    Message summary,
    String person,
    @Nullable String taskId,
    @Nullable String taskKey,
    @Nullable String holder,
    @Nullable String onBehalfOf,
    boolean isAgreement,
    boolean isUrged,
    @Nullable Instant due,
    Instant at,
    @Nullable Deed deed,
    String state,
    List<Outcome> outcomes) {

  public QueueItem {
    outcomes = List.copyOf(outcomes);
  }

  /** Whether it is a decision, and so may be selected: what is only handed in has its own page. */
  public boolean isSelectable() {
    return taskId != null && outcomes.stream().anyMatch(outcome -> outcome != Outcome.SUBMIT);
  }

  /** Whether nobody holds it yet. */
  public boolean mayClaim() {
    return taskId != null && holder == null && !isAgreement;
  }

  /** Whether others could take it again. */
  public boolean mayRelease() {
    return holder != null && isSelectable();
  }
}
