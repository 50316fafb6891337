package io.monthend.cli;

import io.monthend.sample.Company;
import io.monthend.sample.Written;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Writes the files of a company that does not exist, to try the month end out with. */
@NullMarked
@Command(
    name = "generate",
    mixinStandardHelpOptions = true,
    description = "Writes the input files of an invented company; same arguments, same files.")
class GenerateCommand implements Callable<Integer> {

  private static final int FAILED = 1;
  private static final int MOST_MONTHS = 60;
  private static final Duration TELL_EVERY = Duration.ofSeconds(3);

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--employees",
      paramLabel = "N",
      required = true,
      description = "How many people the company has in every month, 1 to 2000000.")
  private int employees;

  @Option(
      names = "--month",
      paramLabel = "M",
      required = true,
      converter = MonthConverter.class,
      description = "The (first) month, like 2026-10.")
  private YearMonth month = Company.EARLIEST;

  @Option(
      names = "--months",
      paramLabel = "K",
      defaultValue = "1",
      description =
          "So many months on end, 1 to 60; more than one go into folders named after the months.")
  private int months;

  @Option(
      names = "--seed",
      paramLabel = "S",
      required = true,
      description = "A whole number; another number is another company.")
  private long seed;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      required = true,
      description = "The folder to write to; it must be new or empty.")
  private Path output = Path.of("");

  @Option(
      names = "--force",
      description = "Write to a folder with files in it; those of the same names are replaced.")
  private boolean force;

  private long toldAt;

  @Override
  public Integer call() {
    Company company = checked();
    long began = System.nanoTime();
    toldAt = began;
    Written written = Written.NOTHING;
    try {
      checkFolder();
      for (int i = 0; i < months; i++) {
        YearMonth next = month.plusMonths(i);
        Path folder = months == 1 ? output : output.resolve(next.toString());
        written = written.plus(company.write(next, folder, this::tell));
      }
    } catch (IOException e) {
      spec.commandLine()
          .getErr()
          .println(
              "Could not write to " + output + ": " + e + ". What is there so far is incomplete.");
      return FAILED;
    }
    report(written, Duration.ofNanos(System.nanoTime() - began));
    return 0;
  }

  private Company checked() {
    check(
        employees >= 1 && employees <= Company.MOST_EMPLOYEES,
        "--employees is 1 to " + Company.MOST_EMPLOYEES + ", not " + employees);
    check(
        months >= 1 && months <= MOST_MONTHS,
        "--months is 1 to " + MOST_MONTHS + ", not " + months);
    check(
        !month.isBefore(Company.EARLIEST) && !month.isAfter(Company.LATEST),
        "--month lies from " + Company.EARLIEST + " to " + Company.LATEST + ", not at " + month);
    YearMonth last = month.plusMonths(months - 1L);
    check(
        !last.isAfter(Company.LATEST),
        "The last of "
            + months
            + " months would be "
            + last
            + ", after "
            + Company.LATEST
            + "; take fewer --months or an earlier --month");
    return Company.of(seed, employees, month);
  }

  private void checkFolder() throws IOException {
    check(
        Files.notExists(output) || Files.isDirectory(output),
        "--output " + output + " is not a folder; name a new or empty one");
    check(
        force || Files.notExists(output) || isEmpty(output),
        "--output "
            + output
            + " is not empty; name another folder, or add --force to write over it");
  }

  private void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new ParameterException(spec.commandLine(), otherwise);
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      return !entries.iterator().hasNext();
    }
  }

  private void tell(YearMonth at, int people, long rows) {
    long now = System.nanoTime();
    if (now - toldAt >= TELL_EVERY.toNanos()) {
      toldAt = now;
      PrintWriter err = spec.commandLine().getErr();
      err.println(at + ": " + people + " of " + employees + " employees, " + rows + " rows");
      err.flush();
    }
  }

  private void report(Written written, Duration time) {
    PrintWriter out = spec.commandLine().getOut();
    written.rows().forEach((file, rows) -> out.println(line(file, rows)));
    out.println(line("all rows", written.total()));
    long millis = Math.max(1, time.toMillis());
    out.println(
        "Wrote "
            + output
            + " in "
            + millis / 1000
            + "."
            + millis % 1000 / 100
            + " s, "
            + written.total() * 1000 / millis
            + " rows a second.");
    out.flush();
  }

  private static String line(String file, long rows) {
    String count = Long.toString(rows);
    return file + " ".repeat(Math.max(1, 32 - file.length() - count.length())) + count;
  }

  /** Reads a month strictly: four digits, a hyphen, two digits. */
  static class MonthConverter implements ITypeConverter<YearMonth> {

    private static final Pattern FORM = Pattern.compile("([0-9]{4})-(0[1-9]|1[0-2])");

    @Override
    public YearMonth convert(String text) {
      if (!FORM.matcher(text).matches()) {
        throw new TypeConversionException("'" + text + "' is not a month; write it like 2026-10");
      }
      return YearMonth.parse(text);
    }
  }
}
