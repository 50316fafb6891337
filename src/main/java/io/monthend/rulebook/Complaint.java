package io.monthend.rulebook;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.monthend.kernel.Money;
import io.monthend.rulebook.CatalogueItem.PointRange;
import io.monthend.rulebook.WorkingTime.Period;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/**
 * Why a tree does not make a rule book, in words of those who write one.
 *
 * @param place the path in the file
 */
record Complaint(String place, String reason) {

  private static final Map<Class<?>, String> FORMS =
      Map.ofEntries(
          Map.entry(int.class, "a whole number"),
          Map.entry(Integer.class, "a whole number"),
          Map.entry(BigDecimal.class, "a number"),
          Map.entry(Money.class, "an amount like 30 or 12.50"),
          Map.entry(PointRange.class, "a whole number or a range like 2-5"),
          Map.entry(boolean.class, "true or false"),
          Map.entry(Boolean.class, "true or false"),
          Map.entry(String.class, "a text"),
          Map.entry(Period.class, "a period like 09:00-12:00"),
          Map.entry(ZoneId.class, "a time zone like Asia/Shanghai"));

  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
  private static final int SHOWN = 40;

  static Complaint of(JacksonException e, JsonNode tree) {
    String place = placeOf(e.getPath());
    Throwable cause = e.getCause();
    return new Complaint(
        place,
        switch (e) {
          case UnrecognizedPropertyException unknown -> unknown(unknown);
          case InvalidFormatException key when isContainer(at(e.getPath(), tree)) ->
              "'%s' is not %s".formatted(shortened(key.getValue()), form(key.getTargetType()));
          case MismatchedInputException missing when at(e.getPath(), tree) == null ->
              missing(e.getPath(), at(parentOf(e.getPath()), tree));
          case MismatchedInputException wrong ->
              mismatch(at(e.getPath(), tree), wrong.getTargetType());
          case InputCoercionException large ->
              "%s is too large".formatted(shortened(at(e.getPath(), tree)));
          default ->
              String.valueOf(
                  cause instanceof IllegalArgumentException
                      ? cause.getMessage()
                      : e.getOriginalMessage());
        });
  }

  private static String unknown(UnrecognizedPropertyException e) {
    return "`%s` is not known here; known are %s"
        .formatted(e.getPropertyName(), String.join(", ", keysOf(e.getReferringClass())));
  }

  /** A key that is written wrongly shows as missing first, and then stands beside it. */
  private static String missing(List<JacksonException.Reference> path, @Nullable JsonNode parent) {
    Object owner = path.isEmpty() ? null : path.getLast().from();
    List<String> known = keysOf(owner instanceof Class<?> type ? type : null);
    String instead =
        parent == null
            ? ""
            : parent.propertyNames().stream()
                .filter(key -> !known.contains(key))
                .map(key -> "`" + key + "`")
                .collect(Collectors.joining(", "));
    return instead.isEmpty()
        ? "it is missing; add it"
        : "it is missing; add it, or correct " + instead + " beside it";
  }

  private static String mismatch(@Nullable JsonNode node, @Nullable Class<?> target) {
    String form = form(target);
    if (node == null || node.isContainer()) {
      return "a %s is not %s".formatted(node != null && node.isArray() ? "list" : "map", form);
    }
    String shown = shortened(node.asString());
    if (!node.isString()) {
      return "%s is not %s".formatted(shown, form);
    }
    return NUMBER.matcher(shown).matches()
        ? "'%s' is a text, not %s; remove the quotes".formatted(shown, form)
        : "'%s' is not %s".formatted(shown, form);
  }

  private static boolean isContainer(@Nullable JsonNode node) {
    return node != null && node.isContainer();
  }

  private static String form(@Nullable Class<?> target) {
    if (target == null) {
      return "possible here";
    }
    if (target.isEnum()) {
      return "one of " + String.join(", ", namesOf(target));
    }
    if (Collection.class.isAssignableFrom(target)) {
      return "a list; write it in [ ]";
    }
    if (Map.class.isAssignableFrom(target)) {
      return "a map";
    }
    String form = FORMS.get(target);
    return form != null ? form : "a map with " + String.join(", ", keysOf(target));
  }

  private static List<String> namesOf(Class<?> anEnum) {
    return Arrays.stream(anEnum.getFields())
        .filter(Field::isEnumConstant)
        .map(Complaint::nameOf)
        .toList();
  }

  private static String nameOf(Field constant) {
    JsonProperty name = constant.getAnnotation(JsonProperty.class);
    return name == null ? constant.getName() : name.value();
  }

  /** The keys of a record in their order. */
  private static List<String> keysOf(@Nullable Class<?> target) {
    return target == null || !target.isRecord()
        ? List.of()
        : Arrays.stream(target.getRecordComponents()).map(Complaint::keyOf).toList();
  }

  private static String keyOf(RecordComponent component) {
    JsonProperty name = component.getAccessor().getAnnotation(JsonProperty.class);
    return name == null || name.value().isEmpty() ? component.getName() : name.value();
  }

  private static String placeOf(List<JacksonException.Reference> path) {
    StringBuilder place = new StringBuilder();
    for (JacksonException.Reference step : path) {
      if (step.getPropertyName() == null) {
        place.append('[').append(step.getIndex()).append(']');
      } else {
        place.append(place.isEmpty() ? "" : ".").append(step.getPropertyName());
      }
    }
    return place.toString();
  }

  private static List<JacksonException.Reference> parentOf(List<JacksonException.Reference> path) {
    return path.isEmpty() ? path : path.subList(0, path.size() - 1);
  }

  private static @Nullable JsonNode at(List<JacksonException.Reference> path, JsonNode tree) {
    JsonNode node = tree;
    for (JacksonException.Reference step : path) {
      node =
          step.getPropertyName() == null
              ? node.get(step.getIndex())
              : node.get(step.getPropertyName());
      if (node == null) {
        return null;
      }
    }
    return node;
  }

  private static String shortened(@Nullable Object value) {
    String text = String.valueOf(value);
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
  }
}
