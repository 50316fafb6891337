package io.monthend.rulebook;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A language people can read Monthend in. */
public enum Language {
  ZH_HANT("zh-Hant"),
  ZH_HANS("zh-Hans"),
  EN("en");

  private final String tag;

  Language(String tag) {
    this.tag = tag;
  }

  /** Its BCP 47 tag. */
  public String tag() {
    return tag;
  }

  /** From its tag, in any case; another is an {@link IllegalArgumentException}. */
  public static Language of(String tag) {
    return Arrays.stream(values())
        .filter(language -> language.tag.equalsIgnoreCase(tag))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "'"
                    + tag
                    + "' is no language here; use one of "
                    + Arrays.stream(values())
                        .map(Language::tag)
                        .collect(Collectors.joining(", "))));
  }
}
