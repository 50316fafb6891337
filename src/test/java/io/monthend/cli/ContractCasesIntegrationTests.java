package io.monthend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.monthend.cli.TestInstallation.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The worked cases of the file contract, end to end. */
class ContractCasesIntegrationTests {

  private static final Path CASES = Path.of("src", "test", "resources", "contract", "cases");

  static Stream<Path> cases() throws IOException {
    try (Stream<Path> folders = Files.list(CASES)) {
      return folders.sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aCaseComesOutByteForByte(Path folder) throws Exception {
    String month = month(folder);
    try (TestInstallation installation = TestInstallation.create()) {
      Path output = installation.folder().resolve("output");
      Result result = installation.close(month, folder.resolve("input"), output, Map.of());

      assertThat(result.exitCode()).as(result.err()).isZero();
      List<Path> expected = Csv.in(folder.resolve("expected"));
      assertThat(expected).hasSize(5);
      for (Path file : expected) {
        String wanted = Files.readString(file);
        List<String> header = Csv.read(file).getFirst();
        assertThat(Csv.columns(output.resolve(file.getFileName()), header))
            .as("%s of %s", file.getFileName(), folder.getFileName())
            .isEqualTo(wanted);
      }
    }
  }

  /** The month of a case. */
  static String month(Path folder) throws IOException {
    return Files.readString(folder.resolve("case.md"))
        .lines()
        .findFirst()
        .orElseThrow()
        .replaceAll(".*month ", "");
  }
}
