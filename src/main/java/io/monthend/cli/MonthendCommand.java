package io.monthend.cli;

import io.monthend.kernel.PayMonth;
import io.monthend.rulebook.Language;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;

/** The root of all commands. */
@Command(
    name = "monthend",
    mixinStandardHelpOptions = true,
    version = "Monthend 0.1",
    description = "Monthly evaluation and payroll for shift teams.",
    subcommands = {
      DemoCommand.class,
      ServeCommand.class,
      AccountCommand.class,
      AuditCommand.class,
      CloseCommand.class,
      ImportCommand.class,
      TemplateCommand.class,
      ReopenCommand.class,
      ExplainCommand.class,
      PaidCommand.class,
      StatusCommand.class,
      VerifyCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      PruneCommand.class,
      GenerateCommand.class,
      BenchCommand.class
    })
public final class MonthendCommand {

  /** How a command says what it says. */
  enum LogFormat {
    TEXT,
    JSON
  }

  @Option(
      names = "--log-format",
      paramLabel = "FORMAT",
      scope = ScopeType.INHERIT,
      description =
          "text, or json for one object a line; without it MONTHEND_LOG_FORMAT says which.")
  void setLogFormat(LogFormat format) {
    // Only checked here: what is said of a wrong command line has its form already.
  }

  private MonthendCommand() {}

  /** Runs a command line and gives its exit code. */
  public static int run(String... arguments) {
    return run(utf8(FileDescriptor.out), utf8(FileDescriptor.err), arguments);
  }

  static int run(PrintWriter out, PrintWriter err, String... arguments) {
    if (!JsonLines.areWanted(arguments, System.getenv())) {
      return execute(out, err, arguments);
    }
    JsonLines.structureLogs();
    return execute(JsonLines.on(out, "INFO"), JsonLines.on(err, "ERROR"), arguments);
  }

  private static int execute(PrintWriter out, PrintWriter err, String... arguments) {
    CommandLine line = commandLine().setOut(out).setErr(err);
    int exitCode = line.execute(arguments);
    ParseResult parsed = line.getParseResult().subcommand();
    if (parsed != null && !parsed.isUsageHelpRequested() && !parsed.isVersionHelpRequested()) {
      if (out instanceof JsonLines json) {
        json.event("result", result(parsed, exitCode));
      }
      if (parsed.commandSpec().userObject() instanceof CloseCommand close) {
        close.ended(exitCode);
      }
    }
    return exitCode;
  }

  static CommandLine commandLine() {
    return new CommandLine(new MonthendCommand())
        .registerConverter(PayMonth.class, converter(PayMonth::of))
        .registerConverter(Language.class, converter(Language::of))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(new FaultReport());
  }

  private static Map<String, Object> result(ParseResult parsed, int exitCode) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("command", parsed.commandSpec().name());
    if (parsed.hasMatchedOption("--month")) {
      fields.put("month", String.valueOf((Object) parsed.matchedOptionValue("--month", "")));
    }
    fields.put("exit_code", exitCode);
    return fields;
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
