package io.monthend.cli;

import io.monthend.closing.MonthHistory;
import io.monthend.closing.MonthHistory.Entry;
import io.monthend.closing.MonthHistory.Event;
import io.monthend.kernel.PayMonth;
import java.io.PrintWriter;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code status}: where each month stands and how it came there, without any pay. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description = "Shows the state of each month and the record of what was done to it.")
final class StatusCommand implements Callable<Integer> {

  private static final int DIGEST_SHOWN = 12;
  private static final String ROW = "%-8s %-10s %8s %9s %11s  %-22s %s%n";
  private static final Object[] HEADINGS = {
    "month", "state", "attempt", "people", "exceptions", "closed at", "digest"
  };
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mmxxx", Locale.ROOT);

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--month", paramLabel = "M", description = "Only this month, like 2026-10.")
  private @Nullable PayMonth month;

  @Mixin private DataDirectoryOption data = new DataDirectoryOption();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    List<Entry> months = List.of();
    if (Installation.isSetUp(data.directory())) {
      try (Installation installation = Installation.open(data.directory(), new Terminal(out))) {
        months = installation.get(MonthHistory.class).months(month);
      }
    }
    if (out instanceof JsonLines json) {
      months.forEach(entry -> tell(entry, json));
    } else if (!months.isEmpty()) {
      out.printf(Locale.ROOT, ROW, HEADINGS);
      months.forEach(this::print);
    } else if (month != null) {
      out.println(month + " was never closed here.");
    } else {
      out.println(
          "No month was closed here yet. For the first: monthend close --month 2026-10 --input DIR --output DIR");
    }
    return ExitCode.DONE;
  }

  /** Without the reasons: people wrote them, and logs go far. */
  private static void tell(Entry entry, JsonLines json) {
    json.event(
        "month",
        Map.of(
            "month",
            entry.month().toString(),
            "state",
            entry.state(),
            "attempt",
            entry.attempt(),
            "people",
            entry.people(),
            "exceptions",
            entry.exceptions(),
            "closed_at",
            Objects.toString(entry.closedAt(), ""),
            "digest",
            Objects.requireNonNullElse(entry.digest(), "")));
    for (Event event : entry.events()) {
      json.event(
          "month event",
          Map.of(
              "month",
              entry.month().toString(),
              "at",
              event.at().toString(),
              "what",
              event.event(),
              "actor",
              event.actor()));
    }
  }

  private void print(Entry entry) {
    PrintWriter out = spec.commandLine().getOut();
    String digest = entry.digest();
    OffsetDateTime closedAt = entry.closedAt();
    out.printf(
        Locale.ROOT,
        ROW,
        entry.month(),
        entry.state(),
        entry.attempt(),
        entry.people(),
        entry.exceptions(),
        closedAt == null ? "-" : TIME.format(closedAt),
        digest == null ? "-" : digest.substring(0, DIGEST_SHOWN));
    for (Event event : entry.events()) {
      out.printf(
          Locale.ROOT,
          "         %s  %s by %s%s%n",
          TIME.format(event.at()),
          event.event(),
          event.actor(),
          event.reason().isEmpty() ? "" : ": " + event.reason());
    }
  }
}
