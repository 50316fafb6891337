package io.monthend.leave;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.monthend.BrowserTests;
import io.monthend.signin.DemoAccounts;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Leave, from being asked for to what came of it, as its people see it. */
class LeaveBrowserIntegrationTests extends BrowserTests {

  private static final int LARGEST = 10 * 1024 * 1024;
  private static final int SIX_MEGABYTES = LARGEST / 10 * 6;

  /** Days ahead on which somebody is rostered, in months that are open, first to last. */
  private static List<LocalDate> shiftsAhead(String employeeNo) {
    return application
        .get(JdbcClient.class)
        .sql(
            """
            select distinct date from books.rostered_shift
            where employee_no = :no and date > current_date + 1 and to_char(date, 'YYYY-MM') not in (
              select month from pay_month where state in ('published', 'paid'))
            order by date
            """)
        .param("no", employeeNo)
        .query((row, rowNumber) -> row.getObject(1, LocalDate.class))
        .list();
  }

  private Page askPage(Look look, String username) {
    Page page = signIn(look, username);
    page.navigate(application.at("/leave"));
    page.locator("main a[href='/leave/new']").first().click();
    return page;
  }

  private static void fill(Page page, String type, LocalDate from, LocalDate to, String reason) {
    page.locator("select[name=type]").selectOption(type);
    page.locator("input[name=from]").fill(from.toString());
    page.locator("input[name=to]").fill(to.toString());
    page.locator("textarea[name=reason]").fill(reason);
  }

  @Test
  void theFormSaysWhatTheLeaveMeansWhileItIsFilledIn() {
    LocalDate day = shiftsAhead("E006").getFirst();
    Page page = askPage(Look.of("en"), "e006");
    fill(page, "PERSONAL", day, day, "Moving house");
    page.locator("select[name=fromHalf]").selectOption("PM");
    page.waitForCondition(() -> page.locator("#meaning").textContent().contains("0.5, CNY"));
    assertThat(page.locator("#meaning").textContent()).contains("1, CNY 30.00", "It can be sent");
    assertSound(page);
    picture(page, "leave-form");
  }

  @Test
  void withoutScriptsItIsWorkedOutByAButtonAndKeepsWhatWasEntered() {
    LocalDate day = shiftsAhead("E007").getFirst();
    Page page = askPage(Look.of("en").withoutScripts(), "e007");
    fill(page, "ANNUAL", day, day, "Rest");
    page.locator("button[formaction]").click();
    assertThat(page.locator("#meaning").textContent())
        .contains("none, it is paid", "Days left before", "Days left afterwards");
    assertThat(page.locator("datalist#colleagues").count()).isEqualTo(1);
    page.locator("main button.main").click();
    assertThat(page.locator("[role=status]").textContent()).contains("on its way");
    assertThat(page.locator("h1").textContent()).contains("Annual leave");
    page.navigate(application.at("/leave"));
    assertThat(page.locator("main table").textContent()).contains("Asked for", day.toString());
    picture(page, "leave-mine");
  }

  private static byte[] pdf(int size) {
    return Arrays.copyOf("%PDF-1.7".getBytes(UTF_8), size);
  }

  private static Page open(Page page, String leaveNo) {
    page.navigate(application.at("/requests/" + leaveNo));
    return page;
  }

  private static String decide(Page manager, String leaveNo, String outcome, String words) {
    open(manager, leaveNo);
    manager.locator(".turn textarea[name=words]").first().fill(words);
    manager.locator("button[value=" + outcome + "]").click();
    return manager.locator("[role=status]").textContent();
  }

  private static String send(Page page) {
    page.locator("main button.main").click();
    assertThat(page.locator("[role=status]").textContent()).contains("on its way");
    return page.locator(".over").textContent().replaceAll("(?s).*(LV\\d+).*", "$1");
  }

