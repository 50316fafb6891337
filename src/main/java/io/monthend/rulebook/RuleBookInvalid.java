package io.monthend.rulebook;

/** A rule book that cannot be used; the message names the file, the path in it, and what to do. */
public final class RuleBookInvalid extends RuntimeException {

  RuleBookInvalid(String file, String path, String reason) {
    super("Rule book " + file + (path.isEmpty() ? "" : ", at " + path) + ": " + reason);
  }
}
