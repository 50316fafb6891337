package io.monthend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.monthend.cli.TestInstallation.Result;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a close runs when it has ended. */
class HookIntegrationTests {

  private static final Path CASE =
      Path.of("src/test/resources/contract/cases/07-night-shifts/input");
  private static final String MONTH = "2026-10";

  @Test
  void everyEndingRunsItsHook() throws Exception {
    try (TestInstallation installation = TestInstallation.create()) {
      Path told = installation.folder().resolve("told");
      Path output = installation.folder().resolve("output");
      String[] hooks = {
        "--on-success", "echo good $MONTHEND_EXIT_CODE $MONTHEND_MONTH $MONTHEND_OUTPUT >> " + told,
        "--on-failure", "echo bad $MONTHEND_EXIT_CODE >> " + told + "; exit 9"
      };

      assertThat(installation.close(MONTH, CASE, output, Map.of(), hooks).exitCode()).isZero();
      Path empty = installation.folder().resolve("empty");
      assertThat(empty.toFile().mkdir()).isTrue();
      Result different = installation.close(MONTH, empty, output, Map.of(), hooks);
      assertThat(different.exitCode()).isEqualTo(ExitCode.CLOSED_DIFFERENTLY);
      assertThat(different.err()).contains("The hook ended with exit code 9");
      Path nowhere = installation.folder().resolve("nowhere");
      assertThat(installation.close(MONTH, nowhere, output, Map.of(), hooks).exitCode())
          .isEqualTo(ExitCode.WRONG_USAGE);

      assertThat(told).content().isEqualTo("good 0 2026-10 %s\nbad 4\nbad 2\n".formatted(output));
    }
  }
}
