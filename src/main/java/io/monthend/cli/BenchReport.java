package io.monthend.cli;

import io.monthend.bench.Measured;
import io.monthend.bench.Measured.Step;
import io.monthend.bench.Measured.Work;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What was measured, as a table with a column a size and as JSON. */
record BenchReport(String month, long seed, List<Measured> all) {

  /** What others have published: payments an hour on each core, and milliseconds a person. */
  private static final double PEOPLESOFT_PER_CORE_HOUR = 46_000;

  private static final double OPEN_SOURCE_ENGINE_MILLIS = 9;
  private static final double FRAPPE_HR_MILLIS = 90;

  /** What the others' figures cover: everything but reading files. */
  private static final String[] SETTLEMENT = {"checkReady", "settle", "rank", "reconcile"};

  private static final int LABEL_COLUMNS = 38;
  private static final int FIGURE_COLUMNS = 16;
  private static final int DIGEST_SHOWN = 12;
  private static final double MEBIBYTE = 1 << 20;
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private static int processors() {
    return Runtime.getRuntime().availableProcessors();
  }

  private static String machine() {
    return "%d processors, %s %s, Java %s"
        .formatted(
            processors(),
            System.getProperty("os.name"),
            System.getProperty("os.arch"),
            Runtime.version().feature());
  }

  void print(PrintWriter out) {
    out.printf(Locale.ROOT, "%s, seed %d; %s%n%n", month, seed, machine());
    row(out, "people", each -> count(each.employees()));
    row(out, "rows of input", each -> count((double) each.inputRows()));
    row(out, "start to first step, s", each -> seconds(each.startNanos()));
    out.println();
    printSteps(out);
    printFloor(out);
    printMemory(out);
    printOthers(out);
    row(out, "digest", each -> each.digest().substring(0, DIGEST_SHOWN) + "…");
    out.flush();
  }

  private void printSteps(PrintWriter out) {
    Set<String> names = new LinkedHashSet<>();
    all.forEach(each -> each.steps().forEach(step -> names.add(step.name())));
    for (String name : names) {
      row(out, name + ", s", each -> seconds(each.nanosOf(name)));
      if (name.equals("import")) {
        row(out, "  rows/s", each -> count(perSecond(each.inputRows(), each.nanosOf(name))));
      }
      row(out, "  people/s", each -> count(perSecond(each.employees(), each.nanosOf(name))));
      row(out, "  ms a person", each -> decimals(millisAPerson(each, name)));
    }
    row(out, "settle to digest, s", each -> seconds(each.nanosOf(SETTLEMENT)));
    row(out, "  ms a person", each -> decimals(millisAPerson(each, SETTLEMENT)));
    row(out, "import to digest, s", each -> seconds(each.importToDigestNanos()));
    row(out, "  ms a person", each -> decimals(importToDigestMillis(each)));
    out.println();
  }

  private void printFloor(PrintWriter out) {
    row(out, "floor: facts loaded by COPY, s", each -> seconds(each.floor().load().nanos()));
    row(out, "  rows/s", each -> rate(each.floor().load()));
    row(out, "floor: facts read by queries, s", each -> seconds(each.floor().read().nanos()));
    row(out, "  rows/s", each -> rate(each.floor().read()));
    row(out, "floor: results written by COPY, s", each -> seconds(each.floor().write().nanos()));
    row(out, "  rows/s", each -> rate(each.floor().write()));
    row(out, "floor, s", each -> seconds(each.floor().nanos()));
    row(out, "import to digest ÷ floor", each -> decimals(ratioToFloor(each)));
    out.println();
  }

  private void printMemory(PrintWriter out) {
    row(out, "heap, MiB", each -> mebibytes(each.memory().heap()));
    row(out, "  live, MiB", each -> mebibytes(each.memory().live()));
    row(out, "application, MiB", each -> mebibytes(each.memory().resident()));
    row(out, "PostgreSQL, MiB", each -> mebibytes(each.memory().database()));
    out.println();
  }

  private void printOthers(PrintWriter out) {
    row(out, "people an hour on each core", each -> count(perCoreHour(each)));
    row(
        out,
        "  times PeopleSoft (46,000)",
        each -> decimals(perCoreHour(each) / PEOPLESOFT_PER_CORE_HOUR));
    row(out, "  times open-source engines (9 ms)", faster(OPEN_SOURCE_ENGINE_MILLIS));
    row(out, "  times Frappe HR (90 ms)", faster(FRAPPE_HR_MILLIS));
    out.println();
  }

