package io.monthend.tasks;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Text broken into lines for a drawing, which cannot break it itself. */
final class TextLines {

  /** Tenths of a pixel at the size of a diagram text: a Latin letter, and a Chinese character. */
  private static final int NARROW = 65;

  private static final int WIDE = 120;
  private static final int FIRST_WIDE = 0x2E80;

  private TextLines() {}

  /** At least one line; a word that is too long for one stands alone. */
  static List<String> wrap(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    BreakIterator breaks = BreakIterator.getLineInstance(Locale.ROOT);
    breaks.setText(text);
    int from = breaks.first();
    for (int to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
      String part = text.substring(from, to);
      if (!line.isEmpty() && widthOf(line + part.stripTrailing()) > width) {
        lines.add(line.toString().strip());
        line.setLength(0);
      }
      line.append(part);
    }
    lines.add(line.toString().strip());
    return lines;
  }

  static int widthOf(String text) {
    return text.codePoints().map(letter -> letter >= FIRST_WIDE ? WIDE : NARROW).sum() / 10;
  }
}
