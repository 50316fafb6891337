package io.monthend.web;

import com.microsoft.playwright.Page;
import io.monthend.rulebook.Labels.Text;
import io.monthend.rulebook.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What there is to read on a page, and what of it is in another language than the page's. */
final class PageTexts {

  private static final Path RESOURCES = Path.of("src/main/resources");
  private static final List<String> TEXTS =
      List.of("messages", "rulebook", "io/monthend/explanation");

  /** Everything that is shown or read aloud. */
  private static final String ON_PAGE =
      """
      () => {
        const texts = [document.title];
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
          if (!walker.currentNode.parentElement.closest('script, style, code, [lang]:not(html)')) {
            texts.push(walker.currentNode.textContent);
          }
        }
        for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'label']) {
          document.querySelectorAll(`body [${name}]`).forEach((it) => texts.push(it.getAttribute(name)));
        }
        return texts.map((text) => text.trim()).filter((text) => text !== '');
      }
      """;

  private static final Pattern HAN = Pattern.compile("\\p{IsHan}+");
  private static final Pattern LATIN = Pattern.compile("[A-Za-z][A-Za-z'.-]*[A-Za-z]");

  /** A key of a message, or what stands in the place of one that is missing. */
  private static final Pattern KEY = Pattern.compile("\\?\\?|\\b[a-z][a-z-]*(\\.[a-z][a-z-]+)+\\b");

  /** Numbers of people, cases and rules, file names, and the like: the same in every language. */
  private static final Pattern NO_WORD =
      Pattern.compile(
          "Monthend|customer-service-\\d|\\b(LV|MC-|I|E)\\d[\\d-]*|\\w+\\.(csv|xlsx|json|pdf)"
              + "|\\b(PDF|PNG|JPEG|KB|MB|Enter|e0\\d\\d|monthend-demo-\\d+)\\b|\\.monthend/\\S+\\.md");

  private final Collection<String> names;
  private final Set<Integer> onlyTraditional;
  private final Set<Integer> onlySimplified;

  private PageTexts(Collection<String> names, List<Text> texts) {
    this.names = names;
    Set<Integer> traditional = han(texts.stream().map(Text::traditional));
    Set<Integer> simplified = han(texts.stream().map(Text::simplified));
    onlyTraditional = without(traditional, simplified);
    onlySimplified = without(simplified, traditional);
  }

  /**
   * Of our own texts.
   *
   * @param names what people are called and what they have written, which stays as it is
   */
  static PageTexts with(Collection<String> names) throws IOException {
    List<Text> texts = new ArrayList<>();
    for (String folder : TEXTS) {
      try (Stream<Path> files = Files.list(RESOURCES.resolve(folder))) {
        for (Path file : files.filter(it -> it.toString().endsWith(".yaml")).toList()) {
          gather(new YAMLMapper().readTree(file), texts);
        }
      }
    }
    return new PageTexts(names, texts);
  }

  private static void gather(JsonNode node, List<Text> texts) {
    if (node.has("zh-Hant") && node.has("zh-Hans")) {
      texts.add(
          new Text(
              node.get("zh-Hant").asString(),
              node.get("zh-Hans").asString(),
              node.get("en").asString()));
    } else {
      node.forEach(child -> gather(child, texts));
    }
  }

  private static Set<Integer> han(Stream<String> texts) {
    return texts
        .flatMapToInt(String::codePoints)
        .filter(Character::isIdeographic)
        .boxed()
        .collect(Collectors.toSet());
  }

  private static Set<Integer> without(Set<Integer> some, Set<Integer> others) {
    return some.stream().filter(it -> !others.contains(it)).collect(Collectors.toSet());
  }

  /** The texts of a page that are not in the language it should be in. */
  List<String> foreign(Page page, Language language) {
    @SuppressWarnings("unchecked")
    List<String> texts = (List<String>) page.evaluate(ON_PAGE);
    return texts.stream()
        .filter(text -> isForeign(withoutNames(text), language))
        .distinct()
        .map(text -> page.url() + " in " + language.tag() + ": " + text)
        .toList();
  }

  private String withoutNames(String text) {
    String rest = NO_WORD.matcher(text).replaceAll("");
    for (String name : names) {
      rest = rest.replace(name, "");
    }
    return rest;
  }

  private boolean isForeign(String text, Language language) {
    return KEY.matcher(text).find()
        || switch (language) {
          case EN -> HAN.matcher(text).find();
          case ZH_HANT -> LATIN.matcher(text).find() || hasAny(text, onlySimplified);
          case ZH_HANS -> LATIN.matcher(text).find() || hasAny(text, onlyTraditional);
        };
  }

  private static boolean hasAny(String text, Set<Integer> characters) {
    return text.codePoints().anyMatch(characters::contains);
  }
}
