package io.monthend.cli;

import io.monthend.rulebook.Language;
import org.jspecify.annotations.Nullable;

/** The language of a person's terminal. */
final class LanguageOfEnvironment {

  private LanguageOfEnvironment() {}

  /**
   * The language of a locale as {@code LANG} names it, such as {@code zh_TW.UTF-8}; English where
   * it is none of the Chinese ones, or not set.
   */
  static Language of(@Nullable String lang) {
    String locale = lang == null ? "" : lang.split("[.@]", 2)[0];
    return switch (locale) {
      case "zh_TW", "zh_HK" -> Language.ZH_HANT;
      case "zh_CN", "zh_SG" -> Language.ZH_HANS;
      default -> Language.EN;
    };
  }
}
