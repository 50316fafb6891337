package io.monthend.payroll;

import io.monthend.conduct.Incident;
import io.monthend.kernel.Money;
import io.monthend.kernel.Source;
import io.monthend.leave.LeaveCharge;
import io.monthend.rulebook.LeavePolicy;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** A fine of the month, for an incident or a leave (G9). */
record Fine(CashPayment.Key key, Money amount, String rule, Source source) {

  static List<Fine> of(List<Incident> incidents, List<LeaveCharge> leave, LeavePolicy policy) {
    Stream<Fine> ofIncidents =
        incidents.stream().filter(incident -> !incident.fine().isZero()).map(Fine::ofIncident);
    Stream<Fine> ofLeave =
        leave.stream()
            .flatMap(
                charge -> charge.finedDates().stream().map(date -> ofLeave(charge, date, policy)));
    return Stream.concat(ofIncidents, ofLeave).toList();
  }

  private static Fine ofIncident(Incident incident) {
    return new Fine(
        new CashPayment.Key(incident.date(), incident.code()),
        incident.fine(),
        "G9+" + incident.rule(),
        incident.source());
  }

  private static Fine ofLeave(LeaveCharge charge, LocalDate date, LeavePolicy policy) {
    return new Fine(
        new CashPayment.Key(date, CashPayment.ANY_LEAVE_FINE),
        policy.fine().cny(),
        "G9+" + charge.rule(),
        Source.leaveOn(charge.leave().leaveNo(), date));
  }
}
