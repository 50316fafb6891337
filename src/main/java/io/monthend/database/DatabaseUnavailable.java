package io.monthend.database;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The installation's own database cannot be used; the message says why and what to do. */
public final class DatabaseUnavailable extends RuntimeException {

  static final String OR_ELSE = "or configure a PostgreSQL 18 server of your own";

  DatabaseUnavailable(String message) {
    super(message);
  }

  DatabaseUnavailable(String message, Throwable cause) {
    super(message, cause);
  }

  static DatabaseUnavailable because(Path dataDirectory, IOException cause) {
    String text = description(cause);
    return new DatabaseUnavailable(
        "The data directory %s cannot be used: %s. %s, %s."
            .formatted(dataDirectory, text, remedyFor(text), OR_ELSE),
        cause);
  }

  static DatabaseUnavailable interrupted(String while_, InterruptedException cause) {
    Thread.currentThread().interrupt();
    return new DatabaseUnavailable("Interrupted while " + while_ + "; start again.", cause);
  }

  /** What to do about a server program that failed with this text. */
  static String remedyFor(String text) {
    if (text.contains("No space left on device") || text.contains("Disk quota exceeded")) {
      return "Free some space on that disk";
    }
    if (text.contains("Read-only file system")) {
      return "Name a data directory on a disk that can be written";
    }
    if (text.contains("user does not exist")) {
      return "Start Monthend as an account that has a name on this machine";
    }
    if (text.contains("Permission denied")) {
      return "Give access to the account that runs Monthend (to nobody where that is root), name another data directory";
    }
    return "Mend that, name another data directory";
  }

  /** Some exceptions of the file system say no more than a path. */
  static String description(IOException cause) {
    return switch (cause) {
      case AccessDeniedException e -> "Permission denied: " + e.getFile();
      case NoSuchFileException e -> e.getFile() + " is missing";
      case FileAlreadyExistsException e -> e.getFile() + " is in the way";
      default -> String.valueOf(cause.getMessage());
    };
  }
}
