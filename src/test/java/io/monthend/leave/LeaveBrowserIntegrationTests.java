package io.monthend.leave;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.monthend.BrowserTests;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Leave, from being asked for to what came of it, as its people see it. */
class LeaveBrowserIntegrationTests extends BrowserTests {

  /** Days ahead on which somebody is rostered, first to last. */
  private static List<LocalDate> shiftsAhead(String employeeNo) {
    return application
        .get(JdbcClient.class)
        .sql(
            """
            select distinct date from books.rostered_shift where employee_no = :no and date > current_date + 1 order by date
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
    assertThat(page.locator("#meaning").textContent()).contains("none, it is paid", "Days left");
    page.locator("main button.main").click();
    assertThat(page.locator("[role=status]").textContent()).contains("on its way");
    assertThat(page.locator("h1").textContent()).contains("Annual leave");
    page.navigate(application.at("/leave"));
    assertThat(page.locator("main table").textContent()).contains("Asked for", day.toString());
    picture(page, "leave-mine");
  }

  @ParameterizedTest
  @CsvSource({"en, false, false", "zh-TW, true, false", "zh-CN, false, true", "zh-TW, true, true"})
  void everyPageOfLeaveIsAccessibleAndFits(String language, boolean dark, boolean phone) {
    Look light = Look.of(language);
    Look shade = dark ? light.inDark() : light;
    Look look = phone ? shade.onPhone() : shade;
    String name = language + (dark ? "-dark" : "-light") + (phone ? "-phone" : "");
    Page page = signIn(look, "e008");
    for (String path : List.of("/leave", "/leave/new", "/leave?year=2020")) {
      page.navigate(application.at(path));
      picture(page, "leave" + path.replaceAll("[^\\w-]+", "_") + "-" + name);
      assertSound(page);
    }
  }
}
