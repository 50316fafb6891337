package io.monthend.audit;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The entries of the trail. */
@Component
public class AuditTrail {

  private static final JsonMapper JSON = new JsonMapper();

  private final JdbcClient jdbc;

  AuditTrail(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Adds an entry in the transaction that goes on; without one it is an error. Others who add one
   * wait until that transaction ends, so it comes last in a long one.
   */
  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void add(Audited deed) {
    jdbc.sql(
            """
            insert into audit_entry (actor, on_behalf_of, action, subject, details)
            values (:actor, :onBehalfOf, :action, :subject, cast(:details as jsonb))
            """)
        .param("actor", deed.actor())
        .param("onBehalfOf", deed.onBehalfOf())
        .param("action", deed.action())
        .param("subject", deed.subject())
        .param("details", JSON.writeValueAsString(deed.details()))
        .update();
  }

  /** What was done to one subject, first to last. */
  public List<AuditEntry> of(String subject) {
    return jdbc.sql(
            """
            select id, at, actor, on_behalf_of, action, subject, details from audit_entry
            where subject = :subject order by id
            """)
        .param("subject", subject)
        .query((row, rowNumber) ->
            new AuditEntry(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class),
                row.getString("actor"),
                row.getString("on_behalf_of"),
                row.getString("action"),
                row.getString("subject"),
                JSON.readValue(
                    row.getString("details"), new TypeReference<Map<String, String>>() {})))
        .list();
  }

  /** Goes through the whole trail; a gap and a change both show. */
  public AuditCheck check() {
    return jdbc.sql(
            """
            select id from (
              select entry, id, hash, previous_hash,
                lag(hash, 1, '\\x'::bytea) over (order by id) as hash_before, row_number() over (order by id) as place
              from audit_entry entry) chain
            where hash <> audit_hash(entry) or previous_hash <> hash_before or id <> place
            order by id limit 1
            """)
        .query(Long.class)
        .optional()
        .<AuditCheck>map(AuditCheck.Broken::new)
        .orElseGet(this::unbroken);
  }

  private AuditCheck unbroken() {
    return jdbc.sql(
            "select id, encode(hash, 'hex') as head from audit_entry order by id desc limit 1")
        .query(
            (row, rowNumber) -> new AuditCheck.Unbroken(row.getLong("id"), row.getString("head")))
        .optional()
        .orElseGet(() -> new AuditCheck.Unbroken(0, ""));
  }
}
