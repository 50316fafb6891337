package io.monthend.oracle;

import java.time.LocalDate;
import java.time.LocalDateTime;

/** One rostered shift (A2, A3); it belongs to the date it starts on. */
record Shift(LocalDate date, String code) {

  static Shift of(Row row) {
    return new Shift(row.date("date"), row.text("shift"));
  }

  LocalDateTime start() {
    return switch (code) {
      case "D" -> date.atTime(9, 0);
      case "A" -> date.atTime(7, 30);
      case "B" -> date.atTime(15, 30);
      case "C" -> date.atTime(23, 30);
      default -> throw new IllegalArgumentException("No shift is called " + code);
    };
  }

  LocalDateTime end() {
    if (code.equals("D")) {
      return summer() ? date.atTime(18, 0) : date.atTime(17, 30);
    }
    return start().plusHours(8);
  }

  /** Where the first half (AM) ends: at the break, or at the midpoint (B5). */
  LocalDateTime firstHalfEnd() {
    return code.equals("D") ? date.atTime(12, 0) : start().plusHours(4);
  }

  /** Where the second half (PM) starts. */
  LocalDateTime secondHalfStart() {
    if (code.equals("D")) {
      return summer() ? date.atTime(13, 30) : date.atTime(13, 0);
    }
    return start().plusHours(4);
  }

  /** 1 May to 30 September. */
  private boolean summer() {
    return date.getMonthValue() >= 5 && date.getMonthValue() <= 9;
  }
}
