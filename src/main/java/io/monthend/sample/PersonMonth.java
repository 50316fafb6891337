package io.monthend.sample;

import java.io.IOException;
import java.util.List;

/** Writes everything the files of a month say about one person after another. */
final class PersonMonth {

  private final Company company;
  private final Month month;
  private final boolean isFirst;
  private final MonthFiles files;
  private final Attendance attendance;
  private final Assessment assessment;

  PersonMonth(Company company, Month month, MonthFiles files) {
    this.company = company;
    this.month = month;
    this.isFirst = month.index() == company.firstIndex();
    this.files = files;
    this.attendance = new Attendance(month, files);
    this.assessment = new Assessment(company, month, files);
  }

  void write(int seat) throws IOException {
    Person person = Person.of(company, seat, month);
    files.employee(person, month);
    List<Leave> leaves = LeavePlan.around(person, month);
    for (Leave leave : leaves) {
      if (leave.touches(month.first(), month.last())) {
        files.leave(person, leave);
      }
    }
    attendance.write(person, leaves);
    List<Incident> incidents = Conduct.of(person, month, attendance);
    files.incidents(person, incidents);
    for (Payment payment : Payments.of(person, month, leaves, attendance, incidents)) {
      files.payment(person, payment);
    }
    assessment.write(person, attendance);
    if (isFirst) {
      files.incidents(person, Conduct.before(person, month));
      assessment.history(person);
    }
  }
}
