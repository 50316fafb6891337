package io.monthend.leave;

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

  /** The steps of one leave, first to last. */
  public record Trail(String leaveNo, List<Step> steps) {

    public Trail {
      steps = List.copyOf(steps);
    }
  }

  private final Cases cases;
  private final Speeches speeches;

  LeaveTrails(Cases cases, Speeches speeches) {
    this.cases = cases;
    this.speeches = speeches;
  }

  /** By number, those that were asked for here and that the reader may see. */
  public Map<String, Trail> of(Account reader, Collection<String> leaveNos, Language language) {
    Speech say = speeches.in(language);
    Map<String, Trail> trails = new LinkedHashMap<>();
    for (String leaveNo : new LinkedHashSet<>(leaveNos)) {
      List<Step> steps =
          cases.history(reader, leaveNo).stream()
              .filter(event -> DECIDING.contains(event.deed()))
              .map(event -> new Step(say.moment(event.at()), told(say, event)))
              .toList();
      if (!steps.isEmpty()) {
        trails.put(leaveNo, new Trail(leaveNo, steps));
      }
    }
    return trails;
  }

  private static String told(Speech say, CaseEvent event) {
    String deed = say.deed(LeaveRequestProcess.PROCESS, event);
    return event.onBehalfOf() == null
        ? deed
        : deed + " " + say.text("deed.on-behalf", event.onBehalfOf());
  }
}
