package io.monthend.explanation;

import io.monthend.kernel.Money;
import io.monthend.kernel.PayMonth;
import io.monthend.kernel.Position;
import io.monthend.rulebook.Labels;
import io.monthend.rulebook.Language;
import io.monthend.rulebook.RuleBookEdition;
import io.monthend.rulebook.WorkingTime.Period;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Says things in one language, with the labels of one rule book, about one month. */
record Wording(Phrases phrases, RuleBookEdition edition, Language language, PayMonth month) {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  String say(Phrase phrase, Object... values) {
    return phrases.say(phrase, language, values);
  }

  /** {@code -5,400.00}. */
  static String money(Money amount) {
    return String.format(Locale.ROOT, "%,.2f", amount.toBigDecimal());
  }

  /** A figure without needless zeros. */
  static String number(BigDecimal figure) {
    return figure.signum() == 0 ? "0" : figure.stripTrailingZeros().toPlainString();
  }

  String payMonth() {
    return month(month);
  }

  String month(PayMonth of) {
    return formatter(Phrase.MONTH).format(of.first());
  }

  /** With the weekday in the year of the month, with the year outside it. */
  String date(LocalDate date) {
    boolean sameYear = date.getYear() == month.first().getYear();
    return formatter(sameYear ? Phrase.DATE : Phrase.DATE_WITH_YEAR).format(date);
  }

  /** With the year, for what lasts beyond the month. */
  String dateWithYear(LocalDate date) {
    return formatter(Phrase.DATE_WITH_YEAR).format(date);
  }

  String dates(Collection<LocalDate> dates) {
    return list(dates.stream().map(this::date).toList());
  }

  private DateTimeFormatter formatter(Phrase pattern) {
    Locale locale =
        switch (language) {
          case ZH_HANT -> Locale.forLanguageTag("zh-Hant-TW");
          case ZH_HANS -> Locale.forLanguageTag("zh-Hans-CN");
          case EN -> Locale.ENGLISH;
        };
    return DateTimeFormatter.ofPattern(say(pattern), locale);
  }

  static String time(LocalTime time) {
    return TIME.format(time);
  }

  /** A time that belongs to a date, such as that of a shift; another date is told. */
  String timeOf(LocalDate date, LocalDateTime at) {
    String time = time(at.toLocalTime());
    long later = ChronoUnit.DAYS.between(date, at.toLocalDate());
    if (later == 0) {
      return time;
    }
    return later == 1
        ? say(Phrase.NEXT_DAY, time)
        : say(Phrase.OTHER_DAY, time, date(at.toLocalDate()));
  }

  String days(int halves) {
    String days = halves / 2 + (halves % 2 == 0 ? "" : ".5");
    return say(halves == 2 ? Phrase.ONE_DAY : Phrase.DAYS, days);
  }

  String times(long times) {
    return times == 1 ? say(Phrase.ONCE) : say(Phrase.TIMES, times);
  }

  String points(int points) {
    return say(Math.abs(points) == 1 ? Phrase.ONE_POINT : Phrase.POINTS, points);
  }

  String minutes(int minutes) {
    return say(Phrase.MINUTES, minutes);
  }

  /** {@code 2nd} in English, the bare number where the language counts otherwise. */
  String nth(int n) {
    if (language != Language.EN) {
      return Integer.toString(n);
    }
    boolean teens = n % 100 >= 11 && n % 100 <= 13;
    return switch (teens ? 0 : n % 10) {
      case 1 -> n + "st";
      case 2 -> n + "nd";
      case 3 -> n + "rd";
      default -> n + "th";
    };
  }

  /** The items of a list. */
  String list(Collection<String> items) {
    return String.join(say(Phrase.AND), items);
  }

  /** One fact of several parts; empty parts are left out. */
  String fact(String... parts) {
    return List.of(parts).stream()
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(say(Phrase.AND_THEN)));
  }

  String colon(String what, String detail) {
    return say(Phrase.COLON, what, detail);
  }

  /** The label of a code; the code itself where the rule book has none. */
  String label(Function<Labels, Map<String, Labels.Text>> group, String code) {
    Labels.Text text = group.apply(edition.book().labels()).get(code);
    return text == null ? code : text.in(language);
  }

  String incident(String code) {
    return label(Labels::incidents, code);
  }

  String position(Position position) {
    return label(Labels::positions, position.name());
  }

  /** A label inside a sentence, where English writes it small. */
  String inSentence(Function<Labels, Map<String, Labels.Text>> group, String code) {
    String label = label(group, code);
    boolean isWord = label.length() > 1 && !Character.isUpperCase(label.charAt(1));
    return language == Language.EN && isWord
        ? Character.toLowerCase(label.charAt(0)) + label.substring(1)
        : label;
  }

  /** {@code Night shift 23:30-07:30}, with the date it starts on. */
  String shift(LocalDate date, String code) {
    List<String> hours =
        edition.book().workingTime().periodsOf(code, date).stream().map(Period::toString).toList();
    return say(Phrase.SHIFT, date(date), label(Labels::shifts, code), String.join(", ", hours));
  }
}
