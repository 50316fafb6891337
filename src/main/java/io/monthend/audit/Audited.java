package io.monthend.audit;

import java.util.Map;

/**
 * Something a person did that has to stay provable. Published as an application event inside the
 * transaction of the deed, it is added to the {@link AuditTrail} with it or not at all.
 */
public interface Audited {

  /** The account that did it, or the name of the machine's user at the command line. */
  String actor();

  /** The account that was stood in for; empty for one's own doing. */
  default String onBehalfOf() {
    return "";
  }

  /** What was done, in the past tense: {@code account.created}, {@code leave.approved}. */
  String action();

  /** What it was done to: {@code account:lin}, {@code leave:L-17}. */
  String subject();

  /** What else matters, by name. Never a pay figure, a password or the content of a document. */
  default Map<String, String> details() {
    return Map.of();
  }
}