  @Test
  void aRequestIsReturnedChangedAndApproved() {
    List<LocalDate> days = shiftsAhead("E009");
    Page employee = askPage(Look.of("en"), "e009");
    fill(employee, "PERSONAL", days.get(0), days.get(0), "Moving house");
    String leaveNo = send(employee);

    Page manager = signIn(Look.of("en"), "manager");
    open(manager, leaveNo);
    String facts = manager.locator("dl.facts").first().textContent();
    assertThat(facts).contains("Moving house", "Unpaid days", "Others of the team");
    assertThat(manager.locator("main").textContent()).doesNotContain("CNY");
    assertSound(manager);
    picture(manager, "leave-request-manager");
    assertThat(decide(manager, leaveNo, "RETURN", "Take the next day")).contains("Returned");

    open(employee, leaveNo);
    assertThat(employee.locator("main").textContent()).contains("CNY", "Take the next day");
    employee.locator(".turn a.button").click();
    assertThat(employee.locator(".notice q").textContent()).contains("Take the next day");
    assertThat(employee.locator("textarea[name=reason]").inputValue()).isEqualTo("Moving house");
    assertSound(employee);
    picture(employee, "leave-change");
    employee.locator("input[name=from]").fill(days.get(1).toString());
    employee.locator("input[name=to]").fill(days.get(1).toString());
    assertThat(send(employee)).isEqualTo(leaveNo);

    assertThat(decide(manager, leaveNo, "APPROVE", "")).contains("Approved");
    employee.navigate(application.at("/"));
    assertThat(employee.locator("#leave ~ .papers").textContent())
        .contains(days.get(1).toString(), "Approved");
    picture(employee, "leave-start");
    assertSound(employee);

    open(employee, leaveNo).locator("form[action$='/cancel'] button").click();
    assertThat(employee.locator("[role=status]").textContent()).contains("cancellation waits");
    assertThat(decide(manager, leaveNo, "APPROVE", "")).contains("Approved");
    employee.navigate(application.at("/leave"));
    assertThat(employee.locator("main table").textContent()).contains("Cancelled");
  }

  @Test
  void whatIsInTheWayIsSaidAndWhatWasEnteredStays() {
    LocalDate day = shiftsAhead("E012").getFirst();
    Page employee = askPage(Look.of("en"), "e012");
    fill(employee, "ANNUAL", day, day.plusDays(60), "A long way home");
    employee.locator("main button.main").click();
    assertThat(employee.locator("[role=alert]").textContent()).contains("days left", "shorter");
    assertThat(employee.locator("textarea").inputValue()).isEqualTo("A long way home");
    assertSound(employee);
    fill(employee, "PERSONAL", day, day, "A short way home");
    employee.locator("input[name=copyTo]").fill("nobody.such");
    employee.locator("main button.main").click();
    assertThat(employee.locator("[role=alert]").textContent()).contains("nobody.such");
    employee.navigate(application.at("/leave"));
    assertThat(employee.locator("main").textContent()).doesNotContain(day.toString());
  }

  @Test
  void aRefusalIsToldAndARequestIsWithdrawnWithoutScripts() {
    List<LocalDate> days = shiftsAhead("E013");
    Page employee = askPage(Look.of("en").withoutScripts(), "e013");
    fill(employee, "PERSONAL", days.get(0), days.get(0), "Family");
    String refused = send(employee);
    Page manager = signIn(Look.of("en").withoutScripts(), "manager");
    assertThat(decide(manager, refused, "REFUSE", "Too many are away")).contains("Refused");
    assertThat(open(employee, refused).locator("main").textContent())
        .contains("Too many are away", "Refused");

    employee.navigate(application.at("/leave/new"));
    fill(employee, "PERSONAL", days.get(1), days.get(1), "Family");
    send(employee);
    employee.locator("form[action$='/withdraw'] button").click();
    assertThat(employee.locator("[role=status]").textContent()).contains("Withdrawn");
    picture(employee, "leave-withdrawn");
  }

