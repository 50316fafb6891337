package io.monthend.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.Media;
import io.monthend.BrowserTests;
import io.monthend.BusyDemo;
import io.monthend.people.Account;
import io.monthend.people.Accounts;
import io.monthend.rulebook.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.server.PathContainer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Every page of {@code routes.txt}, full and empty, as somebody who gets in: in each language,
 * light and dark, on a desk and on a phone.
 */
class EveryPageBrowserIntegrationTests extends BrowserTests {

  private static final int NARROW = 360;
  private static final int TALL = 900;
  private static final boolean TAKES_PICTURES = Boolean.getBoolean("monthend.pictures");

  /** What is asked for in a browser and is no page: parts of one, and downloads. */
  private static final Set<String> NO_PAGES =
      Set.of(
          "/alive",
          "/colleagues",
          "/tasks/news",
          "/months/{month}/files/{file}",
          "/requests/{caseNo}/papers/{paper}");

  /** By who looks: addresses, with the cases of {@link BusyDemo} in braces. */
  private static final Map<String, List<String>> ADDRESSES =
      new TreeMap<>(
          Map.of(
              "nobody",
              List.of("/sign-in", "/sign-in?wait", "/alive"),
              "employee",
              List.of(
                  "/",
                  "/slips",
                  "/slips/2026-10",
                  "/evaluations",
                  "/evaluations/2026-10",
                  "/password",
                  "/leave",
                  "/leave?year=2027",
                  "/leave/new",
                  "/leave/{returned}/change",
                  "/leave/{byPhone}/hand-in",
                  "/requests",
                  "/requests/{asked}",
                  "/requests/{asked}/papers/{paper}",
                  "/requests/{returned}",
                  "/requests/{byPhone}",
                  "/requests/{agreed}",
                  "/tasks",
                  "/notices",
                  "/stand-ins",
                  "/colleagues?q=E00",
                  "/nowhere",
                  "/months"),
              BusyDemo.NEWCOMER,
              List.of(
                  "/",
                  "/slips",
                  "/evaluations",
                  "/leave",
                  "/requests",
                  "/tasks",
                  "/tasks?view=done",
                  "/notices",
                  "/stand-ins"),
              "manager",
              List.of(
                  "/",
                  "/tasks",
                  "/tasks?view=groups",
                  "/tasks?view=groups&q=nothing-like-it",
                  "/tasks?view=done",
                  "/requests/{asked}",
                  "/leave/phone",
                  "/people",
                  "/people?q=nobody",
                  "/people/E010/evaluations/2026-10",
                  "/stand-ins",
                  "/notices"),
              "operations",
              List.of(
                  "/",
                  "/months",
                  "/months/{review}",
                  "/months/{refused}",
                  "/months/{refused}/refusals",
                  "/months/2026-10",
                  "/months/2028-02",
                  "/operations",
                  "/requests",
                  "/requests/{refused case}"),
              "hr",
              List.of(
                  "/",
                  "/tasks?view=groups",
                  "/requests/{review case}",
                  "/months",
                  "/months/{review}",
                  "/months/{review}/progress",
                  "/months/{review}/exceptions",
                  "/months/{review}/people/E010",
                  "/months/{review}/refusals",
                  "/months/{refused}",
                  "/months/2026-10",
                  "/months/2026-10/exceptions",
                  "/months/2026-10/files/payslips.csv",
                  "/months/2028-02/exceptions",
                  "/people",
                  "/people/E006/slips/2026-10",
                  "/people/E020/slips/2026-10",
                  "/objections",
                  "/stand-ins"),
              "gm",
              List.of("/", "/months", "/months/{review}", "/objections"),
              "auditor",
              List.of("/", "/operations", "/people/E006/evaluations/2026-10"),
              "supervisor",
              List.of("/", "/stand-ins", "/people"),
              "desk",
              List.of("/", "/tasks", "/tasks/news", "/requests", "/notices")));

  private static BusyDemo demo;
  private static PageTexts texts;

