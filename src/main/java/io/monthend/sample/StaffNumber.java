package io.monthend.sample;

import java.nio.charset.StandardCharsets;

/** An employee number, as text and as the bytes that begin its rows. */
final class StaffNumber {

  private static final int LEAST_DIGITS = 7;

  /** Sixty months, each with a new holder, behind the first one. */
  private static final long MOST_HOLDERS = 61;

  private final String text;
  private final byte[] cell;

  private StaffNumber(String text) {
    this.text = text;
    this.cell = (text + ",").getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * The first holders of the seats are numbered from 1; each who follows on a seat counts one whole
   * company further, so numbers never meet.
   */
  static StaffNumber of(int seat, int successor, int employees) {
    String digits = Long.toString((long) successor * employees + seat + 1);
    int width = Math.max(LEAST_DIGITS, Long.toString(MOST_HOLDERS * employees).length());
    return new StaffNumber("E" + "0".repeat(Math.max(0, width - digits.length())) + digits);
  }

  /** The number and the comma behind it; not to be changed. */
  byte[] cell() {
    return cell;
  }

  @Override
  public String toString() {
    return text;
  }
}
