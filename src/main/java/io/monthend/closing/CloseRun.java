package io.monthend.closing;

import io.monthend.kernel.PayMonth;

/**
 * One attempt at closing a month, with its facts frozen.
 *
 * @param inputHash equal for equal facts, whatever the order of their rows
 * @param rulebookHash of the edition it is closed with
 * @param buckets how many the people are split into
 */
public record CloseRun(
    long id,
    PayMonth month,
    int attempt,
    State state,
    String inputHash,
    String rulebookHash,
    int buckets) {

  /** Where an attempt stands. */
  public enum State {
    /** At work, or interrupted: the same command goes on. */
    SETTLING,
    /** Settled, and waits for those who review it. */
    SETTLED,
    /** Settled, but for some people whom the rules cannot settle. */
    BLOCKED,
    PUBLISHED,
    /** Published once, then reopened. */
    UNDONE,
    /** Given up for a later attempt. */
    ABANDONED
  }
}
