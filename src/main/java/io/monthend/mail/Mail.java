package io.monthend.mail;

import java.util.List;
import java.util.regex.Pattern;

/**
 * One mail in plain text.
 *
 * @param to addresses like {@code ops@example.com}, at least one
 * @param subject one line
 */
public record Mail(List<String> to, String subject, String text) {

  private static final Pattern ADDRESS =
      Pattern.compile("[^\\s\\p{Cntrl}@,;<>]{1,64}@[^\\s\\p{Cntrl}@,;<>]{1,255}");

  public Mail {
    to = List.copyOf(to);
    if (to.isEmpty()) {
      throw new IllegalArgumentException("A mail needs an address");
    }
    to.forEach(Mail::requireAddress);
    if (subject.lines().count() != 1) {
      throw new IllegalArgumentException("The subject of a mail is one line");
    }
  }

  /** Throws {@link IllegalArgumentException} with what is wrong about an address. */
  public static void requireAddress(String address) {
    if (!ADDRESS.matcher(address).matches()) {
      throw new IllegalArgumentException(
          "'" + address + "' is no mail address; write it like ops@example.com");
    }
  }
}
