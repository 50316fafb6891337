package io.monthend.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.monthend.BrowserTests;
import io.monthend.LeaveCases;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A request, from being asked for to its decision, as its people see it. */
class RequestBrowserIntegrationTests extends BrowserTests {

  private static LeaveCases.Asked ask() {
    return LeaveCases.ask(application, "E010");
  }

  private Page open(Look look, String username, LeaveCases.Asked asked) {
    Page page = signIn(look, username);
    page.navigate(application.at("/requests/" + asked.caseNo()));
    return page;
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aRequestIsApprovedOnItsPage(boolean scripts) {
    Look look = scripts ? Look.of("en") : Look.of("en").withoutScripts();
    LeaveCases.Asked asked = ask();
    Page page = open(look, "manager", asked);
    picture(page, "request-open");
    page.locator("button[value=APPROVE]").click();
    assertThat(page.locator("[role=status]").textContent()).contains("Approved");
    assertThat(page.locator(".history").textContent()).contains("林淑貞 approved");
    assertThat(page.locator(".turn").count()).isZero();
    picture(page, "request-approved");
  }

  @Test
  void aRefusalNeedsAReasonAndKeepsWhatWasEntered() {
    Page page = open(Look.of("en"), "manager", ask());
    page.locator("button[value=REFUSE]").click();
    assertThat(page.locator("[role=alert]").textContent()).contains("Give a reason");
    page.locator(".turn textarea[name=words]").first().fill("Too many are away");
    page.locator("button[value=REFUSE]").click();
    assertThat(page.locator(".history").textContent()).contains("林淑貞 refused", "Too many are away");
  }

  @Test
  void anOpinionComesBackAndTheApprovalWaitsForWhoWasAdded() {
    LeaveCases.Asked asked = ask();
    Page manager = open(Look.of("en"), "manager", asked);
    name(manager, "Ask for an opinion", "陳國");
    assertThat(manager.locator(".history").textContent()).contains("林淑貞 asked 陳國棟 for an opinion");
    assertThat(manager.locator(".turn").textContent()).contains("Waits for the opinion of 陳國棟");
    assertThat(manager.locator("button[value=APPROVE]").count()).isZero();

    Page supervisor = open(Look.of("en"), "supervisor", asked);
    supervisor.locator(".turn textarea").fill("We can do without");
    supervisor.locator(".turn button.main").click();
    assertThat(supervisor.locator("p.good").textContent()).contains("Your opinion");

    manager.reload();
    assertThat(manager.locator(".history").textContent()).contains("We can do without");
    name(manager, "Add an approver", "supervisor");
    manager.locator("button[value=APPROVE]").click();
    assertThat(manager.locator("[role=alert]").textContent())
        .contains("waits for the agreement of 陳國棟");
    supervisor.reload();
    supervisor.locator("button[name=agrees][value=true]").click();
    manager.locator("button[value=APPROVE]").click();
    assertThat(manager.locator(".history").textContent()).contains("陳國棟 agreed", "林淑貞 approved");
  }

  /** Opens a part of one's turn, names a person as they are suggested, and sends it. */
  private static void name(Page page, String part, String beginning) {
    Locator details = page.locator("details", new Page.LocatorOptions().setHasText(part)).last();
    details.locator("summary").click();
    details.locator("input[name=person]").pressSequentially(beginning);
    page.waitForCondition(() -> page.locator("#colleagues option[value=supervisor]").count() == 1);
    details.locator("input[name=person]").fill("supervisor");
    details.locator("button").click();
    page.waitForURL(Pattern.compile("did="));
  }

  @Test
  void whoAskedSeesWhoIsNextAndHurriesThemOnceADay() {
    Page page = open(Look.of("en"), "employee", ask());
    assertThat(page.locator("section[aria-labelledby=now]").textContent()).contains("林淑貞");
    Locator urge = page.locator("form[action$=urge] button");
    urge.click();
    assertThat(page.locator("p.good").textContent()).contains("asked to hurry");
    urge.click();
    assertThat(page.locator("[role=alert]").textContent()).contains("once a day");
  }

  /** Presses a button and does not wait for what comes of it. */
  private static void pressSoon(Page page, String button) {
    page.evaluate(
        "(button) => setTimeout(() => document.querySelector(button).click(), 200)", button);
  }

  @Test
  void ofTwoWhoDecideAtOnceOneWinsAndTheOtherSeesWhy() {
    LeaveCases.Asked asked = ask();
    List<Page> both =
        List.of(open(Look.of("en"), "manager", asked), open(Look.of("en"), "manager", asked));
    both.forEach(page -> page.locator(".turn textarea[name=words]").first().fill("Too many"));
    both.forEach(page -> pressSoon(page, "button[value=REFUSE]"));
    both.forEach(
        page -> page.locator("main [role=alert], main p.good[role=status]").first().waitFor());
    assertThat(both).filteredOn(page -> page.locator("main p.good").count() == 1).hasSize(1);
    assertThat(both)
        .filteredOn(page -> page.locator("main [role=alert]").count() == 1)
        .hasSize(1)
        .allMatch(page ->
            page.locator("main [role=alert]").textContent().contains("林淑貞 was faster and refused"));
    assertThat(both).allMatch(page -> page.locator(".turn").count() == 0);
    both.getFirst().reload();
    assertThat(both.getFirst().locator(".history").textContent()).containsOnlyOnce("refused");
  }
}
