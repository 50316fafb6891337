package io.monthend.web;

import io.monthend.pages.MenuEntry;
import io.monthend.people.Account;
import io.monthend.rulebook.Language;
import java.util.List;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What the frame around every page shows.
 *
 * @param account who is signed in, if anybody
 * @param path of the page
 * @param theme light, dark, or auto for the system's own
 * @param notices counts what they were told and have not read, when the page is written
 * @param demo whether this is the demo, where everybody knows the passwords
 */
public record Layout(
    @Nullable Account account,
    Language language,
    String theme,
    String path,
    List<MenuEntry> menu,
    IntSupplier notices,
    boolean demo) {

  public Layout {
    menu = List.copyOf(menu);
  }

  /** How much they were told and have not read. */
  public int unread() {
    return notices.getAsInt();
  }

  /** Every language, each by its own name. */
  public List<Choice> languages() {
    return List.of(
        new Choice("zh-Hant", "繁體中文"), new Choice("zh-Hans", "简体中文"), new Choice("en", "English"));
  }

  /** Something to choose, and what it is called. */
  public record Choice(String tag, String name) {}
}