  @BeforeAll
  static void beBusy() throws Exception {
    demo = BusyDemo.begin(application);
    application.get(Accounts.class).all().stream()
        .map(Account::username)
        .forEach(username -> application.get(Accounts.class).speak(username, ""));
    List<String> names =
        application
            .get(JdbcClient.class)
            .sql(
                """
                select name from books.employee union select team from books.employee
                union select note from books.incident where note <> ''
                union select name from account union select actor from pay_month_event union select :words
                """)
            .param("words", BusyDemo.WORDS)
            .query((row, rowNumber) -> row.getString(1))
            .list();
    texts = PageTexts.with(names);
  }

  @AfterAll
  static void beQuiet() throws Exception {
    demo.end();
  }

  static Set<String> lookers() {
    return ADDRESSES.keySet();
  }

  /** The routes that are asked for without changing anything, as {@code routes.txt} names them. */
  private static Set<String> routes() throws IOException {
    return Files.readAllLines(Path.of("src/test/resources/routes.txt")).stream()
        .filter(line -> line.startsWith("GET"))
        .map(line -> line.substring(3, line.indexOf('|')).strip())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String routeOf(String address, Set<String> routes) {
    PathContainer path = PathContainer.parsePath(demo.address(address).replaceAll("\\?.*", ""));
    return routes.stream()
        .map(PathPatternParser.defaultInstance::parse)
        .filter(pattern -> pattern.matches(path))
        .min(Comparator.naturalOrder())
        .map(PathPattern::getPatternString)
        .orElse("");
  }

  @Test
  void everyRouteHasAnAddressHere() throws IOException {
    Set<String> routes = routes();
    Set<String> open = new HashSet<>(routes);
    ADDRESSES.values().stream()
        .flatMap(List::stream)
        .forEach(address -> open.remove(routeOf(address, routes)));
    assertThat(open).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("lookers")
  void everyPageIsAccessibleFitsAndSpeaksOneLanguage(String who) throws IOException {
    Set<String> routes = routes();
    Page page =
        who.equals("nobody") ? visit(Look.of("en"), "/sign-in") : signIn(Look.of("en"), who);
    List<String> faults = new ArrayList<>();
    for (String address : ADDRESSES.getOrDefault(who, List.of())) {
      if (NO_PAGES.contains(routeOf(address, routes))) {
        APIResponse part = page.request().get(application.at(demo.address(address)));
        assertThat(part.status()).as(address).isEqualTo(200);
        assertThat(part.text()).as(address).doesNotContain("<html");
      } else {
        look(page, demo.address(address), faults);
      }
    }
    assertThat(faults).isEmpty();
  }

  private static void look(Page page, String address, List<String> faults) {
    for (Language language : Language.values()) {
      page.context()
          .addCookies(List.of(new Cookie("language", language.tag()).setUrl(application.at("/"))));
      page.setViewportSize(NARROW, TALL);
      page.navigate(application.at(address));
      assertThat(page.url().contains("/sign-in"))
          .as(address)
          .isEqualTo(address.startsWith("/sign-in"));
      assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language.tag());
      faults.addAll(texts.foreign(page, language));
      if (!fits(page)) {
        faults.add(page.url() + " in " + language.tag() + " is wider than a phone");
      }
      if (TAKES_PICTURES) {
        takePictures(page, language.tag() + address.replaceAll("[^\\w-]+", "_"));
      }
    }
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    faults.addAll(faults(page));
    page.setViewportSize(WIDE, TALL);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    faults.addAll(faults(page));
  }

  /** Narrow and wide, light and dark, and as it is printed: for people to look at. */
  private static void takePictures(Page page, String name) {
    for (int width : List.of(NARROW, WIDE)) {
      page.setViewportSize(width, TALL);
      for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        picture(page, "every-page/" + name + "-" + width + "-" + scheme);
      }
    }
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    picture(page, "every-page/" + name + "-printed");
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
  }
}
