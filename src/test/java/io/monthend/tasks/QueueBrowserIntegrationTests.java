package io.monthend.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.monthend.BrowserTests;
import io.monthend.LeaveCases;
import io.monthend.ServedApplication;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The queue as an approver works it: in bulk, with kept filters, on a desk and on a phone. */
class QueueBrowserIntegrationTests extends BrowserTests {

  private static LeaveCases.Asked ask(String employee) {
    return LeaveCases.ask(application, employee);
  }

  private Page queue(Look look, String username, String parameters) {
    Page page = signIn(look, username);
    page.navigate(application.at("/tasks" + parameters));
    return page;
  }

  private static Locator row(Page page, LeaveCases.Asked asked) {
    return page.locator("tr", new Page.LocatorOptions().setHas(link(page, asked)));
  }

  private static Locator link(Page page, LeaveCases.Asked asked) {
    return page.locator("a[href='/requests/" + asked.caseNo() + "']");
  }

  private static void tick(Page page, LeaveCases.Asked asked) {
    row(page, asked).locator("input[type=checkbox]").check();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void severalAreRefusedTogetherAndEachSaysWhatCameOfIt(boolean scripts) {
    Look look = scripts ? Look.of("en") : Look.of("en").withoutScripts();
    List<LeaveCases.Asked> asked = List.of(ask("E010"), ask("E010"), ask("E006"));
    Page page = queue(look, "manager", "?view=groups&sort=newest");
    asked.forEach(each -> tick(page, each));

    page.locator(".bulk button[value=REFUSE]").click();
    assertThat(page.locator(".results li.refused").allTextContents())
        .hasSize(3)
        .allMatch(text -> text.contains("Give a reason"));
    assertThat(page.locator("input[name=task]:checked").count()).isEqualTo(3);

    Page other = queue(Look.of("en"), "manager", "/../requests/" + asked.get(1).caseNo());
    other.locator("button[value=APPROVE]").click();

    page.locator(".bulk textarea").fill("Too many are away");
    page.locator(".bulk button[value=REFUSE]").click();
    picture(page, "queue-results");
    assertSound(page);
    assertThat(page.locator(".results li.done").count()).isEqualTo(2);
    assertThat(page.locator(".results li.faster").textContent()).contains("林淑貞", "approved");
  }

  @Test
  void whatIsSelectedIsCountedAndOnlyWhatIsLegalForAllCanBePressed() {
    LeaveCases.Asked asked = ask("E010");
    Page page = queue(Look.of("en"), "manager", "?view=groups&sort=newest");
    Locator approve = page.locator(".bulk button[value=APPROVE]");
    assertThat(approve.isDisabled()).isTrue();
    tick(page, asked);
    assertThat(page.locator("output.counted").textContent()).isEqualTo("1");
    assertThat(approve.isEnabled()).isTrue();

    row(page, asked).locator("input").press("Enter");
    assertThat(page.locator("main [role=alert]").textContent()).contains("Choose whether");
    assertThat(row(page, asked).locator("input:checked").count()).isEqualTo(1);
  }

  @Test
  void theListSaysThatItHasChangedAndStaysAsItIsUntilOneAsks() {
    LeaveCases.Asked asked = ask("E010");
    Page page = signIn(Look.of("en"), "manager");
    page.clock().install();
    page.navigate(application.at("/tasks?view=groups&sort=newest"));
    tick(page, asked);
    row(page, asked).locator("a").focus();
    double top = row(page, asked).boundingBox().y;
    LeaveCases.Asked other = ask("E008");
    page.clock().runFor(46_000);
    page.locator("#news a").waitFor();
    assertThat(page.locator("#news").textContent()).contains("New or changed: 1.");
    assertThat(row(page, asked).boundingBox().y).isEqualTo(top);
    assertThat(row(page, asked).locator("input").isChecked()).isTrue();
    assertThat(row(page, other).count()).isZero();
    assertSound(page);
    page.locator("#news a").click();
    row(page, other).waitFor();
    assertThat(page.locator("#news").textContent()).isBlank();

    List<String> asking = new ArrayList<>();
    page.onRequest(request -> asking.add(request.url()));
    page.clock().runFor(1_200_000);
    assertThat(asking)
        .as("a page that is left open stops asking, so that the session can end")
        .hasSizeBetween(1, 14);
    Page plain = signIn(Look.of("en").withoutScripts(), "manager");
    plain.navigate(application.at("/tasks?view=groups"));
    assertThat(plain.locator("#news").isVisible()).isFalse();
  }

  @Test
  void aTaskIsClaimedAndReleasedInTheList() {
    LeaveCases.Asked asked = ask("E010");
    Page page = queue(Look.of("en"), "manager", "?view=groups&sort=newest");
    row(page, asked).locator("button.claim").click();
    assertThat(page.locator("main p.good[role=status]").textContent()).contains("yours now");
    assertThat(page.url()).contains("sort=newest");
    assertThat(link(page, asked).count()).isZero();
    page.locator(".views a").first().click();
    row(page, asked).locator("button[formaction]").click();
    assertThat(link(page, asked).count()).isZero();
  }

  @Test
  void aFilterIsKeptByItsNameAndLeadsBack() {
    ask("E006");
    Page page = queue(Look.of("en"), "manager", "?view=groups");
    page.locator("#search").fill("李俊傑");
    page.locator("select[name=sort]").selectOption("oldest");
    page.locator("form[role=search] button").click();
    assertThat(page.url()).contains("q=%E6%9D%8E", "sort=oldest");
    assertThat(page.locator(".queue tbody tr").allTextContents())
        .isNotEmpty()
        .allMatch(text -> text.contains("李俊傑"));
    page.locator(".kept summary").click();
    page.locator(".kept input[name=name]").fill("李俊傑 & others (old)");
    page.locator(".kept details button").click();

    page.navigate(application.at("/tasks"));
    page.locator(".kept a.chip").click();
    assertThat(page.locator("#search").inputValue()).isEqualTo("李俊傑");
    assertThat(page.locator(".kept a.chip").getAttribute("aria-current")).isEqualTo("page");
    page.locator(".kept li button").click();
    assertThat(page.locator(".kept a.chip").count()).isZero();
    assertThat(page.locator("#search").inputValue()).isEqualTo("李俊傑");
  }

  @Test
  void theQueueIsWorkedByKeyboardAlone() {
    List<LeaveCases.Asked> asked = List.of(ask("E010"), ask("E010"), ask("E010"));
    Page page = queue(Look.of("en"), "manager", "?view=groups&sort=newest");
    page.keyboard().press("j");
    page.keyboard().press("j");
    page.keyboard().press("k");
    assertThat(row(page, asked.get(2)).locator("a:focus").count()).isEqualTo(1);

    page.keyboard().press("c");
    page.waitForURL(Pattern.compile("did=claim"));
    page.keyboard().press("j");
    page.keyboard().press("x");
    page.keyboard().press("r");
    page.keyboard().type("japan, xc?");
    assertThat(page.locator(".bulk textarea").inputValue()).isEqualTo("japan, xc?");
    page.keyboard().press("Tab");
    page.keyboard().press("Tab");
    page.keyboard().press("Enter");
    page.waitForURL(Pattern.compile("did=REFUSE"));
    assertThat(page.url()).doesNotContain("japan");
    page.keyboard().press("j");
    page.keyboard().press("a");
    page.keyboard().press("Enter");
    page.waitForURL(Pattern.compile("did=APPROVE"));
    page.keyboard().press("/");
    page.keyboard().type(asked.get(1).caseNo());
    page.keyboard().press("Enter");
    page.waitForURL(Pattern.compile("q=" + asked.get(1).caseNo()));

    page.navigate(application.at("/requests/" + asked.get(0).caseNo()));
    assertThat(page.locator(".history").textContent()).contains("approved");
    page.navigate(application.at("/requests/" + asked.get(1).caseNo()));
    assertThat(page.locator(".history").textContent()).contains("refused", "japan, xc?");
    page.navigate(application.at("/requests/" + asked.get(2).caseNo()));
    assertThat(page.locator(".history").textContent()).contains("claimed");
  }

  @Test
  void theKeysAreExplainedAndSwitchedOffForGood() {
    LeaveCases.Asked asked = ask("E010");
    Page page = queue(Look.of("en"), "manager", "?view=groups&sort=newest");
    page.keyboard().press("?");
    Locator dialog = page.locator("dialog[open]");
    assertThat(dialog.textContent()).contains("Next row", "Enter confirms");
    picture(page, "queue-keys");
    assertSound(page);
    page.keyboard().press("Escape");
    assertThat(dialog.count()).isZero();
    page.keyboard().press("?");
    dialog.locator("button[name=on]").click();
    page.waitForURL(Pattern.compile("did=keys-off"));

    Page again = queue(Look.of("en"), "manager", "?view=groups&sort=newest");
    again.keyboard().press("j");
    assertThat(row(again, asked).locator("a:focus").count()).isZero();
    again.locator(".keys button").click();
    again.waitForURL(Pattern.compile("did=keys-on"));
    again.keyboard().press("j");
    assertThat(again.locator(".queue a:focus").count()).isEqualTo(1);
  }

  @Test
  void aStandInIsNamedDecidesOnBehalfOfTheAbsentAndIsFaster() {
    LeaveCases.Asked asked = ask("E010");
    LocalDate today = LocalDate.now(application.get(Clock.class));
    Page manager = signIn(Look.of("en"), "manager");
    nameStandIn(manager, "王雅婷", today);
    assertThat(manager.locator("p.good").textContent()).contains("is named");
    assertThat(manager.locator(".told").textContent()).contains("王雅婷 for 林淑貞", "Now");
    manager.navigate(application.at("/requests/" + asked.caseNo()));

    Page trainer = queue(Look.of("en"), "trainer", "?view=groups&sort=newest");
    nameStandIn(trainer, "manager", today);
    assertThat(trainer.locator("[role=alert]").textContent()).contains("a circle", "林淑貞");
    trainer.navigate(application.at("/tasks?view=groups&sort=newest"));
    assertThat(row(trainer, asked).textContent()).contains("On behalf of 林淑貞");
    tick(trainer, asked);
    trainer.locator(".bulk button[value=APPROVE]").click();
    trainer.waitForURL(Pattern.compile("did=APPROVE"));

    manager.locator(".turn textarea").first().fill("No");
    manager.locator("button[value=REFUSE]").click();
    assertThat(manager.locator("[role=alert]").textContent())
        .contains("王雅婷 (on behalf of 林淑貞) was faster and approved it");
    assertThat(manager.locator(".history").textContent())
        .contains("王雅婷 approved", "(on behalf of 林淑貞)");

    manager.navigate(application.at("/stand-ins"));
    picture(manager, "stand-ins");
    assertSound(manager);
    manager.locator(".told button").click();
    assertThat(manager.locator(".told").count()).isZero();
  }

  @Test
  void aStandInIsToldAndALeaderSeesTheRulesOfTheOwnTeamWithoutEndingThem() {
    LocalDate today = LocalDate.now(application.get(Clock.class));
    Page absent = signIn(Look.of("en"), "e008");
    nameStandIn(absent, "E009", today);

    Page standIn = signIn(Look.of("en"), "e009");
    standIn.navigate(application.at("/notices"));
    assertThat(standIn.locator("section[aria-labelledby=unread] .told").first().textContent())
        .contains("蔡宜君 names you as stand-in", "許文彬 for 蔡宜君");
    standIn.locator(".told a[href='/stand-ins']").first().click();
    assertThat(standIn.locator("section[aria-labelledby=by-me]").textContent()).contains("蔡宜君");

    Page leader = signIn(Look.of("en"), "leader");
    leader.navigate(application.at("/stand-ins"));
    assertThat(leader.locator("section[aria-labelledby=others]").textContent())
        .contains("許文彬 for 蔡宜君");
    assertThat(leader.locator("section[aria-labelledby=others] button").count()).isZero();
    assertSound(leader);
    Page otherLeader = signIn(Look.of("en"), "e014");
    otherLeader.navigate(application.at("/stand-ins"));
    assertThat(otherLeader.locator("main").textContent()).doesNotContain("蔡宜君");

    absent.locator(".told button").click();
    standIn.navigate(application.at("/notices"));
    assertThat(standIn.locator("section[aria-labelledby=unread]").textContent())
        .contains("蔡宜君 ended it early");
  }

  @Test
  void howOneIsMailedIsChosenWithAnAddressThatIsConfirmed() {
    Page page = signIn(Look.of("en"), "e007");
    page.navigate(application.at("/notices"));
    page.locator("input[value=DAILY]").check();
    page.locator(".mail button").click();
    assertThat(page.locator("[role=alert]").textContent()).contains("lin@example.com");
    assertThat(page.locator("input[value=DAILY]").isChecked()).isTrue();
    page.locator("input[name=address]").fill("e007@example.com");
    page.locator(".mail button").click();
    assertThat(page.locator("p.good").textContent()).contains("on its way");
    assertThat(page.locator(".confirm").textContent()).contains("e007@example.com");
    picture(page, "mail-code");
    assertSound(page);
    page.locator("input[name=code]").fill("1");
    page.locator(".confirm button.main").click();
    assertThat(page.locator("[role=alert]").textContent()).contains("not the code");
    Matcher code =
        Pattern.compile("\\b\\d{8}\\b")
            .matcher(ServedApplication.mailsTo("e007@example.com").getFirst());
    assertThat(code.find()).isTrue();
    page.locator("input[name=code]").fill(code.group());
    page.locator(".confirm button.main").click();
    assertThat(page.locator("p.good").textContent()).contains("is confirmed");
    assertThat(page.locator(".confirm").count()).isZero();
    assertThat(page.locator("input[name=address]").inputValue()).isEqualTo("e007@example.com");
  }

  private static void nameStandIn(Page page, String person, LocalDate day) {
    page.navigate(application.at("/stand-ins"));
    page.locator("input[name=person]").fill(person);
    page.locator("input[name=from]").fill(day.toString());
    page.locator("input[name=to]").fill(day.plusDays(3).toString());
    page.locator("main button.main").click();
    page.waitForLoadState();
  }

  @Test
  void whatOneIsToldIsCountedAndReadByOpeningTheCase() {
    LeaveCases.Asked asked = ask("E010");
    Page page = signIn(Look.of("en"), "manager");
    Locator count = page.locator(".told-of .count");
    int unread = Integer.parseInt(count.textContent());
    page.locator(".told-of").click();
    page.locator("section[aria-labelledby=unread] a[href='/requests/" + asked.caseNo() + "']")
        .click();
    assertThat(unread - (count.count() == 0 ? 0 : Integer.parseInt(count.textContent())))
        .isEqualTo(1);
    page.locator(".told-of").click();
    if (unread > 1) {
      page.locator("button[name=upTo]").click();
    }
    assertThat(count.count()).isZero();
    assertThat(page.locator("section[aria-labelledby=read]").textContent())
        .contains("something for you to do");
  }
}
