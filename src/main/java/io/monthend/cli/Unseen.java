package io.monthend.cli;

import io.monthend.closing.CloseProgress;

/** Shows nothing of a close: the months are small, or nobody watches this process. */
final class Unseen implements CloseProgress {

  @Override
  public void begin(String step, long total) {}

  @Override
  public void advance(long done) {}

  @Override
  public void end(String step) {}
}
