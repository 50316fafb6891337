package io.monthend.closing;

import io.monthend.kernel.PayMonth;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An attempt at a month that somebody asked for; whoever has the month's lock works on it.
 *
 * @param attempt 1 for the first that was asked for, and so on
 * @param caseNo of the close it belongs to; null until a node with the process engine has opened it
 * @param askedBy the user name of who asked
 * @param rulebookHash of an edition of their own; null = the one in effect
 * @param fromFiles whether its facts were read from files when it was asked for
 * @param runId the run that was made for it, once there is one
 * @param problem what stands in the way, in words; empty where nothing does
 */
public record CloseRequest(
    long id,
    PayMonth month,
    int attempt,
    @Nullable String caseNo,
    String askedBy,
    Instant askedAt,
    @Nullable String rulebookHash,
    boolean fromFiles,
    @Nullable Long runId,
    State state,
    String problem,
    @Nullable Instant beganAt,
    @Nullable Instant endedAt) {

  /** How far it has come. */
  public enum State {
    ASKED,
    RUNNING,
    /** Everybody is settled; it can be reviewed. */
    SETTLED,
    /** Some people could not be settled. */
    BLOCKED,
    /** Rows of the books were refused. */
    REFUSED,
    /** A fault of the program or the machine. */
    FAILED;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static State of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** Whether nobody works on it any more. */
    public boolean isEnded() {
      return this != ASKED && this != RUNNING;
    }
  }
}
