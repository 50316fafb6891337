package io.monthend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.monthend.cli.TestInstallation.Result;
import io.monthend.oracle.Oracle;
import io.monthend.oracle.Published;
import io.monthend.sample.Company;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Invented companies against the second, slow derivation of the whole month. */
class OracleComparisonIntegrationTests {

  private static final Map<String, String> ONE_BUCKET = Map.of("monthend.close.buckets", "1");
  private static final Map<String, String> SEVEN_BUCKETS =
      Map.of(
          "monthend.close.buckets",
          "7",
          "monthend.close.threads",
          "3",
          "monthend.close.chunk-size",
          "13");

  @ParameterizedTest(name = "{0}, {1} people, seed {2}")
  @CsvSource({
    "2024-02, 150, 1", // a leap February
    "2028-02, 90, 2",
    "2026-02, 200, 3", // begins on a Sunday
    "2026-03, 60, 4", // begins on a Sunday
    "2026-11, 130, 5", // begins on a Sunday
    "2026-04, 120, 6", // the last of winter, and the first of May beside it
    "2026-05, 110, 7", // summer begins
    "2026-07, 250, 8",
    "2026-08, 75, 9",
    "2026-09, 140, 10", // summer ends
    "2026-10, 333, 11",
    "2026-12, 180, 12", // the year ends in its neighbour
    "2027-01, 95, 13",
    "2025-06, 1, 14",
    "2025-06, 2, 15",
    "2025-06, 13, 16",
    "2023-02, 201, 17", // just large enough for two buckets
    "2022-08, 64, 18",
    "2021-08, 88, 19", // begins on a Sunday
    "2020-02, 101, 20", // leap
    "2019-09, 77, 21",
    "1999-12, 50, 22",
    "2100-02, 50, 23" // no leap year
  })
  void aMonthIsAsTheOracleSaysAndInAnyPartitionTheSame(YearMonth month, int people, long seed)
      throws Exception {
    try (TestInstallation installation = TestInstallation.create()) {
      Path input = installation.folder().resolve("input");
      Company.of(seed, people, month).write(month, input, (_, _, _) -> {});
      Path output = installation.folder().resolve("output");

      assertDone(installation.close(month.toString(), input, output, ONE_BUCKET));

      assertSame(output, Oracle.close(month, input));
      String digest = digest(output);
      assertDone(
          installation.run(Map.of(), "reopen", "--month", month.toString(), "--reason", "again"));
      shuffleRows(input, seed);
      assertDone(installation.close(month.toString(), input, output, SEVEN_BUCKETS));
      assertThat(digest(output)).isEqualTo(digest);
    }
  }

  @Test
  void aYearOfMonthsRestsOnTheOnesBefore() throws Exception {
    YearMonth first = YearMonth.of(2026, 1);
    Company company = Company.of(99, 120, first);
    Published published = Published.nothing();
    try (TestInstallation installation = TestInstallation.create()) {
      for (int i = 0; i < 6; i++) {
        YearMonth month = first.plusMonths(i);
        Path input = installation.folder().resolve("input-" + month);
        Path output = installation.folder().resolve("output-" + month);
        company.write(month, input, (_, _, _) -> {});

        assertDone(installation.close(month.toString(), input, output, Map.of()));

        Oracle.Closed closed = Oracle.close(month, input, published);
        assertSame(output, closed.files());
        published = closed.published();
      }
    }
  }

  private static void assertDone(Result result) {
    assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
  }

  private static void assertSame(Path output, Map<String, List<String>> expected)
      throws IOException {
    assertThat(expected).hasSize(5);
    for (Map.Entry<String, List<String>> file : expected.entrySet()) {
      List<String> header = List.of(file.getValue().getFirst().split(",", -1));
      assertThat(Csv.columns(output.resolve(file.getKey()), header))
          .as(file.getKey())
          .isEqualTo(String.join("\n", file.getValue()) + "\n");
    }
  }

  static String digest(Path output) throws IOException {
    return Files.readString(output.resolve("summary.json"))
        .replaceAll("(?s).*\"digest\" : \"(\\w{64})\".*", "$1");
  }

  private static void shuffleRows(Path input, long seed) throws IOException {
    Random random = new Random(seed);
    for (Path file : Csv.in(input)) {
      List<String> lines = new ArrayList<>(Files.readAllLines(file));
      Collections.shuffle(lines.subList(1, lines.size()), random);
      Files.write(file, lines);
    }
  }
}
