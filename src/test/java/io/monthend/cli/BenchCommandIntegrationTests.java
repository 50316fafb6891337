package io.monthend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.monthend.cli.TestInstallation.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the report of a measurement says; how fast it was is not for a test to judge. */
class BenchCommandIntegrationTests {

  private static final int PEOPLE = 200;

  @Test
  void aMeasurementTellsOfTheCloseAndOfTheFloorBesideIt() throws Exception {
    try (OwnInstallation own = OwnInstallation.create()) {
      Path json = own.path("bench.json");
      Path kept = own.path("kept");

      Result result = bench(own, kept, json);

      assertThat(result.exitCode()).as(result.err()).isZero();
      JsonNode size = JsonMapper.shared().readTree(Files.readString(json)).path("sizes").path(0);
      assertThat(size.path("employees").asInt()).isEqualTo(PEOPLE);
      assertThat(size.path("steps").findValuesAsString("step"))
          .containsSubsequence(
              "import", "check", "checkReady", "settle", "rank", "reconcile", "write");
      isAFloorOfTheSameRows(size, kept);
      isPlausible(size);
      isTheDigestOf(size, kept);
      assertThat(result.out())
          .contains("import to digest ÷ floor", "times PeopleSoft", "PostgreSQL, MiB")
          .contains(size.path("digest").asString().substring(0, 12));

      assertThat(bench(own, kept, json).err()).doesNotContain("generating");
    }
  }

  private static Result bench(OwnInstallation own, Path kept, Path json) {
    return own.run(
        "bench",
        "--employees",
        Integer.toString(PEOPLE),
        "--month",
        "2026-10",
        "--keep",
        kept.toString(),
        "--json",
        json.toString());
  }

  private static void isAFloorOfTheSameRows(JsonNode size, Path kept) throws Exception {
    JsonNode floor = size.path("floor");
    long rows = size.path("input_rows").asLong();
    assertThat(rows).isEqualTo(linesOf(kept.resolve("company-200-2026-10-1")));
    assertThat(floor.path("load").path("rows").asLong()).isEqualTo(rows);
    assertThat(floor.path("read").path("rows").asLong()).isEqualTo(rows);
    Path output = kept.resolve("close-200/output");
    long linesAndAttendance =
        rowsOf(output.resolve("payslip_lines.csv")) + rowsOf(output.resolve("attendance.csv"));
    assertThat(floor.path("write").path("rows").asLong()).isGreaterThan(linesAndAttendance);
  }

  private static void isPlausible(JsonNode size) {
    assertThat(size.path("start_seconds").asDouble()).isPositive();
    double steps =
        size.path("steps").findValues("seconds").stream().mapToDouble(JsonNode::asDouble).sum();
    assertThat(size.path("import_to_digest_seconds").asDouble()).isPositive().isLessThan(2 * steps);
    assertThat(size.path("ratio_to_floor").asDouble())
        .isEqualTo(
            size.path("import_to_digest_seconds").asDouble()
                / size.path("floor").path("seconds").asDouble());
    assertThat(size.path("memory").path("application_bytes").asLong()).isGreaterThan(50_000_000);
    assertThat(size.path("memory").path("postgresql_bytes").asLong()).isGreaterThan(5_000_000);
  }

  private static void isTheDigestOf(JsonNode size, Path kept) throws Exception {
    String summary = Files.readString(kept.resolve("close-200/output/summary.json"));
    assertThat(size.path("digest").asString())
        .hasSize(64)
        .isEqualTo(JsonMapper.shared().readTree(summary).path("digest").asString());
  }

  private static long linesOf(Path company) throws Exception {
    long rows = 0;
    try (var files = Files.list(company)) {
      List<Path> all = files.filter(file -> file.toString().endsWith(".csv")).toList();
      for (Path file : all) {
        rows += rowsOf(file);
      }
    }
    return rows;
  }

  private static long rowsOf(Path file) throws Exception {
    return Files.readAllLines(file).size() - 1L;
  }
}
