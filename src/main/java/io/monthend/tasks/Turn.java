package io.monthend.tasks;

import java.util.List;

/**
 * What somebody may do about one open task.
 *
 * @param holder the user name they act under: their own, or that of whom they stand in for
 */
record Turn(QueueItem item, OpenTask task, String holder) {

  public String id() {
    return task.id();
  }

  /** How they may end it; nothing while it waits for somebody's opinion. */
  public List<Outcome> outcomes() {
    return task.isDelegated() ? List.of() : item.outcomes();
  }

  public boolean mayClaim() {
    return !item.isAgreement() && task.assignee() == null;
  }

  public boolean mayRelease() {
    return isMine() && !task.isDelegated() && isDecision();
  }

  public boolean mayDelegate() {
    return !item.isAgreement() && !task.isDelegated() && isDecision();
  }

  public boolean mayAddApprover() {
    return mayDelegate() && item.outcomes().contains(Outcome.APPROVE);
  }

  /** Whether their opinion is asked for. */
  public boolean mayGiveBack() {
    return !item.isAgreement() && task.isDelegated() && isMine();
  }

  /** Whether they wait for somebody's opinion. */
  public boolean mayTakeBack() {
    return !item.isAgreement() && task.isDelegated() && holder.equals(task.owner());
  }

  private boolean isMine() {
    return !item.isAgreement() && holder.equals(task.assignee());
  }

  /** What is one's own to do is done by oneself, and nobody takes it over. */
  private boolean isDecision() {
    return !item.outcomes().equals(List.of(Outcome.SUBMIT));
  }
}
