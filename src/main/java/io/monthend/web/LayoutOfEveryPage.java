package io.monthend.web;

import io.monthend.pages.MenuEntry;
import io.monthend.pages.Page;
import io.monthend.people.Account;
import io.monthend.signin.WhoIsSignedIn;
import io.monthend.tasks.Notices;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.WebUtils;

/** Gives every template what the frame around it needs. */
@ControllerAdvice
@Profile(Page.SERVED)
class LayoutOfEveryPage {

  static final String THEME = "theme";
  static final Set<String> THEMES = Set.of("light", "dark", "auto");

  private final List<MenuEntry> entries;
  private final Notices notices;
  private final boolean isDemo;

  LayoutOfEveryPage(
      List<MenuEntry> entries, Notices notices, @Value("${monthend.demo:false}") boolean isDemo) {
    this.entries = entries.stream().sorted(Comparator.comparingInt(MenuEntry::place)).toList();
    this.notices = notices;
    this.isDemo = isDemo;
  }

  @ModelAttribute("layout")
  Layout layout(HttpServletRequest request) {
    Account account = WhoIsSignedIn.now().orElse(null);
    Cookie theme = WebUtils.getCookie(request, THEME);
    return new Layout(
        account,
        LanguageOfReader.of(request),
        theme != null && THEMES.contains(theme.getValue()) ? theme.getValue() : "auto",
        request.getRequestURI(),
        account == null
            ? List.of()
            : entries.stream().filter(entry -> entry.isFor(account)).toList(),
        () -> account == null ? 0 : notices.unread(account),
        isDemo);
  }
}
