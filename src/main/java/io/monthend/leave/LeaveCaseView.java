package io.monthend.leave;

import io.monthend.leave.LeaveApplication.State;
import io.monthend.pages.Page;
import io.monthend.people.Access;
import io.monthend.people.Access.Subject;
import io.monthend.people.Account;
import io.monthend.people.Role;
import io.monthend.rulebook.Language;
import io.monthend.tasks.CaseView;
import io.monthend.tasks.Cases;
import io.monthend.tasks.Message;
import io.monthend.tasks.Queue;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What the page of a request shows of a leave, and where it leads. */
@Component
@Profile(Page.SERVED)
class LeaveCaseView implements CaseView {

  /** The states in which a leave counts, or may still. */
  private static final Set<State> COUNTING =
      EnumSet.of(State.ASKED, State.APPROVED, State.PERSONAL);

  private final LeaveDesk desk;
  private final TeamAbsences absences;
  private final Cases cases;
  private final Queue queue;
  private final Clock clock;

  LeaveCaseView(LeaveDesk desk, TeamAbsences absences, Cases cases, Queue queue, Clock clock) {
    this.desk = desk;
    this.absences = absences;
    this.cases = cases;
    this.queue = queue;
    this.clock = clock;
  }

  @Override
  public String process() {
    return LeaveRequestProcess.PROCESS;
  }

  @Override
  public List<Fact> facts(Account reader, String caseNo, Language language) {
    LeaveApplication leave = desk.find(caseNo).orElse(null);
    if (leave == null) {
      return List.of();
    }
    Subject subject = new Subject(leave.employeeNo(), null);
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.said("leave.type", Message.of("leave.type." + leave.form().type())));
    facts.add(Fact.said("leave.when", leave.form().span()));
    facts.add(Fact.plain("leave.reason", leave.form().reason()));
    if (leave.hasCertificate()) {
      facts.add(Fact.said("leave.fact.certificate", Message.of("leave.certificate-there")));
    }
    boolean isOwn = reader.isOf(leave.employeeNo());
    boolean isTheirs =
        Access.mayReadAttendance(reader, null, subject) || !queue.turns(reader, caseNo).isEmpty();
    if (COUNTING.contains(leave.state()) && (isOwn || isTheirs)) {
      facts.addAll(
          LeaveSheet.facts(
              leave.form(),
              leave.state(),
              desk.preview(leave),
              Access.mayReadPay(reader, subject)));
    }
    if (leave.state() == State.ASKED && isTheirs && !isOwn) {
      facts.add(absences.during(leave));
    }
    return facts;
  }

  @Override
  public List<Way> ways(Account reader, String caseNo) {
    LeaveApplication leave = desk.own(reader, caseNo).orElse(null);
    if (leave == null) {
      return List.of();
    }
    if (cases.awaits(caseNo, LeaveRequestProcess.WITHDRAWN)) {
      return List.of(Way.deed("leave.withdraw", "/leave/" + caseNo + "/withdraw"));
    }
    if (desk.awaitsCertificate(caseNo)) {
      return List.of(Way.page("leave.hand-in.late", "/leave/" + caseNo + "/hand-in"));
    }
    return leave.form().from().isAfter(today())
            && cases.awaits(caseNo, LeaveRequestProcess.CANCEL_ASKED)
        ? List.of(Way.deed("leave.cancel", "/leave/" + caseNo + "/cancel"))
        : List.of();
  }

  @Override
  public Optional<Way> pageFor(String caseNo, String taskKey) {
    return switch (taskKey) {
      case "revise" -> Optional.of(Way.page("leave.change", "/leave/" + caseNo + "/change"));
      case "papers", "certificate" ->
          Optional.of(Way.page("leave.hand-in." + taskKey, "/leave/" + caseNo + "/hand-in"));
      default -> Optional.empty();
    };
  }

  @Override
  public List<Way> beginnings(Account reader) {
    List<Way> ways = new ArrayList<>();
    if (reader.is(Role.EMPLOYEE)) {
      ways.add(Way.page("leave.ask", "/leave/new"));
    }
    if (reader.isAny(Role.MANAGER, Role.GENERAL_MANAGER)) {
      ways.add(Way.page("leave.phone", "/leave/phone"));
    }
    return ways;
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), clock.getZone());
  }
}
