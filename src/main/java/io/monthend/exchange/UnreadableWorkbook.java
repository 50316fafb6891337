package io.monthend.exchange;

/** A file that cannot be taken as a workbook; says why and what to do. */
final class UnreadableWorkbook extends Exception {
  UnreadableWorkbook(String reason) {
    super(reason, null, false, false);
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
