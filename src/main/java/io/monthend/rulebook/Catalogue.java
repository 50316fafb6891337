package io.monthend.rulebook;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonCreator.Mode;
import io.monthend.rulebook.CatalogueItem.Kind;
import io.monthend.rulebook.CatalogueItem.PointRange;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
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

  private static final String LEAVE_FINES = "PERSONAL";
  private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");

  private static final Set<String> DERIVED_REWARDS =
      Set.of(EXAM_PERFECT, TOP_PERFORMER, ZERO_COMPLAINTS);

  @JsonCreator(mode = Mode.DELEGATING)
  public Catalogue {
    items = Map.copyOf(items);
    Set<String> derived =
        items.entrySet().stream()
            .filter(entry -> entry.getValue().derived())
            .map(Map.Entry::getKey)
            .collect(Collectors.toCollection(TreeSet::new));
    for (String code : DERIVED) {
      if (!derived.remove(code)) {
        throw new IllegalArgumentException("add " + code + " with derived: true");
      }
    }
    if (!derived.isEmpty()) {
      throw new IllegalArgumentException(
          "nothing derives %s; remove derived: true".formatted(String.join(", ", derived)));
    }
    new TreeMap<>(items).forEach(Catalogue::checkCode);
    new TreeMap<>(items).forEach(Catalogue::checkDerived);
  }

  private static void checkCode(String code, CatalogueItem item) {
    require(
        CODE.matcher(code).matches(), code, "is no code; use capital letters, digits and _, to 40");
    require(
        !code.equals(LEAVE_FINES), code, "stands for leave fines where people pay; name it else");
  }

  /** What a derived row says must be something the derivation heeds. */
  private static void checkDerived(String code, CatalogueItem item) {
    if (!item.derived()) {
      return;
    }
    boolean byMinutes = code.equals(LATE_OR_EARLY);
    boolean isReward = DERIVED_REWARDS.contains(code);
    PointRange points = item.points();
    require(
        byMinutes ? item.needsMinutes() : points != null && points.from() == points.to(),
        code,
        byMinutes ? "needs byMinutes" : "needs one number of points");
    require(
        isReward ? item.kind() == Kind.REWARD : !item.kind().isGood(),
        code,
        isReward ? "must be a reward" : "cannot be a reward or adjustment");
    require(
        item.compensation() == null && item.payCny() == null && item.onlyFor().isEmpty(),
        code,
        "is derived; remove compensation, payCny and onlyFor");
    require(
        !code.equals(REPEATED_MISCONDUCT) || item.fines() == null,
        code,
        "has points only; remove fines");
    require(
        item.byMinutes().stream().allMatch(bracket -> bracket.absenceHalves() == 0),
        code,
        "cannot be absence; set attendance.lateIsHalfAbsenceFrom instead");
  }

  private static void require(boolean fits, String code, String otherwise) {
    if (!fits) {
      throw new IllegalArgumentException(code + " " + otherwise);
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
