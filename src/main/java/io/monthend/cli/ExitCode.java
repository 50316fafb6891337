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
}