  @Test
  void aCallIsRegisteredAndItsPapersAreHandedIn() {
    LocalDate day = shiftsAhead("E015").getFirst();
    Page manager = signIn(Look.of("en"), "manager");
    manager.navigate(application.at("/tasks"));
    manager.locator("a[href='/leave/phone']").click();
    manager.locator("input[name=person]").fill("manager");
    fill(manager, "SICK", day, day, "Fever");
    manager.locator("main button.main").click();
    assertThat(manager.locator("[role=alert]").textContent()).contains("Not for manager");
    manager.locator("input[name=person]").fill("");
    manager.locator("input[name=person]").pressSequentially("e015");
    manager.waitForCondition(() -> manager.locator("#colleagues option[value=e015]").count() == 1);
    manager.keyboard().press("Tab");
    manager.waitForCondition(() -> manager.locator("#meaning").textContent().contains("Unpaid"));
    assertThat(manager.locator("#meaning").textContent()).doesNotContain("CNY");
    assertSound(manager);
    picture(manager, "leave-phone");
    manager.locator("main button.main").click();
    assertThat(manager.locator("[role=status]").textContent()).contains("Registered");
    assertThat(manager.locator(".marks").textContent())
        .containsPattern("Registered by \\S.* for \\S.* on");
    assertThat(manager.locator(".history").textContent()).contains("registered it for");
    picture(manager, "leave-phoned");

    Page employee = signIn(Look.of("en"), "e015");
    employee.navigate(application.at("/tasks"));
    employee.locator("table.queue a").first().click();
    employee.locator(".turn a.button").click();
    employee.locator("textarea[name=words]").fill("I had a fever and saw a doctor");
    employee
        .locator("input[name=paper]")
        .setInputFiles(new FilePayload("doctor.pdf", "application/pdf", pdf(SIX_MEGABYTES)));
    assertSound(employee);
    picture(employee, "leave-hand-in");
    employee.locator("main button.main").click();
    assertThat(employee.locator(".history").textContent()).contains("I had a fever", "handed in");
    assertThat(employee.locator("#papers ~ .papers").textContent()).contains("doctor.pdf");
    picture(employee, "leave-handed-in");
  }

  @Test
  void sickLeaveIsAskedForWithItsCertificateAndTooLargeAFileIsNot() {
    List<LocalDate> days = shiftsAhead("E018");
    Page page = askPage(Look.of("en"), "e018");
    fill(page, "SICK", days.get(0), days.get(3), "Operation");
    page.waitForCondition(() -> page.locator("#meaning").textContent().contains("certificate"));
    assertThat(page.locator("#meaning").textContent()).contains("if the certificate is missing");
    picture(page, "leave-sick");
    page.locator("input[name=paper]")
        .setInputFiles(new FilePayload("scan.pdf", "application/pdf", pdf(LARGEST + 1)));
    page.locator("main button.main").click();
    assertThat(page.locator("[role=alert]").textContent()).contains("10 MB");
    assertThat(page.locator("textarea[name=reason]").inputValue()).isEqualTo("Operation");
    picture(page, "leave-too-large");
    page.locator("input[name=paper]")
        .setInputFiles(new FilePayload("scan.pdf", "application/pdf", pdf(SIX_MEGABYTES)));
    send(page);
    assertThat(page.locator("#papers ~ .papers").textContent()).contains("scan.pdf");
    assertThat(page.locator("dl.facts").first().textContent()).contains("Hospital certificate");
  }

  @Test
  void tooLargeAFileIsRefusedWithoutScriptsToo() {
    List<LocalDate> days = shiftsAhead("E018");
    for (int size : new int[] {LARGEST + 1, LARGEST / 10 * 13}) {
      Page page = askPage(Look.of("en").withoutScripts(), "e018");
      fill(page, "SICK", days.get(0), days.get(3), "Operation");
      page.locator("input[name=paper]")
          .setInputFiles(new FilePayload("scan.pdf", "application/pdf", pdf(size)));
      page.locator("main button.main").click();
      page.waitForCondition(() -> page.locator("[role=alert]").textContent().contains("10 MB"));
      if (size == LARGEST + 1) {
        assertThat(page.locator("textarea[name=reason]").inputValue()).isEqualTo("Operation");
      }
    }
  }

