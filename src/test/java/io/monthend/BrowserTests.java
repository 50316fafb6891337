package io.monthend;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import io.monthend.signin.DemoAccounts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/**
 * Tests in a real browser, on the shared application. A subclass opens pages by {@link #visit} and
 * {@link #signIn}; what a page complains of in the console, such as a breach of the content
 * security policy, fails the test.
 */
public abstract class BrowserTests {

  /** How wide a page is: a desk's and a phone's. */
  protected static final int WIDE = 1280;

  protected static final int PHONE = 390;

  private static final int HEIGHT = 900;
  private static final String AXE = readAxe();

  /** Each rule that is broken, with the first element that breaks it. */
  private static final String RUN_AXE =
      """
      async () => {
        const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
        const found = await axe.run(document, {runOnly: tags, resultTypes: ['violations'], preload: false});
        return found.violations.map((rule) => rule.id + ': ' + rule.nodes[0].html);
      }
      """;

  private static final Route.FulfillOptions NO_SCRIPT =
      new Route.FulfillOptions().setContentType("text/javascript").setBody("");

  private static final Path SHOTS = Path.of("target", "screenshots");

  private static @Nullable Browser browser;

  protected static ServedApplication application;

  private final List<BrowserContext> contexts = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();

  /** How somebody comes: language tags, light or dark, width, with or without scripts. */
  protected record Look(String language, boolean dark, int width, boolean scripts) {

    public static Look of(String language) {
      return new Look(language, false, WIDE, true);
    }

    public Look inDark() {
      return new Look(language, true, width, scripts);
    }

    public Look onPhone() {
      return new Look(language, dark, PHONE, scripts);
    }

    public Look withoutScripts() {
      return new Look(language, dark, width, false);
    }
  }

  @BeforeAll
  static void startOnce() throws Exception {
    application = ServedApplication.shared();
    synchronized (BrowserTests.class) {
      if (browser == null) {
        browser = launch();
      }
    }
  }

  private static String readAxe() {
    try (InputStream in = BrowserTests.class.getResourceAsStream("/axe.min.js")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Browser launch() {
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    Path chromium =
        Stream.of("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
            .map(Path.of("/usr/bin")::resolve)
            .filter(Files::isExecutable)
            .findFirst()
            .orElseThrow(() ->
                new IllegalStateException(
                    "The tests need a Chromium; on Debian: apt-get install"
                        + " chromium-headless-shell fonts-noto-cjk"));
    return playwright
        .chromium()
        .launch(
            new BrowserType.LaunchOptions()
                .setExecutablePath(chromium)
                .setArgs(
                    List.of(
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync")));
  }

  @AfterEach
  void leave() {
    contexts.forEach(BrowserContext::close);
    assertThat(complaints).as("what the browser complained of").isEmpty();
  }

  /** A page of a browser that nobody has used yet. */
  protected Page visit(Look look, String path) {
    BrowserContext context =
        Objects.requireNonNull(browser)
            .newContext(
                new Browser.NewContextOptions()
                    .setLocale(look.language())
                    .setColorScheme(look.dark() ? ColorScheme.DARK : ColorScheme.LIGHT)
                    .setReducedMotion(ReducedMotion.REDUCE)
                    .setViewportSize(look.width(), HEIGHT));
    context.setDefaultTimeout(30_000);
    if (!look.scripts()) {
      // The content security policy allows scripts in files only.
      context.route("**/*.js", file -> file.fulfill(NO_SCRIPT));
    }
    contexts.add(context);
    Page page = context.newPage();
    page.onConsoleMessage(this::listen);
    page.onPageError(complaints::add);
    page.navigate(application.at(path));
    return page;
  }

  private void listen(ConsoleMessage message) {
    boolean isExpected =
        message.text().contains("the server responded with a status of 4")
            || (message.location().endsWith(".js") && message.text().contains("net::ERR_FAILED"));
    if (message.type().equals("error") && !isExpected) {
      complaints.add(message.text());
    }
  }

  /** The start page of somebody of the demo: employee, manager, hr, gm, operations, auditor … */
  protected Page signIn(Look look, String username) {
    return signIn(look, username, DemoAccounts.PASSWORD);
  }

  protected Page signIn(Look look, String username, String password) {
    Page page = visit(look, "/sign-in");
    enter(page, username, password);
    return page;
  }

  protected static void enter(Page page, String username, String password) {
    page.locator("input[name=username]").fill(username);
    page.locator("input[name=password]").fill(password);
    String before = page.url();
    page.locator("main button.main").click();
    page.waitForCondition(() -> !page.url().equals(before));
    page.waitForLoadState();
  }

  /** Fails on {@link #faults}. */
  protected static void assertSound(Page page) {
    assertThat(faults(page)).isEmpty();
  }

  /** What the rules of WCAG 2.2 AA find wrong, and whether it is wider than the window. */
  protected static List<String> faults(Page page) {
    if (!Boolean.TRUE.equals(page.evaluate("typeof axe === 'object'"))) {
      page.evaluate(AXE);
    }
    List<String> faults = new ArrayList<>();
    ((List<?>) page.evaluate(RUN_AXE)).forEach(fault -> faults.add(page.url() + " " + fault));
    if (!fits(page)) {
      faults.add(page.url() + " is wider than its window");
    }
    return faults;
  }

  /** Whether the page can be read without moving it sideways. */
  protected static boolean fits(Page page) {
    return Boolean.TRUE.equals(
        page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"));
  }

  /** A picture of the whole page for people to look at, below {@code target/screenshots}. */
  protected static void picture(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(SHOTS.resolve(name + ".png")).setFullPage(true));
  }
}
