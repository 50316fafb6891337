package io.monthend.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Holds what is written against what a stream gives, and counts the lines up to where they part.
 */
final class Comparison extends OutputStream {

  private final InputStream other;
  private long line = 1;
  private boolean parted;

  Comparison(InputStream other) {
    this.other = other;
  }

  @Override
  public void write(int next) throws IOException {
    if (parted) {
      return;
    }
    parted = other.read() != (next & 0xff);
    if (!parted && next == '\n') {
      line++;
    }
  }

  /** Whether the stream gave the same and ends here. */
  boolean isEqual() throws IOException {
    return !parted && other.read() < 0;
  }

  /** The line where they part, from 1. */
  long line() {
    return line;
  }
}
