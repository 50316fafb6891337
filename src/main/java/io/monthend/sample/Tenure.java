package io.monthend.sample;

/**
 * One person's time on a seat, in whole months: the next one takes over in the month after it, so a
 * seat has exactly one person in every month.
 *
 * <p>The chain of tenures is walked from long before the first date of the contract; the key of
 * each depends on the seat and the month it begins in, and on nothing that was drawn before.
 */
record Tenure(long key, int firstMonth, int lastMonth, int successor) {

  private static final int CHAIN_BEGINS = 1930 * 12;
  private static final int LENGTH_BITS = 12;
  private static final int[] LENGTHS = lengths();

  /**
   * Who is on the seat in a month; {@code successor} counts from who is on it in the company's
   * first month.
   */
  static Tenure of(Seat seat, int companyBegins, int month) {
    int start = CHAIN_BEGINS - (int) Long.remainderUnsigned(seat.key(), 33);
    int successor = 0;
    while (true) {
      long key = Dice.hash(seat.key(), start);
      int end = start + LENGTHS[(int) (key >>> (Long.SIZE - LENGTH_BITS))] - 1;
      if (end >= month) {
        return new Tenure(key, start, end, successor);
      }
      if (end >= companyBegins) {
        successor++;
      }
      start = end + 1;
    }
  }

  /**
   * Months by equally likely draw: one in eight stays up to four months, the others 37 on average,
   * falling off evenly. Together that is 33 months, a turnover of three in a hundred a month.
   */
  private static int[] lengths() {
    int[] lengths = new int[1 << LENGTH_BITS];
    int brief = lengths.length / 8;
    for (int i = 0; i < brief; i++) {
      lengths[i] = 1 + i * 4 / brief;
    }
    int months = 1;
    double staying = 36.0 / 37;
    for (int i = brief; i < lengths.length; i++) {
      double longer = (lengths.length - i - 0.5) / (lengths.length - brief);
      while (staying > longer) {
        months++;
        staying *= 36.0 / 37;
      }
      lengths[i] = months;
    }
    return lengths;
  }
}
