package io.monthend.web;

import io.monthend.rulebook.Labels;
import io.monthend.rulebook.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.AbstractMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The words on the pages: every file of {@code messages/}, one a module, in which each key has its
 * text in every language beside the others. A text that is missing stops the start.
 */
final class Words extends AbstractMessageSource {

  private static final String FILES = "classpath*:messages/*.yaml";

  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .build();

  private final Map<String, Labels.Text> texts;

  private Words(Map<String, Labels.Text> texts) {
    this.texts = Map.copyOf(texts);
  }

  static Words ofEveryModule() {
    Map<String, Labels.Text> all = new HashMap<>();
    try {
      for (Resource file : new PathMatchingResourcePatternResolver().getResources(FILES)) {
        read(file)
            .forEach((key, text) -> {
              if (all.put(key, text) != null) {
                throw new IllegalStateException(file + " says " + key + " a second time");
              }
            });
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Words(all);
  }

  private static Map<String, Labels.Text> read(Resource file) throws IOException {
    try (InputStream in = file.getInputStream()) {
      return YAML.readValue(in, new TypeReference<Map<String, Labels.Text>>() {});
    }
  }

  Map<String, Labels.Text> texts() {
    return texts;
  }

  @Override
  protected @Nullable MessageFormat resolveCode(String code, Locale locale) {
    Labels.Text text = texts.get(code);
    return text == null
        ? null
        : new MessageFormat(text.in(Language.of(locale.toLanguageTag())), Locale.ROOT);
  }
}
