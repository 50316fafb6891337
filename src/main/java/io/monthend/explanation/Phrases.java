package io.monthend.explanation;

import io.monthend.rulebook.Labels;
import io.monthend.rulebook.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The wording of each {@link Phrase}, as {@code words.yaml} has it. */
@Component
final class Phrases {

  private static final String FILE = "words.yaml";
  private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");

  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .build();

  private final Map<Phrase, Labels.Text> texts;

  Phrases() {
    try (InputStream file = Objects.requireNonNull(Phrases.class.getResourceAsStream(FILE), FILE)) {
      texts = YAML.readValue(file, new TypeReference<EnumMap<Phrase, Labels.Text>>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The wording with its names still in braces. */
  String template(Phrase phrase, Language language) {
    Labels.Text text = texts.get(phrase);
    if (text == null) {
      throw new IllegalStateException(FILE + " has no " + phrase + "; add it in every language");
    }
    return text.in(language);
  }

  /** The wording filled in, in the order the phrase declares. */
  String say(Phrase phrase, Language language, Object... values) {
    if (values.length != phrase.names().size()) {
      throw new IllegalArgumentException(phrase + " is filled with " + phrase.names());
    }
    return NAME.matcher(template(phrase, language))
        .replaceAll(match ->
            Matcher.quoteReplacement(
                String.valueOf(values[phrase.names().indexOf(match.group(1))])));
  }
}
