package io.monthend.leave;

import io.monthend.rulebook.LeaveType;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** What somebody has filled in of a leave, as it came: to be read, and shown again as it was. */
record EnteredLeave(Map<String, String> values) {

  EnteredLeave {
    values = Map.copyOf(values);
  }

  /** A form with nothing in it but that leave is taken in whole shifts. */
  static EnteredLeave nothing() {
    return new EnteredLeave(Map.of("fromHalf", Half.AM.name(), "toHalf", Half.PM.name()));
  }

  static EnteredLeave of(LeaveForm form) {
    return new EnteredLeave(
        Map.of(
            "type", form.type().name(),
            "from", form.from().toString(),
            "fromHalf", form.fromHalf().name(),
            "to", form.to().toString(),
            "toHalf", form.toHalf().name(),
            "reason", form.reason()));
  }

  /** What was entered in a field; blank = nothing. */
  public String value(String field) {
    return values.getOrDefault(field, "").strip();
  }

  /**
   * What is asked for, as soon as a type and a first day are there; it ends on that day or later.
   */
  Optional<LeaveForm> form() {
    LeaveType type = one(LeaveType.values(), "type").orElse(null);
    LocalDate from = date("from").orElse(null);
    if (type == null || from == null) {
      return Optional.empty();
    }
    return Optional.of(
        new LeaveForm(
            type,
            from,
            one(Half.values(), "fromHalf").orElse(Half.AM),
            date("to").orElse(from),
            one(Half.values(), "toHalf").orElse(Half.PM),
            value("reason")));
  }

  /** A moment by the company's clock. */
  Optional<LocalDateTime> moment(String field) {
    try {
      return Optional.of(LocalDateTime.parse(value(field)));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private Optional<LocalDate> date(String field) {
    try {
      return Optional.of(LocalDate.parse(value(field)));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private <E extends Enum<E>> Optional<E> one(E[] of, String field) {
    return Arrays.stream(of).filter(it -> it.name().equals(value(field))).findFirst();
  }
}