  private static Function<Measured, String> faster(double millis) {
    return each -> decimals(millis / millisAPerson(each, SETTLEMENT));
  }

  private void row(PrintWriter out, String label, Function<Measured, String> figure) {
    StringBuilder line = new StringBuilder(TerminalText.left(label, LABEL_COLUMNS));
    all.forEach(each -> line.append(TerminalText.right(figure.apply(each), FIGURE_COLUMNS)));
    out.println(line.toString().stripTrailing());
  }

  private static double perCoreHour(Measured each) {
    return perSecond(each.employees(), each.nanosOf(SETTLEMENT)) * 3600 / processors();
  }

  private static double millisAPerson(Measured each, String... steps) {
    return each.nanosOf(steps) / 1e6 / each.employees();
  }

  private static double importToDigestMillis(Measured each) {
    return each.importToDigestNanos() / 1e6 / each.employees();
  }

  private static double ratioToFloor(Measured each) {
    return (double) each.importToDigestNanos() / each.floor().nanos();
  }

  private static String rate(Work work) {
    return count(perSecond(work.rows(), work.nanos()));
  }

  private static double perSecond(long done, long nanos) {
    return nanos == 0 ? 0 : done * 1e9 / nanos;
  }

  private static String count(double number) {
    return String.format(Locale.ROOT, "%,.0f", number);
  }

  private static String seconds(long nanos) {
    return decimals(nanos / 1e9);
  }

  private static String decimals(double number) {
    return String.format(Locale.ROOT, "%,.2f", number);
  }

  private static String mebibytes(@Nullable Long bytes) {
    return bytes == null ? "–" : count(bytes / MEBIBYTE);
  }

  String json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("month", month);
    json.put("seed", seed);
    json.put("processors", processors());
    json.put("machine", machine());
    json.put("sizes", all.stream().map(BenchReport::json).toList());
    return JSON.writeValueAsString(json) + "\n";
  }

  private static Map<String, Object> json(Measured each) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("employees", each.employees());
    json.put("input_rows", each.inputRows());
    json.put("start_seconds", each.startNanos() / 1e9);
    json.put("steps", each.steps().stream().map(step -> json(step, each.employees())).toList());
    json.put("settle_to_digest_seconds", each.nanosOf(SETTLEMENT) / 1e9);
    json.put("settle_to_digest_ms_per_employee", millisAPerson(each, SETTLEMENT));
    json.put("import_to_digest_seconds", each.importToDigestNanos() / 1e9);
    json.put("import_to_digest_ms_per_employee", importToDigestMillis(each));
    json.put("floor", floor(each));
    json.put("ratio_to_floor", ratioToFloor(each));
    Map<String, @Nullable Long> memory = new LinkedHashMap<>();
    memory.put("heap_bytes", each.memory().heap());
    memory.put("live_heap_bytes", each.memory().live());
    memory.put("application_bytes", each.memory().resident());
    memory.put("postgresql_bytes", each.memory().database());
    json.put("memory", memory);
    json.put("employees_per_core_hour", perCoreHour(each));
    json.put("digest", each.digest());
    return json;
  }

  private static Map<String, Object> json(Step step, int employees) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("step", step.name());
    json.put("seconds", step.nanos() / 1e9);
    json.put("ms_per_employee", step.nanos() / 1e6 / employees);
    if (step.done() > 0) {
      json.put("done", step.done());
      json.put("done_per_second", perSecond(step.done(), step.nanos()));
    }
    return json;
  }

  private static Map<String, Object> floor(Measured each) {
    Map<String, Object> floor = new LinkedHashMap<>();
    floor.put("load", json(each.floor().load()));
    floor.put("read", json(each.floor().read()));
    floor.put("write", json(each.floor().write()));
    floor.put("seconds", each.floor().nanos() / 1e9);
    return floor;
  }

  private static Map<String, Object> json(Work work) {
    return Map.of(
        "rows",
        work.rows(),
        "seconds",
        work.nanos() / 1e9,
        "rows_per_second",
        perSecond(work.rows(), work.nanos()));
  }
}
