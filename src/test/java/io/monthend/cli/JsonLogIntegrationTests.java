package io.monthend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.monthend.cli.TestInstallation.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every line is an object, and none holds a name or pay. */
class JsonLogIntegrationTests {

  private static final String INPUT = "src/test/resources/contract/cases/07-night-shifts/input";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Test
  void allThatACloseSaysIsJson() throws Exception {
    try (OwnInstallation installation = OwnInstallation.create()) {
      Path output = installation.path("output");
      Process close =
          installation.start(
              "--log-format=json",
              "close",
              "--month=2026-10",
              "--input=" + INPUT,
              "--output=" + output,
              "--data-dir=" + installation.path("data"));
      assertThat(close.waitFor()).isZero();

      List<JsonNode> events = events(installation);
      assertThat(events).allSatisfy(event -> assertThat(event.has("@timestamp")).isTrue());
      assertThat(of("step ended", events))
          .extracting(event -> event.path("step").asString(""))
          .contains("import", "check", "settle", "rank", "reconcile", "write");
      assertThat(of("close", events))
          .singleElement()
          .satisfies(event -> {
            assertThat(event.path("ending").asString("")).isEqualTo("CLOSED");
            assertThat(event.path("people").asLong(0)).isPositive();
            assertThat(event.path("digest").asString(""))
                .isEqualTo(OracleComparisonIntegrationTests.digest(output));
          });
      assertThat(of("result", events))
          .singleElement()
          .satisfies(event -> {
            assertThat(event.path("command").asString("")).isEqualTo("close");
            assertThat(event.path("month").asString("")).isEqualTo("2026-10");
            assertThat(event.path("exit_code").asInt(-1)).isZero();
          });
      String all = events.toString();
      List<List<String>> slips = Csv.read(output.resolve("payslips.csv"));
      for (List<String> slip : slips.subList(1, slips.size())) {
        assertThat(all).doesNotContain(slip.get(1) + "\"", slip.getLast() + "\"");
      }
      assertThat(all).doesNotContainPattern("\\d\\.00\\b");
    }
  }

  @Test
  void aMonthHasFieldsAndNoReasons() throws Exception {
    try (TestInstallation installation = TestInstallation.create()) {
      Path output = installation.folder().resolve("output");
      installation.close("2026-10", Path.of(INPUT), output, Map.of());
      installation.run(Map.of(), "reopen", "--month=2026-10", "--reason=Mr Wang complained");
      Result status = installation.run(Map.of(), "status", "--log-format=JSON");
      List<JsonNode> events = status.out().lines().map(JSON::readTree).toList();
      assertThat(of("month", events))
          .singleElement()
          .satisfies(event -> {
            assertThat(event.path("month").asString("")).isEqualTo("2026-10");
            assertThat(event.path("state").asString("")).isEqualTo("open");
            assertThat(event.path("attempt").asInt(0)).isEqualTo(1);
          });
      assertThat(of("month event", events))
          .extracting(event -> event.path("what").asString(""))
          .containsExactly("published", "reopened");
      assertThat(status.out()).doesNotContain("Wang");
    }
  }

  @Test
  void wrongUsageIsSaidInJsonToo() throws Exception {
    try (TestInstallation installation = TestInstallation.create()) {
      Result wrong =
          installation.run(Map.of(), "verify", "--log-format", "json", "--month", "Oktober");
      assertThat(wrong.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
      assertThat(wrong.err().lines())
          .isNotEmpty()
          .allSatisfy(line -> assertThat(JSON.readTree(line).isObject()).isTrue());
      assertThat(installation.run(Map.of(), "status", "--log-format", "xml").err())
          .contains("--log-format");
    }
  }

  private static List<JsonNode> of(String event, List<JsonNode> events) {
    return events.stream().filter(node -> node.path("event").asString("").equals(event)).toList();
  }

  private static List<JsonNode> events(OwnInstallation installation) throws IOException {
    String log =
        installation.names().stream()
            .filter(name -> name.endsWith(".log"))
            .findFirst()
            .orElseThrow();
    try (Stream<String> lines = Files.lines(installation.path(log))) {
      return lines.map(JSON::readTree).toList();
    }
  }
}
