package io.monthend.web;

import io.monthend.people.Account;
import io.monthend.rulebook.Language;
import io.monthend.signin.WhoIsSignedIn;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * The language somebody reads in: the one kept with the account, else the one chosen in this
 * browser, else the first of the browser's own that we speak.
 */
final class LanguageOfReader implements LocaleResolver {

  static final String COOKIE = "language";

  @Override
  public Locale resolveLocale(HttpServletRequest request) {
    return Locale.forLanguageTag(of(request).tag());
  }

  static Language of(HttpServletRequest request) {
    Cookie cookie = WebUtils.getCookie(request, COOKIE);
    return WhoIsSignedIn.now()
        .map(Account::language)
        .flatMap(LanguageOfReader::known)
        .or(() ->
            Optional.ofNullable(cookie).map(Cookie::getValue).flatMap(LanguageOfReader::known))
        .orElseGet(() -> ofBrowser(request));
  }

  static Optional<Language> known(String tag) {
    return Arrays.stream(Language.values())
        .filter(language -> language.tag().equals(tag))
        .findFirst();
  }

  private static Language ofBrowser(HttpServletRequest request) {
    if (request.getHeader("Accept-Language") == null) {
      return Language.EN;
    }
    return Collections.list(request.getLocales()).stream()
        .map(LanguageOfReader::near)
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(Language.EN);
  }

  /** Where a browser names a place and no script, the place tells the script. */
  private static Optional<Language> near(Locale locale) {
    return switch (locale.getLanguage()) {
      case "zh" -> Optional.of(isTraditional(locale) ? Language.ZH_HANT : Language.ZH_HANS);
      case "en" -> Optional.of(Language.EN);
      default -> Optional.empty();
    };
  }

  private static boolean isTraditional(Locale locale) {
    return locale.getScript().isEmpty()
        ? Arrays.asList("TW", "HK", "MO").contains(locale.getCountry())
        : locale.getScript().equals("Hant");
  }

  @Override
  public void setLocale(
      HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
    throw new UnsupportedOperationException("The language is chosen at /language");
  }
}
