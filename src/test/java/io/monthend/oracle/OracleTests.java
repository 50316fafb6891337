package io.monthend.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The oracle on the contract's worked cases, byte for byte. */
class OracleTests {

  private static final Path CASES = Path.of("src/test/resources/contract/cases");

  static Stream<String> workedCases() throws IOException {
    try (Stream<Path> folders = Files.list(CASES)) {
      return folders.map(folder -> folder.getFileName().toString()).sorted().toList().stream();
    }
  }

  @Test
  void allTenWorkedCasesAreThere() throws IOException {
    assertThat(workedCases()).hasSizeGreaterThanOrEqualTo(10);
  }

  @ParameterizedTest
  @MethodSource("workedCases")
  void aWorkedCaseComesOutByteForByte(String name) throws IOException {
    Path folder = CASES.resolve(name);
    Map<String, List<String>> closed = Oracle.close(monthOf(folder), folder.resolve("input"));
    for (Map.Entry<String, List<String>> file : closed.entrySet()) {
      String expected = Files.readString(folder.resolve("expected").resolve(file.getKey()));
      assertThat(String.join("\n", file.getValue()) + "\n").as(file.getKey()).isEqualTo(expected);
    }
  }

  private static YearMonth monthOf(Path folder) throws IOException {
    String firstLine = Files.readAllLines(folder.resolve("case.md")).getFirst();
    Matcher month = Pattern.compile("month (\\d{4}-\\d{2})").matcher(firstLine);
    assertThat(month.find()).as("The first line of %s/case.md names the month", folder).isTrue();
    return YearMonth.parse(month.group(1));
  }
}
