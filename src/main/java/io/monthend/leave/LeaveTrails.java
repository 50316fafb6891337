package io.monthend.leave;

import io.monthend.people.Access;
import io.monthend.people.Access.Subject;
import io.monthend.people.Account;
import io.monthend.rulebook.Language;
import io.monthend.tasks.CaseEvent;
import io.monthend.tasks.Cases;
import io.monthend.tasks.Deed;
import io.monthend.tasks.Speech;
import io.monthend.tasks.Speeches;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** How leave came to be: who asked, who decided, on whose behalf, and when. */
@Component
public class LeaveTrails {

  private static final Set<Deed> DECIDING =
      EnumSet.of(
          Deed.OPENED,
          Deed.SUBMITTED,
          Deed.RETURNED,
          Deed.AGREED,
          Deed.OBJECTED,
          Deed.APPROVED,
          Deed.REFUSED,
          Deed.CANCEL_ASKED,
          Deed.CLOSED);

  /** One step of a trail, in the reader's words. */
  public record Step(String at, String what) {}

  /**
   * The steps of one leave, first to last.
   *
   * @param isOpen whether the reader may open the request itself, with its reason and its papers
   */
  public record Trail(String leaveNo, List<Step> steps, boolean isOpen) {

    public Trail {
      steps = List.copyOf(steps);
    }
  }

  private final LeaveApplications applications;
  private final Cases cases;
  private final Speeches speeches;

  LeaveTrails(LeaveApplications applications, Cases cases, Speeches speeches) {
    this.applications = applications;
    this.cases = cases;
    this.speeches = speeches;
  }

  /** By number, those that were asked for here by somebody whose pay slips the reader may read. */
  public Map<String, Trail> of(Account reader, Collection<String> leaveNos, Language language) {
    Speech say = speeches.in(language);
    Map<String, Trail> trails = new LinkedHashMap<>();
    for (String leaveNo : new LinkedHashSet<>(leaveNos)) {
      applications
          .find(leaveNo)
          .filter(leave -> Access.mayReadPay(reader, new Subject(leave.employeeNo(), null)))
          .ifPresent(leave -> trails.put(leaveNo, trail(reader, leaveNo, say)));
    }
    return trails;
  }

  private Trail trail(Account reader, String leaveNo, Speech say) {
    List<Step> steps =
        cases.trail(leaveNo).stream()
            .filter(event -> DECIDING.contains(event.deed()))
            .map(event -> new Step(say.moment(event.at()), told(say, event)))
            .toList();
    return new Trail(leaveNo, steps, cases.find(reader, leaveNo).isPresent());
  }

  private static String told(Speech say, CaseEvent event) {
    String deed = say.deed(LeaveRequestProcess.PROCESS, event);
    return event.onBehalfOf() == null
        ? deed
        : deed + " " + say.text("deed.on-behalf", event.onBehalfOf());
  }
}
