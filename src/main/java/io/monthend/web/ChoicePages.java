package io.monthend.web;

import io.monthend.pages.AllowPublic;
import io.monthend.pages.Page;
import io.monthend.pages.RequestRefused;
import io.monthend.people.Accounts;
import io.monthend.rulebook.Language;
import io.monthend.signin.WhoIsSignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** What readers choose for themselves: their language, and light or dark. */
@Page
class ChoicePages {

  private static final Duration KEPT = Duration.ofDays(365);

  private final Accounts accounts;

  ChoicePages(Accounts accounts) {
    this.accounts = accounts;
  }

  @AllowPublic
  @PostMapping("/language")
  String language(
      @RequestParam String tag,
      @RequestParam String back,
      HttpServletRequest request,
      HttpServletResponse response) {
    Language chosen = LanguageOfReader.known(tag).orElseThrow(RequestRefused::notFound);
    WhoIsSignedIn.now().ifPresent(account -> accounts.speak(account.username(), chosen.tag()));
    keep(LanguageOfReader.COOKIE, chosen.tag(), request, response);
    return backTo(back);
  }

  @AllowPublic
  @PostMapping("/theme")
  String theme(
      @RequestParam String theme,
      @RequestParam String back,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (!LayoutOfEveryPage.THEMES.contains(theme)) {
      throw RequestRefused.notFound();
    }
    keep(LayoutOfEveryPage.THEME, theme, request, response);
    return backTo(back);
  }

  /** For a load balancer: whether this process answers. It says nothing else. */
  @AllowPublic
  @GetMapping("/alive")
  @ResponseBody
  ResponseEntity<String> alive() {
    return ResponseEntity.ok("alive");
  }

  private static void keep(
      String name, String value, HttpServletRequest request, HttpServletResponse response) {
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        ResponseCookie.from(name, value)
            .path("/")
            .maxAge(KEPT)
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite("Lax")
            .build()
            .toString());
  }

  /** Only to a page of our own. */
  private static String backTo(String path) {
    boolean isOurs = path.matches("/(?![/\\\\])[\\w./~-]*");
    return "redirect:" + (isOurs ? path : "/");
  }
}
