package io.monthend.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.monthend.BrowserTests;
import io.monthend.LeaveCases;
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
}
