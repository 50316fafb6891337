package io.monthend.sample;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The employees of an input, for the rows of the other files that name them. */
final class ContractStaff {

  private final Map<String, ContractRow> byNumber = new HashMap<>();

  void add(ContractRow row) {
    ContractRow twin = byNumber.putIfAbsent(row.text("employee_no"), row);
    row.check(twin == null, "employee_no", "duplicate");
  }

  boolean knows(ContractRow row) {
    boolean known = byNumber.containsKey(row.text("employee_no"));
    row.check(known, "employee_no", "unknown employee");
    return known;
  }

  /** The position of whom the row names; ask {@link #knows} first. */
  String position(ContractRow row) {
    return employee(row).text("position");
  }

  boolean employed(ContractRow row, LocalDate date) {
    ContractRow employee = employee(row);
    return !isAfter(employee.date("hire_date"), date) && !isAfter(date, employee.date("last_day"));
  }

  static boolean isAfter(@Nullable LocalDate one, @Nullable LocalDate other) {
    return one != null && other != null && one.isAfter(other);
  }

  private ContractRow employee(ContractRow row) {
    ContractRow employee = byNumber.get(row.text("employee_no"));
    if (employee == null) {
      throw new IllegalStateException("Ask knows(row) first");
    }
    return employee;
  }
}
