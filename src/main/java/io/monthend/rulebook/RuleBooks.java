package io.monthend.rulebook;

import io.monthend.kernel.PayMonth;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The editions there are, and which of them applies to a month. */
public final class RuleBooks {

  private final List<RuleBookEdition> editions;

  public RuleBooks(List<RuleBookEdition> editions) {
    this.editions = List.copyOf(editions);
    Map<PayMonth, RuleBook> byMonth = new HashMap<>();
    for (RuleBookEdition edition : editions) {
      RuleBook other = byMonth.put(edition.book().effectiveFrom(), edition.book());
      if (other != null) {
        throw new IllegalArgumentException(
            "Rule books %s and %s both take effect from %s; give one of them another month"
                .formatted(other.edition(), edition.book().edition(), other.effectiveFrom()));
      }
    }
  }

  /** The editions that come with the program. */
  public static RuleBooks bundled() {
    try {
      Resource[] files =
          new PathMatchingResourcePatternResolver().getResources("classpath*:rulebook/*.yaml");
      return new RuleBooks(Arrays.stream(files).map(RuleBooks::read).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RuleBookEdition read(Resource file) {
    try {
      return RuleBookEdition.parse(
          String.valueOf(file.getFilename()), file.getContentAsString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The newest edition in effect in the month (I1). */
  public Optional<RuleBookEdition> inEffect(PayMonth month) {
    return editions.stream()
        .filter(edition -> edition.book().effectiveFrom().compareTo(month) <= 0)
        .max(Comparator.comparing(edition -> edition.book().effectiveFrom()));
  }
}
