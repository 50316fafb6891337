package io.monthend.closing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.monthend.BrowserTests;
import io.monthend.kernel.PayMonth;
import io.monthend.leave.AgreedLeave;
import io.monthend.months.MonthLock;
import io.monthend.rulebook.RuleBookEdition;
import io.monthend.rulebook.RuleBooks;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The close of a month as its people see it: operations start it, HR returns it, it is run again,
 * passed on, approved and published, and two reopen it. It leaves the month as it was found.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MonthBrowserIntegrationTests extends BrowserTests {

  private static final String MONTH = "2026-11";
  private static final String LATER = "2027-09";
  private static final String LEAVE_DAY = "2026-11-18";
  private static final Pattern PAY = Pattern.compile("\\d\\.\\d\\d\\b|CNY|人民幣|人民币");

  private Page open(Look look, String username) {
    Page page = signIn(look, username);
    page.navigate(application.at("/months/" + MONTH));
    return page;
  }

  private static void awaitStage(Page page, String stage) {
    page.locator(".marks .chip." + stage).waitFor();
  }

  private void decide(Page page, String outcome, String words) {
    decide(page, MONTH, outcome, words);
  }

  /** Decides the only task of the case on its page. */
  private void decide(Page page, String month, String outcome, String words) {
    page.navigate(application.at("/months/" + month));
    page.locator("a[href^='/requests/']").click();
    if (!words.isEmpty()) {
      page.locator(".turn textarea[name=words]").first().fill(words);
    }
    page.locator("button[value=" + outcome + "]").first().click();
    page.locator("[role=status]").first().waitFor();
  }

  /** Marks one thing as looked at, and sees the draft of a slip. */
  private void lookThrough(Page hr) {
    hr.locator("a[href*='exceptions?state=open']").click();
    long before = hr.locator("tbody tr").count();
    hr.locator("input[name=item]").first().check();
    hr.locator("input[name=words]").fill("On purpose");
    hr.locator("button[name=looked][value=true]").click();
    hr.navigate(application.at("/months/" + MONTH + "/exceptions"));
    assertThat(hr.locator("tbody").textContent()).contains("On purpose", "范美雲");
    assertThat(before).isPositive();
    picture(hr, "month-exceptions");
    assertSound(hr);
    hr.locator("tbody th a").first().click();
    assertThat(hr.locator(".notice").textContent()).contains("A draft");
    picture(hr, "month-draft");
    hr.navigate(application.at("/months/" + MONTH));
  }

  private static int attempt(Page page) {
    return Integer.parseInt(
        page.locator(".marks").textContent().replaceAll("(?s).*Attempt (\\d+).*", "$1"));
  }

  private static void assertNoPay(Page page) {
    assertThat(PAY.matcher(page.locator("main").textContent()).find())
        .as(page.url() + ": " + page.locator("main").textContent())
        .isFalse();
  }

  @Test
  @Order(1)
  void aMonthIsStartedReturnedRunAgainApprovedPublishedAndReopenedByTwo() throws Exception {
    String leaveNo = AgreedLeave.of(application, "E010", LocalDate.parse(LEAVE_DAY));
    Page operations = open(Look.of("en"), "operations");
    picture(operations, "month-open");
    try (MonthLock _ = application.get(MonthClose.class).lock(PayMonth.of(MONTH)).orElseThrow()) {
      operations.locator("form[action$='/start'] button").click();
      awaitStage(operations, "running");
      assertThat(operations.locator("#progress").textContent()).contains("about to begin");
      picture(operations, "month-running");
      assertSound(operations);
    }
    awaitStage(operations, "review"); // by itself: the page follows the run
    picture(operations, "month-review-operations");
    assertNoPay(operations);

    operations.locator("a[href^='/requests/']").click();
    assertNoPay(operations);
    picture(operations, "month-request-operations");

    Page hr = open(Look.of("en"), "hr");
    picture(hr, "month-review-hr");
    int first = attempt(hr);
    lookThrough(hr);
    decide(hr, "RETURN", "The punches are missing");
    decide(operations, "SUBMIT", "");
    hr.navigate(application.at("/months/" + MONTH));
    awaitStage(hr, "review");
    assertThat(attempt(hr)).isEqualTo(first + 1);
    decide(hr, "APPROVE", "");

    Page manager = open(Look.of("en"), "gm");
    manager.locator("a[href^='/requests/']").click();
    assertThat(manager.locator("#comparison").textContent()).contains("2026-10");
    assertThat(PAY.matcher(manager.locator("tbody.pay").textContent()).find()).isTrue();
    picture(manager, "month-request-gm");
    decide(manager, "APPROVE", "");
    manager.navigate(application.at("/months/" + MONTH));
    manager.waitForCondition(() -> {
      manager.reload();
      return manager.locator(".chip.published").count() == 1;
    });
    picture(manager, "month-published");
    var file = manager.waitForDownload(() -> manager.locator("a[href$='payslips.csv']").click());
    assertThat(Files.readString(file.path())).contains("E010");

    Page employee = signIn(Look.of("en"), "employee");
    employee.navigate(application.at("/slips/" + MONTH));
    assertThat(employee.locator("h1").textContent()).contains(MONTH);
    var line =
        employee.locator(".ledger li", new Page.LocatorOptions().setHasText(leaveNo)).first();
    line.locator("summary").click();
    assertThat(line.textContent()).contains("鄭雅文 asked for it", "林淑貞 approved");
    picture(employee, "slip-with-leave");
    assertSound(employee);
    line.locator("a").click();
    assertThat(employee.locator("h1").textContent()).contains(LEAVE_DAY);

    manager.navigate(application.at("/people/E010/slips/" + MONTH));
    var sameLine =
        manager.locator(".ledger li", new Page.LocatorOptions().setHasText(leaveNo)).first();
    sameLine.locator("summary").click();
    assertThat(sameLine.textContent()).contains("鄭雅文 asked for it", "林淑貞 approved");
    assertThat(sameLine.locator("a").count()).as("why it was asked for is not theirs").isZero();
    manager.navigate(application.at("/months/" + MONTH));

    hr.navigate(application.at("/months/" + MONTH));
    hr.locator("textarea[name=reason]").fill("The punches came late");
    hr.locator("form[action$='/reopening'] button").click();
    assertThat(hr.locator("button[name=agrees][value=true]").count()).isZero();
    manager.reload();
    manager.locator("button[name=agrees][value=true]").click();
    awaitStage(manager, "open");
    picture(manager, "month-reopened");
  }

  @Test
  @Order(2)
  void anEmployeeObjectsToALineAndHrAnswers() {
    Page employee = signIn(Look.of("en"), "employee");
    employee.navigate(application.at("/slips/2026-10"));
    employee.locator("#objections summary").click();
    employee.locator("#objections textarea[name=words]").fill("I was never late");
    employee.locator("#objections form button").click();
    assertThat(employee.locator(".thread").textContent()).contains("I was never late", "Open");

    Page hr = signIn(Look.of("en"), "hr");
    hr.locator("main a[href='/objections']").click();
    hr.locator("main a[href*='/people/E010/slips/2026-10']").click();
    picture(hr, "objection-hr");
    assertSound(hr);
    hr.locator(".thread textarea").fill("It is put right on the next slip");
    hr.locator(".thread button[value=true]").click();
    employee.navigate(application.at("/slips/2026-10"));
    assertThat(employee.locator(".thread").textContent()).contains("put right", "Closed");
    picture(employee, "objection-employee");
    assertSound(employee);
  }

  @Test
  @Order(3)
  void operationsSetTheTimerAndStopIt() {
    Page page = signIn(Look.of("en"), "operations");
    page.navigate(application.at("/months"));
    page.locator("input[name=day]").fill("31");
    page.locator("input[name=hour]").fill("6");
    page.locator("form[action$='/timer'] button").click();
    assertThat(page.locator("#timer + dl").textContent()).contains("06:00");
    picture(page, "month-timer");
    page.locator("form[action$='/timer/stop'] button").click();
    page.locator("#timer + .empty")
        .waitFor(
            new com.microsoft.playwright.Locator.WaitForOptions()
                .setState(WaitForSelectorState.VISIBLE));
  }

  /** The month is open again, with its run at this attempt. */
  private static void awaitMending(Page page, int attempt) {
    page.waitForCondition(() -> {
      page.navigate(application.at("/months/" + LATER));
      return page.locator(".marks .chip.mending").count() == 1
          && page.locator("#progress-title").textContent().contains("attempt " + attempt);
    });
  }

  /** The rule book without the hours of the day shift. */
  private static RuleBookEdition withoutHours() {
    return RuleBookEdition.parse(
        "without-hours.yaml",
        RuleBooks.bundled()
            .inEffect(PayMonth.of(LATER))
            .orElseThrow()
            .yaml()
            .replace("winter: [\"09:00-12:00\", \"13:00-17:30\"]", "winter: []")
            .replace("summer: [\"09:00-12:00\", \"13:30-18:00\"]", "summer: []"));
  }

  private static void roster(String shift) {
    JdbcClient books = application.get(JdbcClient.class);
    books.sql("delete from books.rostered_shift where date = date '2027-09-01'").update();
    if (!shift.isEmpty()) {
      books
          .sql("insert into books.rostered_shift values ('E012', date '2027-09-01', :shift)")
          .param("shift", shift)
          .update();
    }
  }

  @Test
  @Order(4)
  void whoIsBlockedAndWhatIsRefusedIsMendedAndRunAgain() throws Exception {
    roster("D");
    application.get(CloseRuns.class).keep(withoutHours());
    application
        .get(CloseRequests.class)
        .ask(PayMonth.of(LATER), "operations", null, withoutHours().hash(), null);
    Page operations = signIn(Look.of("en"), "operations");
    awaitMending(operations, 1);
    assertThat(operations.locator("#progress").textContent()).contains("could not be settled: 1");
    assertNoPay(operations);
    assertThat(operations.locator("main").textContent()).doesNotContain("羅啟文");
    Page hr = signIn(Look.of("zh-TW").onPhone(), "hr");
    hr.navigate(application.at("/months/" + LATER + "/exceptions?kind=BLOCKED"));
    assertThat(hr.locator("tbody tr").allTextContents())
        .hasSize(1)
        .allMatch(row -> row.contains("羅啟文") && row.contains("no hours for shift D"));
    picture(hr, "month-blocked");
    assertSound(hr);

    roster("NO_SUCH_SHIFT");
    decide(operations, LATER, "SUBMIT", "");
    awaitMending(operations, 2);
    assertThat(operations.locator("#progress").textContent()).contains("Faults in the books: 1");
    operations.locator("a[href$='/refusals']").click();
    assertThat(operations.locator("tbody").textContent()).contains("E012", "NO_SUCH_SHIFT");
    picture(operations, "month-refusals");

    roster("");
    decide(operations, LATER, "SUBMIT", "");
    operations.navigate(application.at("/months/" + LATER));
    awaitStage(operations, "review");
    assertThat(operations.locator("#progress-title").textContent()).contains("attempt 3");
    hr.navigate(application.at("/months/" + LATER + "/exceptions?kind=BLOCKED"));
    assertThat(hr.locator("tbody tr").count()).isZero();
    decide(hr, LATER, "RETURN", "That was all");
    decide(operations, LATER, "REFUSE", "That was all");
    operations.navigate(application.at("/months/" + LATER));
    awaitStage(operations, "open");
  }
}
