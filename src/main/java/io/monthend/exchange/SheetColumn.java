package io.monthend.exchange;

import io.monthend.rulebook.Labels;

/**
 * A column of a workbook's sheets.
 *
 * @param label what its header says, in each language; the English one is the contract's
 * @param help what people are told about it
 */
record SheetColumn(Kind kind, Labels.Text label, Labels.Text help) {

  /** How a cell of the column is read, written and limited. */
  enum Kind {
    TEXT,
    NOTE,
    DATE,
    TIME,
    MONTH,
    MONEY,
    NUMBER,
    WHOLE,
    RATE,
    FLAG,
    POSITION,
    SHIFT,
    LEAVING,
    LEAVE_TYPE,
    HALF,
    INCIDENT;

    /** Whether its values are codes, which may stand with their label. */
    boolean isCode() {
      return compareTo(FLAG) >= 0;
    }
  }

  /** Stands between a code and its label, where a list offers both. */
  static final String LABEL = " · ";

  /** The letters of a column; 0 is A. */
  static String letters(int column) {
    String last = String.valueOf((char) ('A' + column % 26));
    return column < 26 ? last : letters(column / 26 - 1) + last;
  }

  /** The column of an address such as AB12, from 0; beyond every sheet where it is none. */
  static int number(String address) {
    int column = 0;
    int length = 0;
    while (length < address.length() && length < 4 && isLetter(address.charAt(length))) {
      column = 26 * column + address.charAt(length) - 'A' + 1;
      length++;
    }
    return length == 0 ? Integer.MAX_VALUE : column - 1;
  }

  private static boolean isLetter(char unit) {
    return unit >= 'A' && unit <= 'Z';
  }
}
