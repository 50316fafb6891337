package io.monthend.cli;

import io.monthend.database.EmbeddedServer;
import io.monthend.exchange.FolderClose;
import io.monthend.exchange.FolderClose.Outcome;
import io.monthend.exchange.ResultFolder;
import io.monthend.kernel.PayMonth;
import io.monthend.rulebook.RuleBookEdition;
import io.monthend.rulebook.RuleBooks;
import io.monthend.signin.DemoAccounts;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.JobExecutionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code demo}: closes three months of a company that does not exist, and shows what to look at.
 */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description =
        "Closes three months of an invented company, says what to look at, and serves its web"
            + " application.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:its months are closed, and the web application was stopped",
      "1:failed; the same command goes on",
      "2:wrong usage",
      "3:rows that somebody changed were refused; see rejects.csv",
      "4:a month was closed with other input; see --fresh",
      "5:some people could not be settled",
      "6:another close of a month is running"
    })
final class DemoCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--folder",
      paramLabel = "DIR",
      defaultValue = ".monthend/demo",
      description = "Where its files go (default: ${DEFAULT-VALUE}).")
  private Path folder = Path.of("");

  @Option(
      names = "--data-dir",
      paramLabel = "DIR",
      description =
          "Where its database lies; a configured one is left alone (default: data in the folder).")
  private @Nullable Path dataDirectory;

  @Option(
      names = "--fresh",
      description = "Start over: empty its database and put its files back as they were.")
  private boolean fresh;

  @Option(
      names = "--no-web",
      description = "Only close the months; without it the web application follows.")
  private boolean noWeb;

  @Mixin private WebAddress web = new WebAddress();

  @Override
  public Integer call() throws Exception {
    Map<String, Object> settings = new HashMap<>(web.settings(spec));
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new ParameterException(spec.commandLine(), "--folder " + folder + " is no folder");
    }
    PrintWriter out = spec.commandLine().getOut();
    DemoFiles files = new DemoFiles(folder);
    Path data = dataDirectory == null ? folder.resolve("data") : dataDirectory;
    DemoReport report = new DemoReport(out, files, data);
    report.welcome();
    files.unpack(fresh).forEach(report::changed);
    try (EmbeddedServer server = EmbeddedServer.open(data)) {
      if (!DemoDatabase.claim(server, fresh)) {
        throw new ParameterException(
            spec.commandLine(),
            "--data-dir " + data + " holds a database that is not the demo's; name another");
      }
      try (Installation installation = Installation.openOwn(data, new Unseen())) {
        int exitCode = closeAll(installation, files, report);
        if (exitCode != ExitCode.DONE || noWeb) {
          return exitCode;
        }
        installation.get(DemoAccounts.class).make();
      }
    }
    settings.put("monthend.demo", true);
    return serve(data, settings, report);
  }

  private static int serve(Path data, Map<String, Object> settings, DemoReport report)
      throws InterruptedException {
    Installation served = Installation.serveOwn(data, settings);
    report.serving(served.port(), DemoAccounts.PASSWORD);
    served.keepServing();
    return ExitCode.DONE;
  }

  private int closeAll(Installation installation, DemoFiles files, DemoReport report)
      throws IOException, SQLException, JobExecutionException {
    FolderClose closer = installation.get(FolderClose.class);
    DemoBooks books = new DemoBooks(installation, files);
    RuleBooks ruleBooks = RuleBooks.bundled();
    List<DemoMonth> closed = new ArrayList<>();
    RuleBookEdition latest = null;
    for (PayMonth month : DemoFiles.months()) {
      RuleBookEdition edition = ruleBooks.inEffect(month).orElseThrow();
      Path output = files.output(month);
      ResultFolder results =
          new ResultFolder(output, LanguageOfEnvironment.of(System.getenv("LANG")));
      long began = System.nanoTime();
      Optional<Path> rejects = books.enter(month);
      if (rejects.isPresent()) {
        return rejected(rejects.get());
      }
      Outcome outcome =
          closer.close(
              month, files.input(month), results, edition, System.getProperty("user.name", "?"));
      int exitCode = exitCodeOf(outcome);
      if (exitCode != ExitCode.DONE) {
        spec.commandLine().getErr().println(whyNot(month, outcome, output));
        return exitCode;
      }
      report.closed(month, outcome, System.nanoTime() - began);
      closed.add(DemoMonth.of(month, outcome, output));
      latest = edition;
    }
    Optional<Path> rejects = books.enterOngoing();
    if (rejects.isPresent()) {
      return rejected(rejects.get());
    }
    if (latest != null) {
      report.results(closed, latest.book().evaluation());
    }
    return ExitCode.DONE;
  }

  private int rejected(Path list) {
    spec.commandLine()
        .getErr()
        .println(
            "Faults in the files, listed in "
                + list
                + "; mend them, or start over with: demo --fresh");
    return ExitCode.REJECTED;
  }

  private static int exitCodeOf(Outcome outcome) {
    return switch (outcome.ending()) {
      case CLOSED, ALREADY_CLOSED -> ExitCode.DONE;
      case REJECTED -> ExitCode.REJECTED;
      case CLOSED_DIFFERENTLY -> ExitCode.CLOSED_DIFFERENTLY;
      case BLOCKED -> ExitCode.BLOCKED;
      case BUSY -> ExitCode.BUSY;
    };
  }

  private static String whyNot(PayMonth month, Outcome outcome, Path output) {
    return switch (outcome.ending()) {
      case CLOSED, ALREADY_CLOSED -> "";
      case REJECTED ->
          String.format(
              Locale.ROOT,
              "%s: %,d faults in the files, listed in %s; mend them, or start over with: demo"
                  + " --fresh",
              month,
              outcome.rejected(),
              output.resolve("rejects.csv"));
      case CLOSED_DIFFERENTLY ->
          month
              + " is closed already, and with other files or another rule book than these."
              + " To start over: demo --fresh";
      case BLOCKED -> month + ": some people could not be settled; see exceptions.csv in " + output;
      case BUSY -> "Another close of " + month + " is running; wait for its end.";
    };
  }
}
