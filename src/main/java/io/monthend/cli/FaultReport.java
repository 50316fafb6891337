package io.monthend.cli;

import io.monthend.database.DatabaseUnavailable;
import io.monthend.rulebook.RuleBookInvalid;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says in one line what went wrong; the trace is for those who ask for it. */
final class FaultReport implements IExecutionExceptionHandler {

  @Override
  public int handleExecutionException(Exception fault, CommandLine command, ParseResult parsed) {
    if (fault instanceof RuleBookInvalid) {
      command.getErr().println(fault.getMessage());
      return ExitCode.WRONG_USAGE;
    }
    command.getErr().println("Failed: " + reasonOf(fault));
    command
        .getErr()
        .println("Nothing is lost: once the cause is mended, the same command goes on.");
    if (System.getenv("MONTHEND_TRACE") == null) {
      command.getErr().println("Set MONTHEND_TRACE=1 to see where it happened.");
    } else {
      fault.printStackTrace(command.getErr());
    }
    return ExitCode.FAILED;
  }

  private static String reasonOf(Throwable fault) {
    Throwable reason = fault;
    while (!(reason instanceof DatabaseUnavailable) && reason.getCause() != null) {
      reason = reason.getCause();
    }
    String message = reason.getMessage();
    return message == null ? reason.toString() : message;
  }
}
