package io.monthend.cli;

/** The exit codes of the file contract. */
final class ExitCode {

  static final int DONE = 0;
  static final int FAILED = 1;
  static final int WRONG_USAGE = 2;
  static final int REJECTED = 3;
  static final int CLOSED_DIFFERENTLY = 4;
  static final int BLOCKED = 5;
  static final int BUSY = 6;

  private ExitCode() {}

  /** What an exit code of {@code close} says, and what to do. */
  static String meaning(int exitCode) {
    return switch (exitCode) {
      case DONE -> "the month is closed";
      case WRONG_USAGE -> "the command line or the rule book cannot be used; mend it";
      case REJECTED -> "rows were refused and nothing was kept; each fault stands in rejects.csv";
      case CLOSED_DIFFERENTLY ->
          "the month was closed before with other input; leave it, or reopen it and close it again";
      case BLOCKED ->
          "some people could not be settled and nothing is published; see BLOCKED in exceptions.csv";
      case BUSY -> "another close of the month is running; wait for its end";
      default -> "it failed; see the log, mend the cause and run the same command again";
    };
  }
}
