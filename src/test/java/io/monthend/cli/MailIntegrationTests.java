package io.monthend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.monthend.cli.TestInstallation.Result;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is told by mail that a close failed, by a mail server that is one. */
class MailIntegrationTests {

  private static final Path CASE =
      Path.of("src/test/resources/contract/cases/07-night-shifts/input");
  private static final String MONTH = "2026-10";
  private static final String TO = "--mail-on-failure=ops@example.com";

  private final GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());
  private TestInstallation installation;
  private Path output;

  @BeforeEach
  void create() throws Exception {
    server.start();
    installation = TestInstallation.create();
    output = installation.folder().resolve("output");
  }

  @AfterEach
  void leave() throws Exception {
    server.stop();
    installation.close();
  }

  @Test
  void aFailedCloseIsToldWithoutPayAndAClosedMonthIsNot() throws Exception {
    Result closed = installation.close(MONTH, CASE, output, settings(), TO);
    assertThat(closed.exitCode()).as(closed.err()).isZero();
    assertThat(server.getReceivedMessages()).isEmpty();

    Path empty = Files.createDirectory(installation.folder().resolve("empty"));
    Result different = installation.close(MONTH, empty, output, settings(), TO);

    assertThat(different.exitCode()).isEqualTo(ExitCode.CLOSED_DIFFERENTLY);
    assertThat(different.out()).contains("Mailed to ops@example.com.");
    MimeMessage mail = theOnlyMail();
    assertThat(mail.getSubject())
        .isEqualTo("Monthend: the close of 2026-10 ended with exit code 4");
    assertThat(mail.getAllRecipients())
        .extracting(Address::toString)
        .containsExactly("ops@example.com");
    assertThat(mail.getFrom()).extracting(Address::toString).containsExactly("night@example.com");
    assertThat(mail.getContentType()).startsWith("text/plain");
    String text = GreenMailUtil.getBody(mail);
    assertThat(text)
        .contains("closed before with other input", output.toString())
        .doesNotContainPattern("\\d\\.\\d\\d\\b");
    List<List<String>> slips = Csv.read(output.resolve("payslips.csv"));
    for (List<String> slip : slips.subList(1, slips.size())) {
      assertThat(text).doesNotContain(slip.get(1), slip.getLast());
    }
  }

  @Test
  void itIsToldAlsoWhereTheDatabaseCannotBeReached() throws Exception {
    Map<String, String> settings = settings();
    settings.put("MONTHEND_MAIL_TO", "ops@example.com, boss@example.com");
    settings.put("spring.datasource.hikari.connection-timeout", "300");
    Result failed;
    try (TestInstallation gone = TestInstallation.create()) {
      try (var connection = installation.connect()) {
        connection.createStatement().execute("drop database " + gone.databaseName());
      }
      failed = gone.close(MONTH, CASE, output, settings);
    }
    assertThat(failed.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(server.getReceivedMessages()).hasSize(2);
    assertThat(server.getReceivedMessages()[0].getRecipients(Message.RecipientType.TO)).hasSize(2);
    assertThat(GreenMailUtil.getBody(server.getReceivedMessages()[0]))
        .contains("run the same command again");
  }

  @Test
  void mailThatCannotBeSentIsSaidAndChangesNothing() throws Exception {
    Path nowhere = installation.folder().resolve("nowhere");
    Map<String, String> settings = settings();
    server.stop();
    Result refused = installation.close(MONTH, nowhere, output, settings, TO);
    assertThat(refused.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(refused.err()).contains("No mail was sent:", "connect to host");

    Result without = installation.close(MONTH, nowhere, output, Map.of(), TO);
    assertThat(without.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(without.err()).contains("No mail was sent: no mail server is configured");

    settings.put("spring.mail.port", "many");
    Result unreadable = installation.close(MONTH, nowhere, output, settings, TO);
    assertThat(unreadable.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(unreadable.err()).contains("No mail was sent: the settings cannot be used");
  }

  @Test
  void aServerThatSaysNothingIsNotWaitedForLong() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Map<String, String> settings = settings();
      settings.put("spring.mail.port", Integer.toString(silent.getLocalPort()));
      settings.put("spring.mail.properties.mail.smtp.timeout", "300");
      long began = System.nanoTime();
      Result said =
          installation.close(MONTH, installation.folder().resolve("nowhere"), output, settings, TO);
      assertThat(said.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
      assertThat(said.err()).contains("No mail was sent:");
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(30));
    }
  }

  @Test
  void whatIsNoAddressIsRefusedBeforeAnythingIsDone() {
    Result wrong =
        installation.close(MONTH, CASE, output, settings(), "--mail-on-failure=ops@a.b,boss");
    assertThat(wrong.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(wrong.err()).contains("'boss' is no mail address; write it like ops@example.com");
    assertThat(output).doesNotExist();
    assertThat(server.getReceivedMessages()).isEmpty();
  }

  private MimeMessage theOnlyMail() {
    assertThat(server.getReceivedMessages()).hasSize(1);
    return server.getReceivedMessages()[0];
  }

  private Map<String, String> settings() {
    return new HashMap<>(
        Map.of(
            "spring.mail.host",
            "127.0.0.1",
            "spring.mail.port",
            Integer.toString(server.getSmtp().getPort()),
            "monthend.mail.from",
            "night@example.com"));
  }
}
