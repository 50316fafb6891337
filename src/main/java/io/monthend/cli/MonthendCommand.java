package io.monthend.cli;

import io.monthend.kernel.PayMonth;
import io.monthend.rulebook.Language;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/** The root of all commands. */
@Command(
    name = "monthend",
    mixinStandardHelpOptions = true,
    version = "Monthend 0.1",
    description = "Monthly evaluation and payroll for shift teams.",
    subcommands = {
      CloseCommand.class,
      ReopenCommand.class,
      VerifyCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      GenerateCommand.class
    })
public final class MonthendCommand {

  private MonthendCommand() {}

  /** Runs a command line and gives its exit code. */
  public static int run(String... arguments) {
    return run(utf8(FileDescriptor.out), utf8(FileDescriptor.err), arguments);
  }

  static int run(PrintWriter out, PrintWriter err, String... arguments) {
    CommandLine line =
        new CommandLine(new MonthendCommand())
            .registerConverter(PayMonth.class, converter(PayMonth::of))
            .registerConverter(Language.class, converter(Language::of))
            .setOut(out)
            .setErr(err)
            .setExecutionExceptionHandler(new FaultReport());
    int exitCode = line.execute(arguments);
    ParseResult parsed = line.getParseResult().subcommand();
    if (parsed != null
        && !parsed.isUsageHelpRequested()
        && !parsed.isVersionHelpRequested()
        && parsed.commandSpec().userObject() instanceof CloseCommand close) {
      close.ended(exitCode);
    }
    return exitCode;
  }

  /** People's names print right whatever the locale says. */
  private static PrintWriter utf8(FileDescriptor stream) {
    return new PrintWriter(new FileOutputStream(stream), true, StandardCharsets.UTF_8);
  }

  private static <T> ITypeConverter<T> converter(ITypeConverter<T> reading) {
    return text -> {
      try {
        return reading.convert(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    };
  }
}
