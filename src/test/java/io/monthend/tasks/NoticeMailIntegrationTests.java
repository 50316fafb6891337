package io.monthend.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.monthend.cli.TestInstallation;
import io.monthend.people.Account;
import io.monthend.people.Accounts;
import io.monthend.people.Role;
import io.monthend.rulebook.Language;
import io.monthend.tasks.MailChoices.Way;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Notices that are mailed, by two nodes and to a mail server that is one. */
class NoticeMailIntegrationTests {

  private static final SetClock CLOCK = new SetClock();
  private static final GreenMail SERVER =
      new GreenMail(new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  private static TestInstallation installation;
  private static ConfigurableApplicationContext first;
  private static ConfigurableApplicationContext second;
  private static int people;

  private Account lin;

  /** One that stays the same where the server is stopped and started. */
  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @BeforeAll
  static void start() throws Exception {
    CLOCK.set("2026-11-02T07:00:00");
    SERVER.start();
    installation = TestInstallation.create();
    Map<String, String> settings =
        new HashMap<>(
            installation.properties(
                Map.of(
                    "flowable.process-definition-location-prefix", "classpath*:/approval/",
                    "flowable.async-executor-activate", "false",
                    "spring.mail.host", "127.0.0.1",
                    "monthend.mail.from", "desk@example.com",
                    "monthend.mail.pause", "1d",
                    "monthend.address", "https://monthend.example.com")));
    settings.put("spring.mail.port", Integer.toString(SERVER.getSmtp().getPort()));
    first = TestNode.start(settings, CLOCK);
    second = TestNode.start(settings, CLOCK);
    Account asker = person("asker");
    new TransactionTemplate(first.getBean(PlatformTransactionManager.class))
        .executeWithoutResult(status ->
            first
                .getBean(Cases.class)
                .open(
                    new NewCase(
                        "T1", "approval", asker, asker, List.of(), Message.of("queue.what")),
                    Map.of("requester", "asker", "due", "P2D")));
  }

  @AfterAll
  static void stop() throws Exception {
    first.close();
    second.close();
    SERVER.stop();
    installation.close();
  }

  @BeforeEach
  void meet() throws Exception {
    SERVER.purgeEmailFromAllMailboxes();
    CLOCK.pass(Duration.ofMinutes(1));
    lin = person("lin" + ++people);
  }

  private static Account person(String username) {
    Account account =
        new Account(username, "Name of " + username, null, Set.of(Role.EMPLOYEE), "en", true);
    first.getBean(Accounts.class).create(account, "test");
    return account;
  }

  /** Chooses, and confirms the address. */
  private void choose(Way way) throws Exception {
    assertThat(first.getBean(MailChoices.class).choose(lin, way, lin.username() + "@x.org"))
        .isEmpty();
    assertThat(first.getBean(MailCodes.class).confirm(lin, sendCode())).isTrue();
    SERVER.purgeEmailFromAllMailboxes();
  }

  /** Has a code sent, and reads it in the mail. */
  private String sendCode() {
    int before = ids().size();
    Speech english = first.getBean(Speeches.class).in(Language.EN);
    assertThat(first.getBean(MailCodes.class).send(lin, english)).isEmpty();
    assertThat(ids()).hasSize(before + 1);
    Matcher code =
        Pattern.compile("\\b\\d{8}\\b")
            .matcher(GreenMailUtil.getBody(SERVER.getReceivedMessages()[before]));
    assertThat(code.find()).isTrue();
    return code.group();
  }

  @Test
  void nothingIsMailedToAnAddressBeforeItsCodeIsEntered() {
    MailChoices choices = first.getBean(MailChoices.class);
    MailCodes codes = first.getBean(MailCodes.class);
    choices.choose(lin, Way.EACH, "lin@x.org");
    tell(1);
    look(first);
    assertThat(ids()).isEmpty();

    String old = sendCode();
    String code = sendCode();
    assertThat(codes.confirm(lin, old)).as("a newer one was sent").isFalse();
    assertThat(codes.confirm(lin, "")).isFalse();
    assertThat(codes.confirm(person("other" + people), code)).isFalse();
    choices.choose(lin, Way.EACH, "another@x.org");
    assertThat(codes.confirm(lin, code)).as("it went to another address").isFalse();
    choices.choose(lin, Way.EACH, "lin@x.org");
    CLOCK.pass(Duration.ofMinutes(1));
    assertThat(codes.confirm(lin, code.substring(0, 4) + " " + code.substring(4))).isTrue();
    assertThat(codes.confirm(lin, code)).as("it holds once").isFalse();
    assertThat(choices.of(lin).isConfirmed()).isTrue();
    tell(1);
    look(first);
    assertThat(ids()).as("two codes, and what came after").hasSize(3);

    choices.choose(lin, Way.DAILY, "lin@x.org");
    assertThat(choices.of(lin).isConfirmed()).as("the same address").isTrue();
    choices.choose(lin, Way.EACH, "new@x.org");
    tell(1);
    look(first);
    assertThat(ids()).hasSize(3);
  }

  @Test
  void aCodeHoldsForSomeTriesAndSomeTimeAndFewAreSent() {
    MailCodes codes = first.getBean(MailCodes.class);
    Speech english = first.getBean(Speeches.class).in(Language.EN);
    assertThat(codes.send(lin, english)).as("nothing is chosen").isPresent();
    first.getBean(MailChoices.class).choose(lin, Way.EACH, "lin@x.org");
    String guessed = sendCode();
    for (int i = 0; i < 5; i++) {
      assertThat(codes.confirm(lin, "no")).isFalse();
    }
    assertThat(codes.confirm(lin, guessed)).as("after five tries").isFalse();
    String late = sendCode();
    CLOCK.pass(Duration.ofMinutes(31));
    assertThat(codes.confirm(lin, late)).as("after half an hour").isFalse();
    sendCode();
    sendCode();
    String last = sendCode();
    assertThat(codes.send(lin, english)).contains(Message.of("mail.code-too-many", "5"));
    assertThat(codes.confirm(lin, last)).isTrue();
  }

  private void tell(int times) {
    for (int i = 0; i < times; i++) {
      first.getBean(Notices.class).tell(lin.username(), "T1", "COMMENTED", "asker");
    }
  }

  private static boolean look(ConfigurableApplicationContext node) {
    node.getBean(NoticeMailer.class).look();
    return true;
  }

  private static List<String> ids() {
    return Arrays.stream(SERVER.getReceivedMessages()).map(NoticeMailIntegrationTests::id).toList();
  }

  private static String id(MimeMessage mail) {
    return GreenMailUtil.getHeaders(mail)
        .lines()
        .filter(line -> line.startsWith("Message-ID: "))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void eachNoticeIsOneMailWhicheverNodeSendsIt() throws Exception {
    tell(1);
    CLOCK.pass(Duration.ofMinutes(1));
    choose(Way.EACH);
    tell(12);
    List<Callable<Boolean>> nodes = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      ConfigurableApplicationContext node = i % 2 == 0 ? first : second;
      nodes.add(() -> look(node));
    }
    try (var threads = Executors.newFixedThreadPool(4)) {
      for (var looked : threads.invokeAll(nodes)) {
        assertThat(looked.get()).isTrue();
      }
    }
    look(first);
    assertThat(ids())
        .hasSize(12)
        .doesNotHaveDuplicates()
        .allMatch(id -> id.contains("@example.com>"));
    MimeMessage mail = SERVER.getReceivedMessages()[0];
    assertThat(mail.getAllRecipients()[0]).hasToString(lin.username() + "@x.org");
    assertThat(mail.getSubject()).isEqualTo("Monthend, notices: 1");
    assertThat(GreenMailUtil.getBody(mail))
        .contains("Name of asker commented", "https://monthend.example.com/requests/T1");
  }

  @Test
  void whoWantsOneADayGetsWhatIsNotReadYetInTheMorning() throws Exception {
    choose(Way.DAILY);
    tell(3);
    look(first);
    assertThat(ids()).isEmpty();
    long oldest = first.getBean(Notices.class).of(lin).getLast().id();
    first.getBean(Notices.class).readOne(lin, oldest);

    CLOCK.pass(Duration.ofHours(2));
    look(first);
    look(second);
    assertThat(SERVER.getReceivedMessages())
        .singleElement()
        .satisfies(mail -> assertThat(mail.getSubject()).isEqualTo("Monthend, notices: 2"));
    tell(1);
    look(first);
    assertThat(ids()).hasSize(1);
    CLOCK.pass(Duration.ofDays(1));
    look(second);
    look(second);
    assertThat(ids()).hasSize(2);
    CLOCK.pass(Duration.ofHours(21));
  }

  @Test
  void whatIsSentAgainIsKnownByItsIdAndATroubledServerIsAskedLater() throws Exception {
    choose(Way.EACH);
    tell(1);
    SERVER.stop();
    look(first);
    assertThat(next()).isEqualTo(CLOCK.instant().plus(Duration.ofMinutes(1)));
    CLOCK.pass(Duration.ofMinutes(2));
    look(first);
    assertThat(next()).isEqualTo(CLOCK.instant().plus(Duration.ofMinutes(2)));

    SERVER.start();
    CLOCK.pass(Duration.ofMinutes(2));
    look(second);
    assertThat(ids()).hasSize(1);
    first
        .getBean(JdbcClient.class)
        .sql("update notice_mail set sent_at = null, next_at = :now where username = :who")
        .param("now", Timestamp.from(CLOCK.instant()))
        .param("who", lin.username())
        .update();
    look(first);
    assertThat(ids()).hasSize(2).containsOnly(ids().getFirst());
  }

  @Test
  void whoWantsNoMailAnyMoreGetsNone() throws Exception {
    MailChoices choices = first.getBean(MailChoices.class);
    assertThat(choices.choose(lin, Way.EACH, "lin@x.org\nBcc: all@x.org"))
        .contains(Message.of("mail.no-address"));
    assertThat(choices.of(lin).way()).isEqualTo(Way.NEVER);
    choose(Way.EACH);
    tell(1);
    first.getBean(NoticeMails.class).gather();
    choices.choose(lin, Way.NEVER, "");
    look(first);
    assertThat(ids()).isEmpty();
  }

  private Instant next() {
    return first
        .getBean(JdbcClient.class)
        .sql("select next_at from notice_mail where username = :who")
        .param("who", lin.username())
        .query((row, number) -> row.getTimestamp("next_at").toInstant())
        .single();
  }
}
