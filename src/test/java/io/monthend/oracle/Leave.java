package io.monthend.oracle;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One approved leave: the set of halves it covers, rostered or not (C3–C5). */
record Leave(String no, String type, boolean certificate, HalfShift from, Set<HalfShift> halves) {

  static Leave of(Row row) {
    HalfShift from = new HalfShift(row.date("from_date"), row.text("from_half").equals("AM"));
    HalfShift to = new HalfShift(row.date("to_date"), row.text("to_half").equals("AM"));
    Set<HalfShift> halves = new HashSet<>();
    HalfShift half = from;
    while (!to.isBefore(half)) {
      halves.add(half);
      half =
          half.first()
              ? new HalfShift(half.date(), false)
              : new HalfShift(half.date().plusDays(1), true);
    }
    boolean certificate = row.text("certificate").equals("Y");
    return new Leave(row.text("leave_no"), row.text("type"), certificate, from, halves);
  }

  int halvesOn(Shift shift) {
    int count = 0;
    for (HalfShift half : halves) {
      if (half.date().equals(shift.date())) {
        count++;
      }
    }
    return count;
  }

  int halvesOn(List<Shift> roster) {
    int count = 0;
    for (Shift shift : roster) {
      count += halvesOn(shift);
    }
    return count;
  }

  boolean unpaid() {
    return type.equals("PERSONAL") || type.equals("SICK");
  }

  /** Personal leave always; sick leave of two rostered days or more without a certificate (C4). */
  boolean fined(List<Shift> wholeRoster) {
    return type.equals("PERSONAL")
        || (type.equals("SICK") && halvesOn(wholeRoster) >= 4 && !certificate);
  }

  String clause() {
    return type.equals("PERSONAL") ? "C3" : "C4";
  }
}
