package io.monthend.closing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.monthend.BrowserTests;
import io.monthend.kernel.PayMonth;
import io.monthend.leave.AgreedLeave;
import io.monthend.months.MonthLock;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The close of a month as its people see it: operations start it, HR returns it, it is run again,
 * passed on, approved and published, and two reopen it. It leaves the month as it was found.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MonthBrowserIntegrationTests extends BrowserTests {

  private static final String MONTH = "2026-11";
  private static final String LEAVE_DAY = "2026-11-18";
  private static final Pattern PAY = Pattern.compile("\\d\\.\\d\\d\\b|CNY|人民幣|人民币");

  private static final Map<String, List<String>> PAGES =
      Map.of(
          "operations", List.of("/", "/months", "/months/" + MONTH, "/operations"),
          "hr", List.of("/", "/months/2026-10", "/months/2026-10/exceptions", "/objections"));

  private Page open(Look look, String username) {
    Page page = signIn(look, username);
    page.navigate(application.at("/months/" + MONTH));
    return page;
  }

  private static void awaitStage(Page page, String stage) {
    page.locator(".marks .chip." + stage).waitFor();
  }

  /** Decides the only task of the case on its page. */
  private void decide(Page page, String outcome, String words) {
    page.navigate(application.at("/months/" + MONTH));
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
    lookThrough(hr);
    decide(hr, "RETURN", "The punches are missing");
    decide(operations, "SUBMIT", "");
    hr.navigate(application.at("/months/" + MONTH));
    awaitStage(hr, "review");
    assertThat(hr.locator(".marks").textContent()).contains("Attempt 2");
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
  void itsPagesAreAccessibleAndFit() {
    List<String> faults = new ArrayList<>();
    for (Look look :
        List.of(
            Look.of("en"),
            Look.of("zh-TW").inDark(),
            Look.of("zh-CN").onPhone(),
            Look.of("en").inDark().onPhone())) {
      String name = look.language() + (look.dark() ? "-dark-" : "-light-") + look.width();
      for (String user : List.of("operations", "hr")) {
        Page page = signIn(look, user);
        for (String path : PAGES.getOrDefault(user, List.of())) {
          page.navigate(application.at(path));
          picture(page, user + path.replaceAll("[^\\w-]+", "_") + "-" + name);
          faults.addAll(faults(page));
          if (user.equals("operations")) {
            assertNoPay(page);
          }
        }
      }
    }
    assertThat(faults).isEmpty();
  }

  @Test
  @Order(3)
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
  @Order(4)
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
}
