package io.monthend.cli;

import io.monthend.exchange.MonthTemplate;
import io.monthend.rulebook.Language;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes the empty workbook that a month is filled in with. */
@Command(
    name = "template",
    mixinStandardHelpOptions = true,
    description = "Writes an empty workbook to fill a month in, with lists and notes.")
final class TemplateCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--output",
      paramLabel = "FILE",
      required = true,
      description = "The .xlsx file to write; it must not be there yet.")
  private Path output = Path.of("");

  @Option(
      names = "--language",
      paramLabel = "TAG",
      defaultValue = "en",
      description = "Of its names and notes: en, zh-Hant or zh-Hans; en without it.")
  private Language language = Language.EN;

  @Override
  public Integer call() {
    if (!output.toString().endsWith(".xlsx")) {
      throw new ParameterException(
          spec.commandLine(), "--output " + output + " must end with .xlsx");
    }
    try {
      MonthTemplate.write(output, language);
    } catch (FileAlreadyExistsException e) {
      throw new ParameterException(
          spec.commandLine(), "--output " + output + " is there already; name another file", e);
    } catch (IOException e) {
      spec.commandLine().getErr().println("Could not write " + output + ": " + e);
      return ExitCode.FAILED;
    }
    spec.commandLine().getOut().println("Wrote " + output);
    return ExitCode.DONE;
  }
}
