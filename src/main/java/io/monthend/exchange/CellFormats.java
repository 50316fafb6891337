package io.monthend.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;

/**
 * What a workbook's cell formats make of a number: a date, a number with leading zeros, or itself.
 */
final class CellFormats {

  /** The longest format that Excel takes. */
  private static final int LONGEST = 255;

  /**
   * A format.
   *
   * @param zeros the least digits it shows; 0 where it says nothing of them
   */
  record Format(boolean date, int zeros) {}

  private static final Format GENERAL = new Format(false, 0);

  private final List<Format> formats = new ArrayList<>();

  /** Reads the part of a workbook that holds them. */
  static CellFormats of(@Nullable InputStream part) throws IOException, UnreadableWorkbook {
    CellFormats read = new CellFormats();
    if (part == null) {
      return read;
    }
    Map<Integer, String> codes = new HashMap<>();
    boolean cells = false;
    try (WorkbookXml xml = new WorkbookXml(part)) {
      while (xml.next()) {
        if (xml.isStart("cellXfs") || xml.isEnd("cellXfs")) {
          cells = xml.isStart();
        } else if (xml.isStart("numFmt")) {
          codes.put(number(xml.attribute("numFmtId")), xml.attribute("formatCode", ""));
        } else if (cells && xml.isStart("xf")) {
          read.formats.add(format(number(xml.attribute("numFmtId")), codes));
        }
      }
    }
    return read;
  }

  private static Format format(int id, Map<Integer, String> codes) {
    String code = codes.get(id);
    if (code != null && code.length() > LONGEST) {
      return GENERAL;
    }
    boolean zeros = code != null && code.length() > 1 && code.chars().allMatch(unit -> unit == '0');
    return new Format(DateUtil.isADateFormat(id, code), zeros && code != null ? code.length() : 0);
  }

  /** The format of that number. */
  Format get(int number) {
    return number >= 0 && number < formats.size() ? formats.get(number) : GENERAL;
  }

  /** A whole number of up to nine digits, or -1. */
  static int number(@Nullable String text) {
    boolean plain =
        text != null
            && !text.isEmpty()
            && text.length() < 10
            && text.chars().allMatch(unit -> unit >= '0' && unit <= '9');
    return plain && text != null ? Integer.parseInt(text) : -1;
  }
}
