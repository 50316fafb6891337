package io.monthend;

import io.monthend.leave.AgreedLeave;
import io.monthend.people.Account;
import io.monthend.people.Accounts;
import io.monthend.people.Role;
import io.monthend.signin.DemoAccounts;
import io.monthend.signin.Passwords;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The demo's company at work, so that every page has something to show: leave in each state, a
 * stand-in, an objection, a month in review and one with rows that are refused. What people say is
 * written alike in both kinds of Chinese.
 */
public final class BusyDemo {

  /** A month that HR looks at. */
  private static final String IN_REVIEW = "2026-11";

  /** A month that waits until its rows are mended. */
  private static final String REFUSED = "2027-07";

  /** Somebody who is not in any month yet. */
  public static final String NEWCOMER = "newcomer";

  /** What everybody says. */
  public static final String WORDS = "家中有事";

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final ServedApplication application;
  private final Map<String, String> places = new HashMap<>();

  private BusyDemo(ServedApplication application) {
    this.application = application;
  }

  /** Lets the people of the demo do what they do; end it in the end. */
  public static BusyDemo begin(ServedApplication application)
      throws IOException, InterruptedException {
    BusyDemo demo = new BusyDemo(application);
    demo.employ();
    demo.takeLeave();
    demo.nameAStandIn();
    demo.object();
    demo.begin("review", IN_REVIEW, "review");
    demo.sql(
        "insert into books.rostered_shift values ('E010', '" + REFUSED + "-01', 'NO_SUCH_SHIFT')");
    demo.begin("refused", REFUSED, "mending");
    return demo;
  }

  /** An address with the months and the numbers of the cases filled in. */
  public String address(String pattern) {
    String address = pattern;
    for (Map.Entry<String, String> each : places.entrySet()) {
      address = address.replace("{" + each.getKey() + "}", each.getValue());
    }
    return address;
  }

  private void sql(String statement) {
    application.get(JdbcClient.class).sql(statement).update();
  }

  private Visitor as(String username) throws IOException, InterruptedException {
    return Visitor.signedIn(application, username);
  }

  private static void expect(Visitor.Answer answer) {
    if (answer.status() != 302 || answer.location().endsWith("/sign-in")) {
      throw new IllegalStateException(answer + "\n" + answer.body());
    }
  }

  private void employ() {
    sql("delete from books.rostered_shift where shift = 'NO_SUCH_SHIFT'");
    Accounts accounts = application.get(Accounts.class);
    if (accounts.find(NEWCOMER).isEmpty()) {
      accounts.create(
          new Account(NEWCOMER, "林小文", "E099", Set.of(Role.EMPLOYEE), "", true), "test");
      application.get(Passwords.class).give(NEWCOMER, DemoAccounts.PASSWORD, "test");
    }
  }

  private void takeLeave() throws IOException, InterruptedException {
    LeaveCases.Asked asked = LeaveCases.ask(application, "E010");
    places.put("asked", asked.caseNo());
    places.put("paper", String.valueOf(asked.paper()));
    LeaveCases.Asked returned = LeaveCases.ask(application, "E010");
    places.put("returned", returned.caseNo());
    expect(
        as("manager")
            .post(
                "/requests/" + returned.caseNo() + "/decide",
                Map.of("task", returned.task(), "outcome", "RETURN", "words", WORDS)));
    places.put("agreed", AgreedLeave.of(application, "E010", LocalDate.of(2027, 8, 6)));
    LocalDate today = LocalDate.now(application.get(Clock.class));
    Map<String, String> call =
        Map.of(
            "person",
            "E010",
            "phonedAt",
            today.minusDays(1) + "T23:00",
            "type",
            "SICK",
            "from",
            today.plusDays(1).toString(),
            "fromHalf",
            "AM",
            "to",
            today.plusDays(3).toString(),
            "toHalf",
            "PM",
            "reason",
            WORDS);
    Visitor.Answer registered = as("manager").post("/leave/phone", call);
    expect(registered);
    places.put("byPhone", registered.location().replaceAll(".*/requests/(\\w+).*", "$1"));
  }

  private void nameAStandIn() throws IOException, InterruptedException {
    LocalDate today = LocalDate.now(application.get(Clock.class));
    expect(
        as("supervisor")
            .post(
                "/stand-ins",
                Map.of(
                    "person", "manager",
                    "from", today.toString(),
                    "to", today.plusDays(9).toString())));
  }

  private void object() throws IOException, InterruptedException {
    expect(as("e006").post("/slips/2026-10/objections", Map.of("line", "1", "words", WORDS)));
  }

  private void begin(String name, String month, String stage)
      throws IOException, InterruptedException {
    expect(as("operations").post("/months/" + month + "/start", Map.of()));
    Instant end = Instant.now().plus(PATIENCE);
    while (of(month, "stage").equals("running")) {
      if (Instant.now().isAfter(end)) {
        throw new IllegalStateException(month + " still runs");
      }
      Thread.sleep(50);
    }
    if (!of(month, "stage").equals(stage)) {
      throw new IllegalStateException(month + " is " + of(month, "stage"));
    }
    places.put(name, month);
    places.put(name + " case", of(month, "case_no"));
  }

  private String of(String month, String column) {
    return application
        .get(JdbcClient.class)
        .sql(
            "select %s from month_close where month = :month order by case_no desc limit 1"
                .formatted(column))
        .param("month", month)
        .query(String.class)
        .single();
  }

  /** Ends what stands in other tests' way. */
  public void end() throws IOException, InterruptedException {
    sql("delete from books.rostered_shift where shift = 'NO_SUCH_SHIFT'");
    decide("hr", IN_REVIEW, "RETURN");
    for (String month : List.of(IN_REVIEW, REFUSED)) {
      decide("operations", month, "REFUSE");
    }
    sql("delete from stand_in where absent = 'supervisor'");
    expect(
        as("hr")
            .post(
                "/people/E006/slips/2026-10/objections",
                Map.of("line", "1", "words", WORDS, "closes", "true")));
  }

  private void decide(String username, String month, String outcome)
      throws IOException, InterruptedException {
    String caseNo = of(month, "case_no");
    String task = LeaveCases.task(application, caseNo);
    expect(
        as(username)
            .post(
                "/requests/" + caseNo + "/decide",
                Map.of("task", task, "outcome", outcome, "words", WORDS)));
  }
}
