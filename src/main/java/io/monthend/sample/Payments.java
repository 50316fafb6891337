package io.monthend.sample;

import java.util.ArrayList;
import java.util.List;

/** Fines paid in cash on the day: mostly in full, at times in part, too much, or for no fine. */
final class Payments {

  private static final int TOPIC = "payments".hashCode();
  private static final int FIRST_LATENESS = 1000;
  private static final int LEAVE_FINE = 3000;

  private final Dice dice;
  private final List<Payment> payments = new ArrayList<>();

  private Payments(Dice dice) {
    this.dice = dice;
  }

  static List<Payment> of(
      Person person,
      Month month,
      List<Leave> leaves,
      Attendance attendance,
      List<Incident> incidents) {
    Payments cash = new Payments(Dice.of(person.key(), TOPIC, month.index()));
    for (Incident incident : incidents) {
      if (incident.code().fine() > 0 && cash.dice.percent(12)) {
        cash.pay(incident.day(), incident.code().name(), incident.code().fine());
      }
    }
    if (attendance.lateDay() != Days.NONE && cash.dice.percent(4)) {
      cash.pay(attendance.lateDay(), "LATE_OR_EARLY", FIRST_LATENESS);
    }
    for (Leave leave : leaves) {
      boolean fined = leave.type() == LeaveType.PERSONAL && leave.approved();
      if (fined && month.contains(leave.from()) && cash.dice.percent(6)) {
        cash.pay(leave.from(), "PERSONAL", LEAVE_FINE);
      }
    }
    if (attendance.daysWorked() > 0 && cash.dice.below(2500) == 0) {
      cash.pay(attendance.dayWorked(0), IncidentCode.CHATTING.name(), IncidentCode.CHATTING.fine());
    }
    return cash.payments;
  }

  private void pay(int day, String code, int fine) {
    int at = dice.below(100);
    if (at < 70) {
      payments.add(new Payment(day, code, fine));
    } else if (at < 80) {
      payments.add(new Payment(day, code, dice.between(1, fine / 100) * 100));
    } else if (at < 85) {
      payments.add(new Payment(day, code, fine / 3));
    } else if (at < 92) {
      payments.add(new Payment(day, code, fine + dice.between(1, 40) * 100));
    } else {
      payments.add(new Payment(day, code, fine / 2));
      payments.add(new Payment(day, code, fine - fine / 2));
    }
  }
}
