package io.monthend.rulebook;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonCreator.Mode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Section D: the catalogue of incidents by code. */
public record Catalogue(Map<String, CatalogueItem> items) {

  public static final String LATE_OR_EARLY = "LATE_OR_EARLY";
  public static final String ABSENCE = "ABSENCE";
  public static final String EXAM_FAILED = "EXAM_FAILED";
  public static final String EXAM_PERFECT = "EXAM_PERFECT";
  public static final String REPEATED_MISCONDUCT = "REPEATED_MISCONDUCT";
  public static final String TOP_PERFORMER = "TOP_PERFORMER";
  public static final String ZERO_COMPLAINTS = "ZERO_COMPLAINTS";

  private static final List<String> DERIVED =
      List.of(
          LATE_OR_EARLY,
          ABSENCE,
          EXAM_FAILED,
          EXAM_PERFECT,
          REPEATED_MISCONDUCT,
          TOP_PERFORMER,
          ZERO_COMPLAINTS);

  @JsonCreator(mode = Mode.DELEGATING)
  public Catalogue {
    items = Map.copyOf(items);
    Set<String> derived =
        items.entrySet().stream()
            .filter(entry -> entry.getValue().derived())
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    for (String code : DERIVED) {
      if (!derived.remove(code)) {
        throw new IllegalArgumentException("add " + code + " with derived: true");
      }
    }
    if (!derived.isEmpty()) {
      throw new IllegalArgumentException("nothing derives " + derived + "; remove derived: true");
    }
  }

  public Optional<CatalogueItem> find(String code) {
    return Optional.ofNullable(items.get(code));
  }

  /** The row of a code known to exist: one that was checked on its way in, or a derived one. */
  public CatalogueItem item(String code) {
    return find(code).orElseThrow(() -> new IllegalStateException("The catalogue has no " + code));
  }

  /** The codes whose fines count over the whole employment. */
  public Set<String> codesCountedOverEmployment() {
    return items.entrySet().stream()
        .filter(entry -> isOverEmployment(entry.getValue()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static boolean isOverEmployment(CatalogueItem item) {
    CatalogueItem.Ladder fines = item.fines();
    return fines != null && fines.within() == CatalogueItem.Ladder.Within.EMPLOYMENT;
  }
}