  /** A day of an open month that has been over for so long that papers would be due. */
  private static LocalDate shiftLongOver(String employeeNo) {
    return application
        .get(JdbcClient.class)
        .sql(
            """
            select max(date) from books.rostered_shift
            where employee_no = :no and date < current_date - 12 and to_char(date, 'YYYY-MM') not in (
              select month from pay_month where state in ('published', 'paid'))
            """)
        .param("no", employeeNo)
        .query((row, rowNumber) -> row.getObject(1, LocalDate.class))
        .single();
  }

  @Test
  void aCallWithoutPapersLapsesAndThePersonSeesIt() {
    LocalDate day = shiftLongOver("E022");
    Page manager = signIn(Look.of("zh-TW"), "manager");
    manager.navigate(application.at("/leave/phone"));
    manager.locator("input[name=person]").fill("E022");
    manager.locator("input[name=phonedAt]").fill(day + "T06:00");
    fill(manager, "PERSONAL", day, day, "家中急事");
    manager.locator("main button.main").click();
    assertThat(manager.locator("[role=status]").textContent()).contains("已登記");

    Page employee = signIn(Look.of("zh-TW"), "e022");
    employee.waitForCondition(() -> {
      employee.navigate(application.at("/leave"));
      return employee.locator("main table .chip.lapsed").count() == 1;
    });
    employee.locator("main table a").first().click();
    assertThat(employee.locator(".history").textContent()).contains("已失效");
    assertThat(employee.locator(".turn").count()).isZero();
    assertSound(employee);
    picture(employee, "leave-lapsed");
  }

  /** Presses Tab until what has the focus answers to a selector. */
  private static void tabTo(Page page, String selector) {
    for (int i = 0; !page.locator(selector + ":focus").isVisible(); i++) {
      assertThat(i).as("Tab never comes to " + selector).isLessThan(60);
      page.keyboard().press("Tab");
    }
  }

  private Page signInByKeyboard(String username) {
    Page page = visit(Look.of("en"), "/sign-in");
    tabTo(page, "input[name=username]");
    page.keyboard().type(username);
    page.keyboard().press("Tab");
    page.keyboard().type(DemoAccounts.PASSWORD);
    page.keyboard().press("Enter");
    page.waitForURL(application.at("/"));
    return page;
  }

  private static void press(Page page, String selector) {
    tabTo(page, selector);
    String before = page.url();
    page.keyboard().press("Enter");
    page.waitForCondition(() -> !page.url().equals(before));
    page.waitForLoadState();
  }

  @Test
  void withTheKeyboardAloneItIsAskedForClaimedAndDecided() {
    LocalDate day = shiftsAhead("E017").getFirst();
    Page employee = signInByKeyboard("e017");
    press(employee, ".menu a[href='/leave']");
    press(employee, "main a[href='/leave/new']");
    tabTo(employee, "select[name=type]");
    employee.keyboard().type("Pers");
    tabTo(employee, "input[name=from]");
    employee.keyboard().type(day.format(DateTimeFormatter.ofPattern("MMddyyyy")));
    tabTo(employee, "textarea[name=reason]");
    employee.keyboard().type("Dentist");
    press(employee, "main button.main");
    employee.waitForURL("**/requests/**");
    assertThat(employee.locator("h1").textContent()).contains("Personal leave", day.toString());

    Page manager = signInByKeyboard("manager");
    press(manager, ".menu a[href='/tasks']");
    press(manager, ".views a[href*='view=groups']");
    tabTo(manager, "#search");
    manager.keyboard().type("葉家豪");
    manager.keyboard().press("Enter");
    manager.waitForURL("**q=**");
    manager.keyboard().press("j");
    manager.keyboard().press("c");
    manager.waitForURL("**did=claim**");
    press(manager, ".views a:first-child");
    manager.keyboard().press("j");
    manager.keyboard().press("Enter");
    manager.waitForURL("**/requests/**");
    press(manager, "button[value=APPROVE]");
    assertThat(manager.locator("[role=status]").textContent()).contains("Approved");
    employee.reload();
    assertThat(employee.locator(".history").textContent()).contains("林淑貞 claimed", "林淑貞 approved");
  }
}
