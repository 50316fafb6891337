package io.monthend.rulebook;

import com.fasterxml.jackson.annotation.JsonSetter;
import io.monthend.kernel.Money;
import io.monthend.kernel.PayMonth;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.cfg.EnumFeature;
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
 * Binds a tree to the typed rule book; every key must be known, and every component given unless it
 * is nullable. Nothing is made to fit: 14.5 is no whole number and "5" is no number.
 */
final class RuleBookReader {

  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .annotationIntrospector(
              new AnnotationIntrospectorPair(
                  new RequiredUnlessNullable(), new JacksonAnnotationIntrospector()))
          .addModule(
              new SimpleModule()
                  .addDeserializer(Money.class, new MoneyReader())
                  .addDeserializer(LocalTime.class, new LocalTimeReader())
                  .addDeserializer(MonthDay.class, new MonthDayReader())
                  .addDeserializer(PayMonth.class, new PayMonthReader()))
          .build();

  private RuleBookReader() {}

  /** Binds a tree and checks what hangs together. */
  static RuleBook bind(String file, ObjectNode tree) {
    RuleBook book;
    try {
      book = YAML.treeToValue(tree, RuleBook.class);
    } catch (JacksonException e) {
      Complaint complaint = Complaint.of(e, tree);
      throw new RuleBookInvalid(file, complaint.place(), complaint.reason());
    }
    new RuleBookCheck(file, tree, book).run();
    return book;
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
      if (!parser.currentToken().isNumeric()) {
        return (Money) context.handleUnexpectedToken(context.constructType(Money.class), parser);
      }
      try {
        return Money.of(parser.getDecimalValue());
      } catch (ArithmeticException e) {
        throw new IllegalArgumentException(
            parser.getString() + " is no amount; give one with at most 2 decimals", e);
      }
    }
  }

  private static final class LocalTimeReader extends ValueDeserializer<LocalTime> {
    @Override
    public LocalTime deserialize(JsonParser parser, DeserializationContext context) {
      String text = String.valueOf(parser.getString());
      try {
        return LocalTime.parse(text, DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT));
      } catch (DateTimeException e) {
        throw new IllegalArgumentException("'" + text + "' is not a time; write it like 08:50", e);
      }
    }
  }

  private static final class MonthDayReader extends ValueDeserializer<MonthDay> {
    @Override
    public MonthDay deserialize(JsonParser parser, DeserializationContext context) {
      String text = parser.getString();
      try {
        return MonthDay.parse("--" + text);
      } catch (DateTimeException e) {
        throw new IllegalArgumentException(
            "'" + text + "' is not a month and day; write it like 05-01", e);
      }
    }
  }

  private static final class PayMonthReader extends ValueDeserializer<PayMonth> {
    @Override
    public PayMonth deserialize(JsonParser parser, DeserializationContext context) {
      return PayMonth.of(parser.getString());
    }
  }

  /** A number, or the word {@code none}. */
  abstract static class OrNone<T> extends ValueDeserializer<@Nullable T> {

    private final Class<T> type;

    OrNone(Class<T> type) {
      this.type = type;
    }

    @Override
    public @Nullable T deserialize(JsonParser parser, DeserializationContext context) {
      return "none".equals(parser.getString()) ? null : context.readValue(parser, type);
    }
  }

  static final class IntegerOrNone extends OrNone<Integer> {
    IntegerOrNone() {
      super(Integer.class);
    }
  }

  static final class MoneyOrNone extends OrNone<Money> {
    MoneyOrNone() {
      super(Money.class);
    }
  }
}
