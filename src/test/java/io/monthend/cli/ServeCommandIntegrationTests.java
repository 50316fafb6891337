package io.monthend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.monthend.cli.TestInstallation.Result;
import io.monthend.signin.DemoAccounts;
import io.monthend.signin.Passwords;
import java.io.BufferedReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The web application as a command: who may start it how, and how it ends. */
class ServeCommandIntegrationTests {

  private static final Pattern ADDRESS = Pattern.compile("http://localhost:(\\d+)/");

  private OwnInstallation own;
  private @Nullable Process served;

  @BeforeEach
  void create() throws Exception {
    own = OwnInstallation.create();
  }

  @AfterEach
  void end() throws Exception {
    if (served != null) {
      served.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
    }
    own.close();
  }

  @Test
  void itServesFromTheFirstAccountOnUntilItIsStopped() throws Exception {
    Result without = own.run("serve", "--port=0", data());
    assertThat(without.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(without.err()).contains("no account yet", "monthend account add");

    Result added =
        own.run("account", "add", "lin", "--name=林淑貞", "--role=HR", "--role=EMPLOYEE", data());
    assertThat(added.out()).containsPattern("first sign-in.*: [a-z2-9]{16}\n");
    assertThat(own.run("account", "add", "lin", "--name=L", "--role=HR", data()).err())
        .contains("an account lin already");
    assertThat(own.run("account", "list", data()).out())
        .containsPattern("lin +active +- +林淑貞 +EMPLOYEE, HR\n");

    served = start("serve", "--port=0", data());
    String address = address(served);
    assertThat(status(address + "sign-in")).isEqualTo(200);
    assertThat(status(address)).isEqualTo(302);

    served.destroy();
    assertThat(served.waitFor(40, TimeUnit.SECONDS)).isTrue();
    assertThat(own.run("account", "reset", "lin", data()).out()).contains("shown this once");
    assertThat(own.run("account", "disable", "lin", data()).exitCode()).isZero();
    assertThat(own.run("account", "disable", "wang", data()).err()).contains("no account wang");
    assertThat(own.run("audit", data()).out())
        .containsPattern("^4 entries, unbroken; head [0-9a-f]{64}\\n");
    assertThat(own.run("audit", "--head=00", data()).exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(own.run("serve", "--port=0", data()).err()).contains("no account yet");
  }

  @Test
  void itRefusesAnAccountWithThePasswordEverybodyKnows() {
    own.run("account", "add", "hr", "--name=HR", "--role=HR", data());
    try (Installation installation = Installation.open(own.path("data"), new Unseen())) {
      installation.get(Passwords.class).give("hr", DemoAccounts.PASSWORD, "test");
    }
    Result result = own.run("serve", "--port=0", data());
    assertThat(result.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(result.err()).contains("everybody knows: hr");
  }

  @Test
  void itIsNotOpenedToTheNetworkWithoutHttps() {
    Result open = own.run("serve", "--address=0.0.0.0", data());
    assertThat(open.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(open.err()).contains("--behind-https");
    assertThat(own.run("serve", "--port=70000", data()).err()).contains("0 to 65535");
    assertThat(own.path("data")).doesNotExist();
  }

  private String data() {
    return "--data-dir=" + own.path("data");
  }

  private Process start(String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "io.monthend.Monthend"));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .redirectError(Files.createTempFile("serve", ".log").toFile())
        .start();
  }

  private static String address(Process process) throws Exception {
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      Matcher matcher = ADDRESS.matcher(line);
      if (matcher.find()) {
        return matcher.group();
      }
    }
    throw new AssertionError("It ended without an address");
  }

  private static int status(String address) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(20)).build(),
            HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }
}
