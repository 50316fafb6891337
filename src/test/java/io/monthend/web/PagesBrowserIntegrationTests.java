package io.monthend.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.monthend.BrowserTests;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page as people see it: in each language and light, on a desk and on a phone. */
class PagesBrowserIntegrationTests extends BrowserTests {

  private static final Map<String, List<String>> PAGES =
      Map.of(
          "employee",
              List.of("/", "/slips/2026-10", "/evaluations/2026-10", "/password", "/nowhere"),
          "manager", List.of("/", "/people?q=E00"),
          "hr", List.of("/", "/people", "/people/E017/slips/2026-10", "/people?q=nobody"),
          "operations", List.of("/", "/slips"),
          "desk", List.of("/"));

  @ParameterizedTest
  @CsvSource({"en, false, false", "zh-TW, true, false", "zh-CN, false, true", "zh-TW, true, true"})
  void everyPageIsAccessibleAndFits(String language, boolean dark, boolean phone) {
    Look light = Look.of(language);
    Look shade = dark ? light.inDark() : light;
    Look look = phone ? shade.onPhone() : shade;
    String name = language + (dark ? "-dark" : "-light") + (phone ? "-phone" : "");
    Page signIn = visit(look, "/sign-in");
    List<String> faults = new ArrayList<>(faults(signIn));
    picture(signIn, "sign-in-" + name);
    PAGES.forEach((user, paths) -> {
      Page page = signIn(look, user);
      for (String path : paths) {
        page.navigate(application.at(path));
        picture(page, user + path.replaceAll("[^\\w-]+", "_") + "-" + name);
        faults.addAll(faults(page));
      }
    });
    assertThat(faults).isEmpty();
  }

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
}
