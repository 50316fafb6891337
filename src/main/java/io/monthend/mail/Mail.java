package io.monthend.mail;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One mail in plain text.
 *
 * @param to addresses like {@code ops@example.com}, at least one
 * @param subject one line
 * @param id what stands before the {@code @} of its Message-ID, by which a mail that is sent again
 *     is known; null = any
 */
public record Mail(List<String> to, String subject, String text, @Nullable String id) {

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

  /** A mail that is sent once. */
  public Mail(List<String> to, String subject, String text) {
    this(to, subject, text, null);
  }

  /** Whether a text can be mailed to. */
  public static boolean isAddress(String text) {
    return ADDRESS.matcher(text).matches();
  }

  /** Throws {@link IllegalArgumentException} with what is wrong about an address. */
  public static void requireAddress(String address) {
    if (!isAddress(address)) {
      throw new IllegalArgumentException(
          "'" + address + "' is no mail address; write it like ops@example.com");
    }
  }
}
