package io.monthend.cli;

import java.util.ArrayList;
import java.util.List;

/** Text measured in the columns of a terminal, where a Chinese character takes two. */
final class TerminalText {

  /**
   * The blocks Unicode calls wide or fullwidth, as pairs of first and last code point, ascending.
   */
  private static final int[] WIDE = {
    0x1100, 0x115F, 0x231A, 0x231B, 0x2329, 0x232A, 0x23E9, 0x23EC, 0x2E80, 0x303E, 0x3041, 0x33FF,
    0x3400, 0x4DBF, 0x4E00, 0xA4CF, 0xA960, 0xA97F, 0xAC00, 0xD7A3, 0xF900, 0xFAFF, 0xFE10, 0xFE19,
    0xFE30, 0xFE6F, 0xFF01, 0xFF60, 0xFFE0, 0xFFE6, 0x16FE0, 0x18AFF, 0x1B000, 0x1B2FF, 0x1F300,
    0x1F64F, 0x1F680, 0x1F6FF, 0x1F900, 0x1F9FF, 0x20000, 0x3FFFD
  };

  /** What no line begins with. */
  private static final String CLOSING = "，。、；：！？）】》」』〉〕％”’,.;:!?)]}%";

  /** What no line ends with. */
  private static final String OPENING = "（【《「『〈〔“‘([{";

  private TerminalText() {}

  /**
   * Without what would move the cursor, change colours or turn the direction of writing: such
   * characters can stand in a name or a note.
   */
  static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    text.codePoints()
        .map(point -> Character.isWhitespace(point) || Character.isISOControl(point) ? ' ' : point)
        .filter(point -> Character.getType(point) != Character.FORMAT)
        .filter(point -> Character.getType(point) != Character.SURROGATE)
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }

  /** The columns a plain text takes. */
  static int width(String text) {
    return text.codePoints().map(TerminalText::width).sum();
  }

  private static int width(int point) {
    return switch (Character.getType(point)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default -> isWide(point) ? 2 : 1;
    };
  }

  private static boolean isWide(int point) {
    for (int i = 0; i < WIDE.length && WIDE[i] <= point; i += 2) {
      if (point <= WIDE[i + 1]) {
        return true;
      }
    }
    return false;
  }

  /** Filled up with blanks on the right; one that is too wide stays as it is. */
  static String left(String text, int columns) {
    return text + blanks(columns - width(text));
  }

  /** Filled up with blanks on the left; one that is too wide stays as it is. */
  static String right(String text, int columns) {
    return blanks(columns - width(text)) + text;
  }

  static String blanks(int columns) {
    return " ".repeat(Math.max(0, columns));
  }

  /**
   * Breaks a plain text into lines of at most so many columns: at blanks, between Chinese
   * characters but not at a mark that begins or ends a phrase nor inside a date, and where nothing
   * else helps anywhere.
   */
  static List<String> wrap(String text, int columns) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String piece : pieces(text)) {
      if (!line.isEmpty() && width(line + piece.stripTrailing()) > columns) {
        lines.add(line.toString().stripTrailing());
        line.setLength(0);
      }
      line.append(piece);
      while (width(line.toString().stripTrailing()) > columns) {
        int fits = fitting(line, columns);
        lines.add(line.substring(0, fits));
        line.delete(0, fits);
      }
    }
    if (!line.isEmpty() || lines.isEmpty()) {
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }

  /** The parts of a text that stay together; each may be the last of a line. */
  private static List<String> pieces(String text) {
    List<String> pieces = new ArrayList<>();
    int from = 0;
    int earlier = ' ';
    int before = ' ';
    for (int at = 0; at < text.length(); ) {
      int point = text.codePointAt(at);
      if (at > from && OPENING.indexOf(earlier) < 0 && isBreak(before, point)) {
        pieces.add(text.substring(from, at));
        from = at;
      }
      earlier = before;
      before = point;
      at += Character.charCount(point);
    }
    pieces.add(text.substring(from));
    return pieces;
  }

  private static boolean isBreak(int before, int after) {
    if (after == ' ' || width(after) == 0) {
      return false;
    }
    return before == ' '
        || ((isWide(before) || isWide(after))
            && OPENING.indexOf(before) < 0
            && CLOSING.indexOf(after) < 0
            && !areNumberAndUnit(before, after)
            && !areNumberAndUnit(after, before));
  }

  /** As in {@code 10月8日}, which is kept on one line. */
  private static boolean areNumberAndUnit(int number, int unit) {
    return Character.isDigit(number) && Character.isIdeographic(unit);
  }

  /** How many chars of a text fit, at least one character. */
  private static int fitting(CharSequence text, int columns) {
    int end = 0;
    int used = 0;
    while (end < text.length()) {
      int point = Character.codePointAt(text, end);
      used += width(point);
      if (used > columns && end > 0) {
        break;
      }
      end += Character.charCount(point);
    }
    return end;
  }
}
