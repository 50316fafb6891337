package io.monthend.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.monthend.LeaveCases;
import io.monthend.ServedApplication;
import io.monthend.Visitor;
import io.monthend.people.Accounts;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpSession;

/** What holds for every session: how long it lasts, and what a forged or guessed request gets. */
class SessionsIntegrationTests {

  private static ServedApplication application;

  @BeforeAll
  static void start() throws Exception {
    application = ServedApplication.shared();
  }

  @AfterEach
  void forgive() {
    jdbc().sql("delete from sign_in_failure").update();
  }

  private static JdbcClient jdbc() {
    return application.get(JdbcClient.class);
  }

  @Test
  void whoeverGuessesWaitsAndTheOwnerElsewhereDoesNot() throws Exception {
    Visitor guesser = Visitor.of(application);
    for (int i = 0; i < 6; i++) {
      guesser.signIn("president", "guess " + i);
    }
    Visitor.Answer waiting =
        guesser.post(
            "/sign-in", Map.of("username", "president", "password", DemoAccounts.PASSWORD));
    assertThat(waiting.location()).endsWith("/sign-in?wait");
    SignInFailures failures = application.get(SignInFailures.class);
    assertThat(failures.secondsToWait("president", "127.0.0.1")).isPositive();
    assertThat(failures.secondsToWait("president", "192.0.2.7")).isZero();
    assertThat(failures.secondsToWait("gm", "127.0.0.1")).isZero();
  }

  @Test
  void theWaitDoublesUpToAQuarterOfAnHour() {
    SignInFailures failures = application.get(SignInFailures.class);
    int before = 0;
    for (int i = 0; i < 14; i++) {
      failures.add("somebody", "192.0.2.8");
      int wait = failures.secondsToWait("somebody", "192.0.2.8");
      assertThat(wait).isGreaterThanOrEqualTo(before).isLessThanOrEqualTo(900);
      before = wait;
    }
    assertThat(before).isGreaterThan(800);
    failures.forget("somebody", "192.0.2.8");
    assertThat(failures.secondsToWait("somebody", "192.0.2.8")).isZero();
  }

  @Test
  void oneAddressCannotTryEverybody() {
    SignInFailures failures = application.get(SignInFailures.class);
    for (int i = 0; i < 101; i++) {
      failures.add("user" + i, "192.0.2.9");
    }
    assertThat(failures.secondsToWait("another", "192.0.2.9")).isPositive();
    assertThat(failures.secondsToWait("another", "192.0.2.10")).isZero();
  }

  @Test
  void aFormFromElsewhereIsRefused() throws Exception {
    Visitor employee = Visitor.signedIn(application, "employee");
    assertThat(employee.postAsIs("/language", Map.of("tag", "en", "back", "/")).status())
        .isEqualTo(403);
  }

  @Test
  void afterHalfAnHourOfRestOneSignsInAgain() throws Exception {
    Visitor hr = Visitor.signedIn(application, "hr");
    assertThat(hr.get("/").status()).isEqualTo(200);
    jdbc()
        .sql(
            """
            update spring_session set last_access_time = last_access_time - 31 * 60 * 1000,
              expiry_time = expiry_time - 31 * 60 * 1000
            """)
        .update();
    assertThat(hr.get("/").location()).endsWith("/sign-in");
  }

  @Test
  void afterTwelveHoursOneSignsInAgainHoweverBusy() {
    Clock clock = application.get(Clock.class);
    assertThat(isSignedInAfter(Duration.ofHours(12).minusMinutes(1), clock)).isTrue();
    assertThat(isSignedInAfter(Duration.ofHours(12).plusMinutes(1), clock)).isFalse();
  }

  private static boolean isSignedInAfter(Duration time, Clock clock) {
    MockHttpSession session = new MockHttpSession();
    accountOfSession(clock).keep(session, "supervisor");
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setSession(session);
    boolean isIn =
        accountOfSession(Clock.offset(clock, time))
                .loadDeferredContext(request)
                .get()
                .getAuthentication()
            != null;
    assertThat(session.isInvalid()).isNotEqualTo(isIn);
    return isIn;
  }

  private static AccountOfSession accountOfSession(Clock clock) {
    return new AccountOfSession(
        application.get(Accounts.class), application.get(Passwords.class), clock);
  }

  @Test
  void anotherNodeKnowsWhoIsSignedInWhatTheyDecidedAndWhoHasLeft() throws Exception {
    ServedApplication other = application.another();
    try {
      LeaveCases.Asked asked = LeaveCases.ask(application, "E010");
      String request = "/requests/" + asked.caseNo();
      Map<String, String> approval = Map.of("task", asked.task(), "outcome", "APPROVE");
      Visitor manager = Visitor.signedIn(application, "manager");
      assertThat(manager.post(request + "/decide", approval).status()).isEqualTo(302);
      assertThat(manager.at(other).get(request).body()).contains("林淑貞 approved");
      Visitor.Answer again = manager.at(other).post(request + "/decide", approval);
      assertThat(again.status()).isEqualTo(409);
      assertThat(again.body()).contains("was faster and approved it");
      Visitor president = Visitor.signedIn(application, "president");
      assertThat(president.at(other).get("/").status()).isEqualTo(200);
      president.at(other).post("/sign-out", Map.of());
      assertThat(president.get("/").location()).endsWith("/sign-in");
    } finally {
      other.stop();
    }
  }

  @Test
  void aSessionHoldsNoMoreThanWhoAndSinceWhen() throws Exception {
    Visitor.signedIn(application, "gm").get("/");
    assertThat(
            jdbc()
                .sql("select distinct attribute_name from spring_session_attributes")
                .query(String.class)
                .list())
        .allMatch(name ->
            name.equals("account")
                || name.equals("signedInAt")
                || name.startsWith("org.springframework.security.web.csrf")
                || name.equals("SPRING_SECURITY_SAVED_REQUEST"));
  }

  @Test
  void aResetPasswordEndsTheSessionsOfTheOldOne() throws Exception {
    Visitor affairs = Visitor.signedIn(application, "affairs");
    assertThat(affairs.get("/").status()).isEqualTo(200);
    application.get(Passwords.class).give("affairs", DemoAccounts.PASSWORD, "test");
    assertThat(affairs.get("/").location()).endsWith("/sign-in");
  }

  @Test
  void pagesAreKeptByNobodyAndAssetsForAYear() throws Exception {
    Visitor employee = Visitor.signedIn(application, "employee");
    Visitor.Answer slip = employee.get("/slips/2026-10");
    assertThat(slip.response().headers().firstValue("Cache-Control").orElse(""))
        .contains("no-store");
    assertThat(slip.response().headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'")
        .doesNotContain("unsafe");
    String asset =
        slip.body().replaceAll("(?s).*href=\"(/assets/monthend-[0-9a-f]+.css)\".*", "$1");
    assertThat(employee.get(asset).response().headers().firstValue("Cache-Control").orElse(""))
        .contains("immutable");
  }

  @Test
  void aPartOfAPageAskedForTooLateReloadsThePage() throws Exception {
    var answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(application.at("/")))
                    .header("HX-Request", "true")
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("HX-Refresh")).contains("true");
    assertThat(answer.body()).isEmpty();
  }
}
