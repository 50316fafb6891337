package io.monthend.cli;

import io.monthend.kernel.PayMonth;
import io.monthend.rulebook.RuleBookEdition;
import io.monthend.rulebook.RuleBooks;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How files are read, and by which rules. */
final class InputOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  @Option(
      names = "--encoding",
      paramLabel = "NAME",
      defaultValue = "UTF-8",
      description = "Of the CSV files; like GBK, GB18030, Big5 or UTF-16. UTF-8 if not given.")
  private Charset encoding = StandardCharsets.UTF_8;

  @Option(
      names = "--rulebook",
      paramLabel = "FILE",
      description = "A rule book of your own in place of the one in effect.")
  private @Nullable Path rulebook;

  Charset encoding() {
    return encoding;
  }

  /** The rule book to go by, if there is one for the month. */
  RuleBookEdition edition(PayMonth month) {
    if (rulebook == null) {
      return RuleBooks.bundled()
          .inEffect(month)
          .orElseThrow(() -> wrong("No rule book is in effect in " + month));
    }
    RuleBookEdition own = RuleBookEdition.read(rulebook);
    if (own.book().effectiveFrom().compareTo(month) > 0) {
      throw wrong(rulebook + " takes effect in " + own.book().effectiveFrom() + ", after " + month);
    }
    return own;
  }

  /** Refuses what can neither be read nor be written into. */
  void require(@Nullable Path input, Path output) {
    if (input != null && !Files.isDirectory(input) && !isWorkbook(input)) {
      throw wrong("--input " + input + " is no folder and no .xlsx file");
    }
    if (Files.exists(output) && !Files.isDirectory(output)) {
      throw wrong("--output " + output + " is no folder");
    }
  }

  private static boolean isWorkbook(Path file) {
    return Files.isRegularFile(file) && file.toString().toLowerCase(Locale.ROOT).endsWith(".xlsx");
  }

  private ParameterException wrong(String message) {
    return new ParameterException(command.commandLine(), message);
  }
}
