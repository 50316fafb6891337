package io.monthend.exchange;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Bytes in which no word is endless, so that no parser has to hold one. */
final class ShortWords extends FilterInputStream {

  private static final int LONGEST = 1 << 20;

  private int length;

  ShortWords(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    int next = super.read();
    if (next >= 0) {
      count((byte) next);
    }
    return next;
  }

  @Override
  public int read(byte[] bytes, int offset, int most) throws IOException {
    int found = super.read(bytes, offset, most);
    for (int i = offset; i < offset + found; i++) {
      count(bytes[i]);
    }
    return found;
  }

  private void count(byte next) throws IOException {
    boolean blank = next >= 0 && next <= ' ';
    length = blank || next == '<' || next == '>' || next == '"' ? 0 : length + 1;
    if (length > LONGEST) {
      throw new IOException("a word of more than " + LONGEST + " bytes");
    }
  }
}
