package io.monthend.tasks;

import io.monthend.audit.Audited;
import java.util.Map;

/**
 * Who acts for somebody has changed, as the audit trail keeps it.
 *
 * @param actor who did it
 * @param action {@code stand-in.appointed} or {@code stand-in.ended}
 * @param absent for whom
 * @param details who stands in, and when; or the number of the rule that is ended
 */
record StandInChanged(String actor, String action, String absent, Map<String, String> details)
    implements Audited {

  StandInChanged {
    details = Map.copyOf(details);
  }

  @Override
  public String subject() {
    return "account:" + absent;
  }
}
