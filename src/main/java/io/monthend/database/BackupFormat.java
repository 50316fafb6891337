package io.monthend.database;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What is in a backup: a compressed tar of a page about it, the password, the cluster's files, and
 * the SHA-256 of each of them.
 */
final class BackupFormat {

  static final String ABOUT = "about";
  static final String CHECKSUMS = "checksums";
  static final String PASSWORD = "password";
  static final String CLUSTER = "pgdata";

  private static final String VERSION = "1";
  private static final int LONGEST_NAME = 500;

  /** All names that PostgreSQL gives; none leads out of the directory. */
  private static final Pattern CLUSTER_NAME =
      Pattern.compile(CLUSTER + "(/[A-Za-z0-9_][A-Za-z0-9_.-]*)*/?");

  private BackupFormat() {}

  /**
   * The first page of a backup, so that what cannot be restored is refused before it is unpacked.
   *
   * @param files how many
   * @param bytes of all files together
   */
  record About(String format, String postgresql, long files, long bytes) {

    static final int MOST_BYTES = 1 << 12;

    static About of(long files, long bytes) {
      return new About(VERSION, ServerBinaries.MAJOR, files, bytes);
    }

    String text() {
      return "format=%s\npostgresql=%s\nfiles=%d\nbytes=%d\n"
          .formatted(format, postgresql, files, bytes);
    }

    static About parse(String text) throws Damaged {
      try {
        Map<String, String> values =
            text.lines()
                .map(line -> List.of(line.split("=", 2)))
                .collect(Collectors.toMap(List::getFirst, List::getLast));
        return new About(
            values.getOrDefault("format", ""),
            values.getOrDefault("postgresql", ""),
            Long.parseLong(values.getOrDefault("files", "")),
            Long.parseLong(values.getOrDefault("bytes", "")));
      } catch (NumberFormatException | IllegalStateException e) {
        throw new Damaged("its first page cannot be read");
      }
    }

    boolean isOurFormat() {
      return format.equals(VERSION);
    }
  }

  /** A backup that is not as it was written. */
  static final class Damaged extends IOException {
    Damaged(String what) {
      super(what);
    }
  }

  static boolean isName(String name) {
    return name.length() <= LONGEST_NAME
        && (name.equals(PASSWORD) || CLUSTER_NAME.matcher(name).matches());
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }
}
