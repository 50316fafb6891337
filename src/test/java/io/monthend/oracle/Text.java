package io.monthend.oracle;

import java.util.Arrays;
import java.util.List;

/** How text is ordered and written in the output files. */
final class Text {

  private Text() {}

  /** By code point; Java's own order of strings is by UTF-16 unit. */
  static int compare(String a, String b) {
    return Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray());
  }

  /** Text a spreadsheet would evaluate gets an apostrophe in front. */
  static String harmless(String text) {
    boolean evaluated = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    return evaluated ? "'" + text : text;
  }

  static String line(List<String> cells) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      line.append(i == 0 ? "" : ",").append(quoted(cells.get(i)));
    }
    return line.toString();
  }

  private static String quoted(String cell) {
    boolean needed =
        cell.contains(",") || cell.contains("\"") || cell.contains("\n") || cell.contains("\r");
    return needed ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell;
  }
}
