package io.monthend.tasks;

import io.monthend.audit.Audited;
import java.util.Map;

/** Something done to the engine, as the audit trail keeps it. */
record EngineDeed(String actor, String action, String subject, Map<String, String> details)
    implements Audited {

  EngineDeed {
    details = Map.copyOf(details);
  }
}
