package io.monthend.closing;

import io.monthend.audit.Audited;
import io.monthend.kernel.PayMonth;
import java.util.Map;

/** Something done to a month or to its timer, as the audit trail keeps it. */
record MonthDeed(String actor, String action, String subject, Map<String, String> details)
    implements Audited {

  MonthDeed {
    details = Map.copyOf(details);
  }

  static MonthDeed of(String actor, String action, PayMonth month) {
    return new MonthDeed(actor, action, "month:" + month, Map.of());
  }
}
