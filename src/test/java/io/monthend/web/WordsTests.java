package io.monthend.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.monthend.people.Role;
import io.monthend.rulebook.Labels;
import io.monthend.rulebook.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.NoSuchMessageException;

/** The words on the pages are there in every language, and pages hold no others. */
class WordsTests {

  private static final Pattern KEY = Pattern.compile("#\\{([a-z][\\w.-]*)[}(]");

  /** What a process file names and its diagram shows. */
  private static final Pattern IN_PROCESS =
      Pattern.compile("<(?!process|message|flowable)\\w+ id=\"(\\w+)\" name=\"[^\"]+\"");

  private static final Pattern IN_CODE =
      Pattern.compile("\"((?:menu|password|refused)\\.[a-z-]+)\"");

  /** Text between tags, with the tag it stands in. */
  private static final Pattern TEXT =
      Pattern.compile("<([a-z]\\w*)((?:[^<>\"]|\"[^\"]*\")*)>([^<>]*\\p{L}[^<>]*)<");

  private static final Pattern ATTRIBUTE =
      Pattern.compile("(?<![-\\w:])(aria-label|title|placeholder|alt)=\"");

  private static final Words WORDS = Words.ofEveryModule();

  @Test
  void everyTextIsThereInEveryLanguage() {
    assertThat(WORDS.texts()).hasSizeGreaterThan(100);
    WORDS
        .texts()
        .forEach((key, text) -> {
          for (Language language : Language.values()) {
            assertThat(text.in(language)).as(key + " in " + language).isNotBlank();
          }
        });
  }

  @Test
  void theLanguagesAreNotMixedUp() {
    Pattern han = Pattern.compile("\\p{IsHan}");
    WORDS
        .texts()
        .forEach((key, text) -> {
          assertThat(han.matcher(text.english()).find()).as(key + " in English").isFalse();
          assertThat(han.matcher(text.traditional()).find()).as(key + " in Chinese").isTrue();
          assertThat(placeholders(text.english()))
              .as(key)
              .isEqualTo(placeholders(text.traditional()))
              .isEqualTo(placeholders(text.simplified()));
        });
    assertThat(WORDS.texts().values().stream().map(Labels.Text::simplified))
        .noneMatch(text -> Pattern.compile("[員週產發無請嗎還錯誤碼號]").matcher(text).find());
  }

  private static List<String> placeholders(String text) {
    return Pattern.compile("\\{\\d}")
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .sorted()
        .toList();
  }

  @Test
  void everyKeyThatIsUsedIsThere() throws IOException {
    TreeSet<String> used = new TreeSet<>();
    for (Path template : templates()) {
      KEY.matcher(Files.readString(template)).results().forEach(it -> used.add(it.group(1)));
    }
    for (Path source : files("src/main/java", ".java")) {
      IN_CODE.matcher(Files.readString(source)).results().forEach(it -> used.add(it.group(1)));
    }
    for (Path process : files("processes", ".bpmn20.xml")) {
      String name = process.getFileName().toString().replace(".bpmn20.xml", "");
      IN_PROCESS
          .matcher(Files.readString(process))
          .results()
          .forEach(it -> used.add(name + "." + it.group(1)));
    }
    Arrays.stream(Role.values()).forEach(role -> used.add("role." + role));
    assertThat(used).hasSizeGreaterThan(60);
    assertThat(WORDS.texts().keySet()).containsAll(used);
  }

  @Test
  void aTemplateHoldsNoTextOfItsOwn() throws IOException {
    for (Path template : templates()) {
      String html = Files.readString(template).replaceAll("(?s)<!--.*?-->|<title.*?</title>", "");
      assertThat(
              TEXT.matcher(html)
                  .results()
                  .filter(it -> !it.group(2).contains("th:text="))
                  .map(it -> it.group(3).strip())
                  .filter(text -> !text.equals("Monthend")))
          .as(template.toString())
          .isEmpty();
      assertThat(ATTRIBUTE.matcher(html).results().map(MatchResult::group))
          .as(template.toString())
          .isEmpty();
    }
  }

  @Test
  void aKeyThatNobodyKnowsIsAFault() {
    assertThatThrownBy(() -> WORDS.getMessage("no.such", null, Locale.forLanguageTag("en")))
        .isInstanceOf(NoSuchMessageException.class);
    assertThat(
            WORDS.getMessage("start.title", new Object[] {"A"}, Locale.forLanguageTag("zh-Hant")))
        .isEqualTo("A，您好");
  }

  private static List<Path> templates() throws IOException {
    return files("src/main/resources/templates", ".html");
  }

  private static List<Path> files(String below, String ending) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(below))) {
      List<Path> found = files.filter(file -> file.toString().endsWith(ending)).toList();
      assertThat(found).isNotEmpty();
      return found;
    }
  }
}
