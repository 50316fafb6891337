package io.monthend.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The texts that a workbook's cells refer to by number, held as bytes in one piece: a character of
 * an employee number takes one byte, and a text four more.
 */
final class SharedStrings {

  /** The most that is held, in bytes. */
  private static final int MOST_BYTES = 200_000_000;

  private static final int MOST_STRINGS = 16_000_000;

  private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  private byte[] texts = new byte[1 << 12];
  private int[] ends = new int[1 << 8];
  private int count;

  /** Reads the part of a workbook that holds them; a workbook without one has none. */
  static SharedStrings of(@Nullable InputStream part) throws IOException, UnreadableWorkbook {
    SharedStrings strings = new SharedStrings();
    if (part != null) {
      try (WorkbookXml xml = new WorkbookXml(part)) {
        while (xml.next()) {
          if (xml.isStart("si")) {
            strings.add(text(xml, "si"));
          }
        }
      }
    }
    return strings;
  }

  /** The text of an element that is rich or plain, up to its end; without readings beside it. */
  static String text(WorkbookXml xml, String element) throws UnreadableWorkbook {
    StringBuilder text = new StringBuilder();
    boolean spoken = false;
    boolean inside = false;
    while (xml.next() && !xml.isEnd(element)) {
      if (xml.isStart("rPh") || xml.isEnd("rPh")) {
        spoken = xml.isStart();
      } else if (xml.isStart("t") || xml.isEnd("t")) {
        inside = xml.isStart();
      } else if (inside && !spoken) {
        xml.appendText(text);
      }
    }
    return unescaped(text.toString());
  }

  /** Undoes the form in which workbooks write characters that XML has no place for. */
  static String unescaped(String text) {
    return text.contains("_x")
        ? ESCAPED
            .matcher(text)
            .replaceAll(found ->
                java.util.regex.Matcher.quoteReplacement(
                    String.valueOf((char) Integer.parseInt(found.group(1), 16))))
        : text;
  }

  private void add(String text) throws UnreadableWorkbook {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int start = count == 0 ? 0 : ends[count - 1];
    if (count == MOST_STRINGS || bytes.length > MOST_BYTES - start) {
      throw new UnreadableWorkbook(
          "it holds more different texts than fit; use CSV files for a month of this size");
    }
    if (start + bytes.length > texts.length) {
      texts = Arrays.copyOf(texts, Math.max(start + bytes.length, texts.length + texts.length / 2));
    }
    if (count == ends.length) {
      ends = Arrays.copyOf(ends, count + count / 2);
    }
    System.arraycopy(bytes, 0, texts, start, bytes.length);
    ends[count] = start + bytes.length;
    count++;
  }

  /** The text of a number; empty where there is none. */
  @Nullable String get(int number) {
    if (number < 0 || number >= count) {
      return null;
    }
    int start = number == 0 ? 0 : ends[number - 1];
    return new String(texts, start, ends[number] - start, StandardCharsets.UTF_8);
  }
}
