package io.monthend.audit;

import java.time.OffsetDateTime;
import java.util.Map;

/**
 * One entry of the trail.
 *
 * @param id from 1, without a gap
 * @param details as {@link Audited#details}
 */
public record AuditEntry(
    long id,
    OffsetDateTime at,
    String actor,
    String onBehalfOf,
    String action,
    String subject,
    Map<String, String> details) {

  public AuditEntry {
    details = Map.copyOf(details);
  }
}
