package io.monthend.tasks;

/** What was done to a case. */
public enum Deed {
  OPENED,
  CLAIMED,
  RELEASED,
  APPROVED,
  REFUSED,
  RETURNED,
  SUBMITTED,
  DELEGATED,
  GIVEN_BACK,
  TAKEN_BACK,
  APPROVER_ADDED,
  AGREED,
  OBJECTED,
  COMMENTED,
  ATTACHED,
  COPIED,
  URGED,
  REMINDED,
  ESCALATED,
  WITHDRAWN,
  CANCEL_ASKED,
  /** The process did something of its own accord, which the words name. */
  CLOSED;

  /** Whether the words of such a deed are somebody's own, and no word of the process. */
  public boolean isTold() {
    return this != REMINDED && this != ESCALATED && this != CLOSED;
  }
}
