package io.monthend.sample;

import java.time.LocalDate;
import java.time.LocalDateTime;

/** When a shift of the contract begins and ends, by the clauses A2 and A3. */
record ContractShift(LocalDateTime begin, LocalDateTime end) {

  static ContractShift of(LocalDate date, String code) {
    return switch (code) {
      case "A" -> new ContractShift(date.atTime(7, 30), date.atTime(15, 30));
      case "B" -> new ContractShift(date.atTime(15, 30), date.atTime(23, 30));
      case "C" -> new ContractShift(date.atTime(23, 30), date.plusDays(1).atTime(7, 30));
      default -> new ContractShift(date.atTime(9, 0), endOfDayShift(date));
    };
  }

  private static LocalDateTime endOfDayShift(LocalDate date) {
    boolean summer = date.getMonthValue() >= 5 && date.getMonthValue() <= 9;
    return summer ? date.atTime(18, 0) : date.atTime(17, 30);
  }
}
