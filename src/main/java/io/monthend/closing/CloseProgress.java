package io.monthend.closing;

/** Who wants to know how far a close has come; called from several threads. */
public interface CloseProgress {

  /** A step begins; {@code total} is what there is to do, 0 = not known. */
  void begin(String step, long total);

  /** So much more is done: rows read, or people settled in a transaction about to commit. */
  void advance(long done);

  /** A step has ended. */
  void end(String step);
}
