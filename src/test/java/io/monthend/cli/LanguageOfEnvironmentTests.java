package io.monthend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.monthend.rulebook.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageOfEnvironmentTests {

  @ParameterizedTest
  @CsvSource({
    "zh_TW.UTF-8, ZH_HANT",
    "zh_HK, ZH_HANT",
    "zh_CN.UTF-8, ZH_HANS",
    "zh_SG@pinyin, ZH_HANS",
    "en_GB.UTF-8, EN",
    "de_DE, EN",
    "C.UTF-8, EN",
    "POSIX, EN",
    "'', EN",
    ", EN"
  })
  void theLocaleOfTheTerminalDecides(String lang, Language language) {
    assertThat(LanguageOfEnvironment.of(lang)).isEqualTo(language);
  }
}
