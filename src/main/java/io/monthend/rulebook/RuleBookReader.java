package io.monthend.rulebook;

import com.fasterxml.jackson.annotation.JsonSetter;
import io.monthend.kernel.Money;
import io.monthend.kernel.PayMonth;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.time.DateTimeException;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.AnnotationIntrospectorPair;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Binds YAML to the typed rule book; every key must be known, and every component given unless it
 * is nullable.
 */
final class RuleBookReader {

  private static final int MAX_CHARACTERS = 1_000_000;

  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .annotationIntrospector(
              new AnnotationIntrospectorPair(
                  new RequiredUnlessNullable(), new JacksonAnnotationIntrospector()))
          .addModule(
              new SimpleModule()
                  .addDeserializer(Money.class, new MoneyReader())
                  .addDeserializer(PayMonth.class, new PayMonthReader()))
          .build();

  private RuleBookReader() {}

  /** Reads the text as a tree. */
  static ObjectNode tree(String file, String yaml) {
    if (yaml.length() > MAX_CHARACTERS) {
      throw new RuleBookInvalid(file, "", "it is larger than " + MAX_CHARACTERS + " characters");
    }
    try {
      if (YAML.readTree(yaml) instanceof ObjectNode root) {
        return root;
      }
      throw new RuleBookInvalid(file, "", "it is not a YAML map; start it with `edition:`");
    } catch (JacksonException e) {
      throw new RuleBookInvalid(file, placeOf(e), firstLine(e));
    }
  }

  /** Binds a tree and checks what hangs together. */
  static RuleBook bind(String file, ObjectNode tree) {
    RuleBook book;
    try {
      book = YAML.treeToValue(withoutNone(tree), RuleBook.class);
    } catch (JacksonException e) {
      throw new RuleBookInvalid(file, placeOf(e), firstLine(e));
    }
    new RuleBookCheck(file, tree, book).run();
    return book;
  }

  /** The tree as text that does not depend on comments, white space or the order of keys. */
  static String canonical(ObjectNode tree) {
    return YAML.writeValueAsString(tree);
  }

  private static JsonNode withoutNone(JsonNode node) {
    JsonNode copy = node.deepCopy();
    copy.findParents("minutes").forEach(parent -> removeNone((ObjectNode) parent, "minutes"));
    copy.findParents("cny").forEach(parent -> removeNone((ObjectNode) parent, "cny"));
    return copy;
  }

  private static void removeNone(ObjectNode parent, String key) {
    JsonNode value = parent.get(key);
    if (value != null && value.isString() && value.asString().equals("none")) {
      parent.putNull(key);
    }
  }

  private static String placeOf(JacksonException e) {
    String path =
        e.getPath().stream()
            .map(step ->
                step.getPropertyName() == null
                    ? "[" + step.getIndex() + "]"
                    : "." + step.getPropertyName())
            .collect(Collectors.joining());
    String place = path.startsWith(".") ? path.substring(1) : path;
    return place.isEmpty() && e.getLocation() != null && e.getLocation().getLineNr() > 0
        ? "line " + e.getLocation().getLineNr()
        : place;
  }

  private static String firstLine(JacksonException e) {
    Throwable cause = e.getCause();
    String message =
        cause instanceof IllegalArgumentException || cause instanceof DateTimeException
            ? cause.getMessage()
            : e.getOriginalMessage();
    return message == null ? e.getClass().getSimpleName() : message.lines().findFirst().orElse("");
  }

  /** Takes JSpecify's {@link Nullable} as the mark of what may be left out. */
  private static final class RequiredUnlessNullable extends NopAnnotationIntrospector {

    @Override
    public @Nullable Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
      if (!(member instanceof AnnotatedParameter parameter)
          || !(parameter.getOwner().getMember() instanceof Constructor<?> constructor)
          || !constructor.getDeclaringClass().isRecord()) {
        return null;
      }
      AnnotatedType type = constructor.getAnnotatedParameterTypes()[parameter.getIndex()];
      return !type.isAnnotationPresent(Nullable.class)
          && !parameter.hasAnnotation(JsonSetter.class);
    }
  }

  private static final class MoneyReader extends ValueDeserializer<Money> {
    @Override
    public Money deserialize(JsonParser parser, DeserializationContext context) {
      try {
        return Money.of(parser.getDecimalValue());
      } catch (ArithmeticException e) {
        throw context.weirdStringException(
            parser.getString(), Money.class, "an amount has at most 2 decimals");
      }
    }
  }

  private static final class PayMonthReader extends ValueDeserializer<PayMonth> {
    @Override
    public PayMonth deserialize(JsonParser parser, DeserializationContext context) {
      try {
        return PayMonth.of(parser.getString());
      } catch (IllegalArgumentException e) {
        throw context.weirdStringException(
            parser.getString(), PayMonth.class, String.format(Locale.ROOT, "%s", e.getMessage()));
      }
    }
  }
}
