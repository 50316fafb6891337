package io.monthend.tasks;

import io.monthend.audit.Audited;
import java.util.Locale;
import java.util.Map;

/** A decision, or a change of who decides, as the audit trail keeps it. */
record CaseDeed(Actor by, Deed deed, String caseNo, String task) implements Audited {

  @Override
  public String actor() {
    return by.account().username();
  }

  @Override
  public String onBehalfOf() {
    return by.via() == null ? "" : by.via();
  }

  @Override
  public String action() {
    return "case." + deed.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public String subject() {
    return "case:" + caseNo;
  }

  @Override
  public Map<String, String> details() {
    return Map.of("task", task);
  }
}
