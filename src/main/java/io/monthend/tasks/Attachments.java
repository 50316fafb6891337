package io.monthend.tasks;

import io.monthend.people.Account;
import io.monthend.people.Role;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Papers that belong to cases, kept in the database and handed out as downloads only. */
@Component
public class Attachments {

  /** The largest file, in bytes. */
  public static final int LARGEST = 10 * 1024 * 1024;

  private static final int MOST = 20;
  private static final int LONGEST_NAME = 120;

  /** A paper without its content. */
  public record Attachment(
      long id, String name, String mediaType, int size, String by, Instant at) {}

  /** A paper to be handed out. */
  public record Download(String name, String mediaType, Resource content) {}

  private final JdbcClient jdbc;
  private final Cases cases;
  private final CaseEvents events;
  private final OpenTasks open;
  private final TaskTransactions transactions;

  Attachments(
      JdbcClient jdbc,
      Cases cases,
      CaseEvents events,
      OpenTasks open,
      TaskTransactions transactions) {
    this.jdbc = jdbc;
    this.cases = cases;
    this.events = events;
    this.open = open;
    this.transactions = transactions;
  }

  /** Attaches a PDF, PNG or JPEG of up to 10 MB to a case that somebody may see; 20 at most. */
  public Answer attach(Account who, String caseNo, String name, byte[] content) {
    if (who.is(Role.AUDITOR) || cases.find(who, caseNo).isEmpty()) {
      return new Answer.Denied();
    }
    if (content.length == 0 || content.length > LARGEST) {
      return Answer.Refused.because("attachment.size", String.valueOf(LARGEST / (1024 * 1024)));
    }
    Optional<MediaType> type = MediaType.of(content);
    if (type.isEmpty()) {
      return Answer.Refused.because("attachment.type");
    }
    return transactions.inOne(() -> {
      open.lockCase(caseNo);
      if (list(caseNo).size() >= MOST) {
        return Answer.Refused.because("attachment.too-many", String.valueOf(MOST));
      }
      insert(who, caseNo, plain(name), type.get(), content);
      events.add(Actor.self(who), Deed.ATTACHED, caseNo, null, plain(name));
      return new Answer.Done(caseNo);
    });
  }

  private void insert(Account who, String caseNo, String name, MediaType type, byte[] content) {
    jdbc.sql(
            """
            insert into case_attachment (case_no, name, media_type, size, sha256, content, username, at)
            values (:case, :name, :type, :size, :hash, :content, :who, :at)
            """)
        .param("case", caseNo)
        .param("name", name)
        .param("type", type.mime())
        .param("size", content.length)
        .param("hash", sha256(content))
        .param("content", content)
        .param("who", who.username())
        .param("at", Timestamp.from(events.now()))
        .update();
  }

  /** A file name without a path or anything that a header or a shell would take for more. */
  private static String plain(String name) {
    String last = name.replaceAll("^.*[/\\\\]", "").replaceAll("[\\p{Cntrl}\"<>:|?*]", "_").strip();
    String shown = last.isEmpty() ? "attachment" : last;
    return shown.substring(Math.max(0, shown.length() - LONGEST_NAME));
  }

  private static byte[] sha256(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /** The papers of a case; none to those who may not see it. */
  public List<Attachment> of(Account who, String caseNo) {
    return cases.find(who, caseNo).isEmpty() ? List.of() : list(caseNo);
  }

  private List<Attachment> list(String caseNo) {
    return jdbc.sql(
            """
            select f.id, f.name, f.media_type, f.size, a.name as by_name, f.at
            from case_attachment f join account a using (username) where f.case_no = :case order by f.id
            """)
        .param("case", caseNo)
        .query((row, rowNumber) ->
            new Attachment(
                row.getLong("id"),
                row.getString("name"),
                row.getString("media_type"),
                row.getInt("size"),
                row.getString("by_name"),
                row.getTimestamp("at").toInstant()))
        .list();
  }

  /** How many papers a case has. */
  public int count(String caseNo) {
    return list(caseNo).size();
  }

  /** One paper of a case that somebody may see. */
  public Optional<Download> download(Account who, String caseNo, long id) {
    if (cases.find(who, caseNo).isEmpty()) {
      return Optional.empty();
    }
    return jdbc.sql(
            """
            select name, media_type, content from case_attachment where case_no = :case and id = :id
            """)
        .param("case", caseNo)
        .param("id", id)
        .query((row, rowNumber) ->
            new Download(
                row.getString("name"),
                row.getString("media_type"),
                new ByteArrayResource(row.getBytes("content"))))
        .optional();
  }
}
