package io.monthend.rulebook;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;

/**
 * The words of a rule book in each language, by group and code.
 *
 * <p>A text may hold placeholders such as {@code {leave.fine}}; {@link RuleBookEdition#clause}
 * fills them in.
 */
public record Labels(
    Map<String, Text> clauses,
    Map<String, Text> incidents,
    Map<String, Text> lines,
    Map<String, Text> leaves,
    Map<String, Text> positions,
    Map<String, Text> shifts,
    Map<String, Text> kinds,
    Map<String, Text> exceptions,
    Map<String, Text> reviews,
    Map<String, Text> leaving,
    Map<String, Text> halves) {

  /** One wording in each language. */
  public record Text(
      @JsonProperty("zh-Hant") String traditional,
      @JsonProperty("zh-Hans") String simplified,
      @JsonProperty("en") String english) {

    public String in(Language language) {
      return switch (language) {
        case ZH_HANT -> traditional;
        case ZH_HANS -> simplified;
        case EN -> english;
      };
    }
  }
}
