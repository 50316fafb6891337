package io.monthend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HookTests {

  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final StringWriter err = new StringWriter();

  @Test
  void itKnowsHowTheCloseEndedAndItsOutputIsShown() {
    run("echo \"$MONTHEND_MONTH ended with $MONTHEND_EXIT_CODE\" >&2", LIMIT);
    assertThat(err.toString()).isEqualTo("hook: 2026-10 ended with 5\n");
  }

  @Test
  void itsFailureIsSaid() {
    run("echo no mail; exit 3", LIMIT);
    assertThat(err.toString()).contains("hook: no mail\n", "The hook ended with exit code 3");
    run("nowhere-to-be-found", LIMIT);
    assertThat(err.toString()).contains("exit code 127");
  }

  @Test
  void itsTimeIsLimited() {
    run("sleep 60 & sleep 60", Duration.ofMillis(300));
    assertThat(err.toString()).contains("did not end within").contains("was stopped");
  }

  @Test
  void whatItSaysIsLimited() {
    run("yes | head -n 1000000", LIMIT);
    assertThat(err.toString()).hasSizeLessThan(1 << 17);
  }

  private void run(String command, Duration limit) {
    new Hook(command, limit)
        .run(
            Map.of("MONTHEND_MONTH", "2026-10", "MONTHEND_EXIT_CODE", "5"),
            new PrintWriter(err, true));
  }
}
