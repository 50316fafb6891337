package io.monthend.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import io.monthend.BrowserTests;
import io.monthend.people.Account;
import io.monthend.people.Accounts;
import io.monthend.people.Role;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in and out, as somebody at a browser does. */
class SignInBrowserIntegrationTests extends BrowserTests {

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aWrongPasswordIsToldAndTheRightOneLetsIn(boolean scripts) {
    Look look = scripts ? Look.of("en") : Look.of("en").withoutScripts();
    Page page = signIn(look, "auditor", "not the password");
    assertThat(page.locator("[role=alert]").textContent()).contains("not right");
    enter(page, "auditor", DemoAccounts.PASSWORD);
    assertThat(page.locator("h1").textContent()).contains("梁靜宜");
  }

  @Test
  void theSessionGetsANewNameAtSignInAndEndsAtSignOut() {
    Page page = visit(Look.of("en"), "/sign-in");
    Cookie before = session(page);
    enter(page, "desk", DemoAccounts.PASSWORD);
    Cookie after = session(page);
    assertThat(after.value).isNotEqualTo(before.value);
    assertThat(after.httpOnly).isTrue();
    page.locator(".pop summary").last().click();
    page.locator("form[action='/sign-out'] button").click();
    assertThat(page.locator("[role=status]").textContent()).contains("signed out");
    page.navigate(application.at("/"));
    assertThat(page.url()).endsWith("/sign-in");
  }

  private static Cookie session(Page page) {
    return page.context().cookies().stream()
        .filter(cookie -> cookie.name.equals("monthend"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aPasswordSomebodyElseGaveIsChangedFirst() {
    application
        .get(Accounts.class)
        .create(new Account("novice", "新人", null, Set.of(Role.FRONT_DESK), "en", true), "test");
    String oneTime = application.get(Passwords.class).reset("novice", "test");
    Page page = signIn(Look.of("en"), "novice", oneTime);
    assertThat(page.url()).endsWith("/password");
    page.navigate(application.at("/"));
    assertThat(page.url()).endsWith("/password");

    choose(page, oneTime, "short");
    assertThat(page.url()).endsWith("/password");
    choose(page, oneTime, "novice is my name");
    assertThat(page.locator("#fault").textContent()).contains("holds your user name");
    assertSound(page);
    choose(page, oneTime, "three brown horses");
    assertThat(page.locator("h1").textContent()).contains("新人");
    assertThat(signIn(Look.of("en"), "novice", "three brown horses").url())
        .doesNotContain("sign-in");
    assertThat(signIn(Look.of("en"), "novice", oneTime).url()).contains("sign-in");
  }

  private static void choose(Page page, String current, String chosen) {
    page.locator("input[name=current]").fill(current);
    page.locator("input[name=chosen]").fill(chosen);
    page.locator("input[name=again]").fill(chosen);
    page.locator("main button.main").click();
  }

  @Test
  void aDisabledAccountIsOutAtTheNextClick() {
    Accounts accounts = application.get(Accounts.class);
    Account leaver = new Account("leaver", "離職", null, Set.of(Role.FRONT_DESK), "en", true);
    accounts.create(leaver, "test");
    application.get(Passwords.class).give("leaver", "three brown horses", "test");
    Page page = signIn(Look.of("en"), "leaver", "three brown horses");
    assertThat(page.locator("h1").textContent()).contains("離職");
    accounts.update(new Account("leaver", "離職", null, leaver.roles(), "en", false), "test");
    page.navigate(application.at("/"));
    assertThat(page.url()).endsWith("/sign-in");
    enter(page, "leaver", "three brown horses");
    assertThat(page.locator("[role=alert]").textContent()).contains("not right");
  }
}
