package io.monthend.tasks;

/** How a task may end; which of them are open to one says its process. */
public enum Outcome {
  APPROVE(false, Deed.APPROVED),
  REFUSE(true, Deed.REFUSED),
  /** Back to the one who asked, for changes. */
  RETURN(true, Deed.RETURNED),
  /** What was one's own to do is done. */
  SUBMIT(false, Deed.SUBMITTED);

  private final boolean needsReason;
  private final Deed deed;

  Outcome(boolean needsReason, Deed deed) {
    this.needsReason = needsReason;
    this.deed = deed;
  }

  /** Whether it is refused without words. */
  public boolean needsReason() {
    return needsReason;
  }

  Deed deed() {
    return deed;
  }
}
