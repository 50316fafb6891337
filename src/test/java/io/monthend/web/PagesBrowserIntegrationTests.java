package io.monthend.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.monthend.BrowserTests;
import io.monthend.roster.RosterBook;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the pages of employees and of the office show, and how they are chosen to look. */
class PagesBrowserIntegrationTests extends BrowserTests {

  @ParameterizedTest
  @CsvSource({"en, Hello, Pay slips", "zh-TW, 您好, 薪資單", "zh-CN, 您好, 工资单", "fr, Hello, Pay slips"})
  void theBrowsersLanguageIsSpoken(String language, String greeting, String menu) {
    Page page = signIn(Look.of(language), "trainer");
    assertThat(page.locator("h1").textContent()).contains(greeting);
    assertThat(page.locator(".menu").textContent()).contains(menu);
    assertThat(page.locator("html").getAttribute("lang")).isIn("en", "zh-Hant", "zh-Hans");
  }

  @Test
  void aChosenLanguageIsKeptWithTheAccountAndInTheNextBrowser() {
    Page page = signIn(Look.of("en"), "clerk");
    page.locator(".pop summary").first().click();
    page.locator("button[value=zh-Hans]").click();
    assertThat(page.locator("html").getAttribute("lang")).isEqualTo("zh-Hans");
    assertThat(signIn(Look.of("en"), "clerk").locator(".menu").textContent()).contains("工资单");
  }

  @Test
  void darkIsChosenAndKeptOnOtherPages() {
    Page page = signIn(Look.of("en"), "employee");
    page.locator(".pop summary").first().click();
    page.locator("button[value=dark]").click();
    page.navigate(application.at("/slips"));
    assertThat(page.locator("html").getAttribute("data-theme")).isEqualTo("dark");
    assertThat(page.evaluate("getComputedStyle(document.body).backgroundColor"))
        .isEqualTo("rgb(18, 24, 23)");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aLineOfThePaySlipOpensToItsReasons(boolean scripts) {
    Look look = scripts ? Look.of("en") : Look.of("en").withoutScripts();
    Page page = signIn(look, "employee");
    page.locator("main a[href='/slips/2026-10']").click();
    assertThat(page.locator("h1").textContent()).contains("Pay slip");
    var leave = page.locator(".ledger li", new Page.LocatorOptions().setHasText("G2")).first();
    leave.locator("summary").click();
    assertThat(leave.locator(".why").isVisible()).isTrue();
    assertThat(leave.locator(".why").textContent()).contains("Sick", "C4");
    assertThat(page.locator(".facts").first().textContent()).contains("customer-service-1");
  }

  @Test
  void operationsSeeTheMonthsAndNoPay() {
    Page page = signIn(Look.of("en"), "operations");
    assertThat(page.locator("main").textContent()).contains("2026-10", "Published");
    assertThat(page.locator("main").textContent()).doesNotContain(".00").doesNotContain("CNY");
    assertThat(page.locator(".menu").textContent()).doesNotContain("Pay slips");
  }

  @Test
  void theHistoryIsAChartAndATable() {
    Page page = signIn(Look.of("en"), "employee");
    page.navigate(application.at("/evaluations/2026-09"));
    assertThat(page.locator(".chart rect").count()).isEqualTo(3);
    assertThat(page.locator("#history ~ .beside table tbody tr").count()).isEqualTo(3);
  }

  @Test
  void everythingIsReachedByKeyboard() {
    Page page = signIn(Look.of("en"), "employee");
    page.keyboard().press("Tab");
    assertThat(page.evaluate("document.activeElement.className")).isEqualTo("skip");
    page.keyboard().press("Enter");
    assertThat(page.evaluate("document.activeElement.id")).isEqualTo("main");
    page.navigate(application.at("/slips/2026-10"));
    page.locator(".ledger summary").first().focus();
    page.keyboard().press("Enter");
    assertThat(page.locator(".ledger .why").first().isVisible()).isTrue();
  }

  @Test
  void theShiftsOfTheWeekAreThoseOfTheRoster() {
    LocalDate monday =
        LocalDate.now(application.get(Clock.class))
            .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    int shifts =
        application.get(RosterBook.class).shifts("E010", monday, monday.plusDays(6)).size();
    Page page = signIn(Look.of("en"), "employee");
    assertThat(shifts).isPositive();
    assertThat(page.locator(".week li").allTextContents())
        .hasSize(7)
        .filteredOn(day -> !day.contains("none"))
        .hasSize(shifts);
  }
}
