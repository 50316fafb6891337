package io.monthend.cli;

import io.monthend.bench.Benchmark;
import io.monthend.bench.Measured;
import io.monthend.sample.Company;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bench}: how fast a month end is here, and how near to what the database can do at all. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = {
      "Generates companies, closes each and shows how long it took and how much memory it needed.",
      "",
      "Each is closed by the command close in a process of its own, by an embedded database of its"
          + " own that has been set up before; a configured database is left alone. Times are those"
          + " of a clock, so nothing else should run.",
      "",
      "The floor is measured in the same run on the same server: the same facts loaded by COPY from"
          + " rows that lie ready, into tables without keys; the same facts read by plain queries,"
          + " column by column; the rows of the results written by COPY. One connection does it,"
          + " nothing is parsed, checked, sorted or worked out. The ratio is that of the time from"
          + " the beginning of the import to the digest, to the floor.",
      "",
      "Memory of the application is its process's at its peak; the heap is what was in use before a"
          + " collection, and, as live, what a collection left. PostgreSQL's is the sum of the"
          + " proportional shares (PSS) of its processes, so that memory they share counts once.",
      ""
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:measured", "1:failed", "2:wrong usage"})
final class BenchCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--employees",
      paramLabel = "N",
      split = ",",
      required = true,
      description = "One or more sizes, like 10000,100000; each 1 to 2000000.")
  private List<Integer> sizes = List.of();

  @Option(
      names = "--month",
      paramLabel = "M",
      required = true,
      converter = GenerateCommand.MonthConverter.class,
      description = "Like 2026-10.")
  private YearMonth month = Company.EARLIEST;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Another number is another company (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Write the figures there as JSON as well; times in seconds, memory in bytes.")
  private @Nullable Path json;

  @Option(
      names = "--keep",
      paramLabel = "DIR",
      description = {
        "Keep companies, databases and results there; a company is used again by the next run."
            + " Without it they go to the temporary folder and are deleted.",
        "A million people take about 40 GB for a while."
      })
  private @Nullable Path kept;

  @Override
  public Integer call() throws IOException, InterruptedException, SQLException {
    for (int size : sizes) {
      if (size < 1 || size > Company.MOST_EMPLOYEES) {
        throw new ParameterException(
            spec.commandLine(), "--employees is 1 to " + Company.MOST_EMPLOYEES + ", not " + size);
      }
    }
    Path folder =
        kept == null
            ? Files.createTempDirectory("monthend-bench")
            : Files.createDirectories(kept).toAbsolutePath();
    try {
      report(measure(folder));
    } finally {
      if (kept == null) {
        Benchmark.deleteTree(folder);
      }
    }
    return ExitCode.DONE;
  }

  private List<Measured> measure(Path folder)
      throws IOException, InterruptedException, SQLException {
    PrintWriter err = spec.commandLine().getErr();
    List<Measured> all = new ArrayList<>();
    for (int size : sizes) {
      Benchmark benchmark =
          new Benchmark(
              folder,
              month,
              seed,
              doing -> err.println(String.format(Locale.ROOT, "%,d people: %s…", size, doing)));
      all.add(benchmark.run(size));
    }
    return all;
  }

  private void report(List<Measured> all) throws IOException {
    BenchReport report = new BenchReport(month.toString(), seed, all);
    report.print(spec.commandLine().getOut());
    if (json != null) {
      Files.writeString(json, report.json());
    }
  }
}
