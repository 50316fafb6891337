package io.monthend.kernel;

/**
 * The order of texts by code point: that of PostgreSQL's collation "C" on UTF-8 and of the file
 * contract.
 *
 * <p>{@link String#compareTo} orders by UTF-16 unit, which differs above U+FFFF.
 */
public final class CodePointOrder {

  private CodePointOrder() {}

  /** Negative, zero or positive, as {@link java.util.Comparator} has it. */
  public static int compareTexts(String left, String right) {
    int length = Math.min(left.length(), right.length());
    for (int i = 0; i < length; i++) {
      char l = left.charAt(i);
      char r = right.charAt(i);
      if (l != r) {
        return Character.compare(ranked(l), ranked(r));
      }
    }
    return Integer.compare(left.length(), right.length());
  }

  /** Moves the surrogates behind all other units, where their code points are. */
  private static char ranked(char unit) {
    if (unit < Character.MIN_SURROGATE) {
      return unit;
    }
    return (char) (unit <= Character.MAX_SURROGATE ? unit + 0x2000 : unit - 0x800);
  }
}
