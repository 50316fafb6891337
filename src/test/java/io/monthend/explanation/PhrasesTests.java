package io.monthend.explanation;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.monthend.rulebook.Language;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PhrasesTests {

  /** Characters that stand against others in our texts and yet belong to both scripts. */
  private static final Set<String> IN_BOTH_SCRIPTS = Set.of("准", "薪", "工", "退");

  private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");

  private final Phrases phrases = new Phrases();

  @ParameterizedTest
  @EnumSource(Phrase.class)
  void everyPhraseIsFilledWithTheSameInEveryLanguage(Phrase phrase) {
    for (Language language : Language.values()) {
      String template = phrases.template(phrase, language);
      assertThat(template).isNotEmpty();
      assertThat(NAME.matcher(template).results().map(found -> found.group(1)).collect(toSet()))
          .as(language.tag())
          .isEqualTo(Set.copyOf(phrase.names()));
      assertThat(NAME.matcher(template).replaceAll("")).doesNotContain("{", "}");
    }
  }

  @ParameterizedTest
  @EnumSource(Phrase.class)
  void englishIsWrittenInLatinLetters(Phrase phrase) {
    assertThat(phrases.template(phrase, Language.EN)).matches("[\\p{ASCII}×÷]+");
  }

  @Test
  void noScriptBorrowsCharactersOfTheOther() {
    Set<String> onlyTraditional = new HashSet<>();
    Set<String> onlySimplified = new HashSet<>();
    for (Phrase phrase : Phrase.values()) {
      String[] traditional = phrases.template(phrase, Language.ZH_HANT).split("", -1);
      String[] simplified = phrases.template(phrase, Language.ZH_HANS).split("", -1);
      for (int i = 0; traditional.length == simplified.length && i < traditional.length; i++) {
        if (!traditional[i].equals(simplified[i])) {
          onlyTraditional.add(traditional[i]);
          onlySimplified.add(simplified[i]);
        }
      }
    }
    onlyTraditional.removeAll(IN_BOTH_SCRIPTS);
    onlySimplified.removeAll(IN_BOTH_SCRIPTS);
    for (Phrase phrase : Phrase.values()) {
      assertThat(phrases.template(phrase, Language.ZH_HANT).split("", -1))
          .as(phrase.name())
          .doesNotContainAnyElementsOf(onlySimplified);
      assertThat(phrases.template(phrase, Language.ZH_HANS).split("", -1))
          .as(phrase.name())
          .doesNotContainAnyElementsOf(onlyTraditional);
    }
  }

  @Test
  void whatIsFilledInIsTakenAsItIs() {
    assertThat(phrases.say(Phrase.NAME_AND_NUMBER, Language.EN, "{no} $1", "E1"))
        .isEqualTo("{no} $1 (E1)");
  }

  @Test
  void aPhraseIsFilledCompletely() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> phrases.say(Phrase.NAME_AND_NUMBER, Language.EN, "甲"))
        .withMessageContaining("[name, no]");
  }
}
