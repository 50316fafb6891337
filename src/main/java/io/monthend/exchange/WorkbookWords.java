package io.monthend.exchange;

import io.monthend.kernel.Source;
import io.monthend.rulebook.Labels;
import io.monthend.rulebook.Language;
import io.monthend.rulebook.RuleBookEdition;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Says in one language what the files say in codes, with the labels of one rule book. */
record WorkbookWords(RuleBookEdition edition, Language language) {

  private static final String OF_ITEM = "+D:";

  String say(Caption caption, Object... values) {
    return caption.in(language, values);
  }

  /** The label of a code; the code itself where the rule book has none. */
  String label(Function<Labels, Map<String, Labels.Text>> group, String code) {
    Labels.Text text = group.apply(edition.book().labels()).get(code);
    return text == null ? code : text.in(language);
  }

  String incident(String code) {
    return label(Labels::incidents, code);
  }

  /** What a pay-slip line's rule adds to the line's own label: the item of the catalogue. */
  String item(String rule) {
    int item = rule.indexOf(OF_ITEM);
    return item < 0 ? "" : incident(rule.substring(item + OF_ITEM.length()));
  }

  /** The clauses of ids joined by {@code +}, one a line. */
  String clauses(String ids) {
    return Arrays.stream(ids.split("\\+", -1))
        .map(id -> id + " " + edition.clause(id, language))
        .collect(Collectors.joining("\n"));
  }

  /** A source of the file contract in words; what is none stays as it is. */
  String source(String source) {
    String[] parts = source.split(":", 2);
    String fact = parts.length == 1 ? "" : parts[1];
    return switch (parts[0]) {
      case "limit" ->
          source.equals(Source.MINIMUM_WAGE.text())
              ? say(Caption.SOURCE_LIMIT_MINIMUM_WAGE)
              : say(Caption.SOURCE_LIMIT_DEDUCTIONS);
      case "leave" -> leave(fact);
      case "payment" -> payment(fact);
      case "punch" -> say(Caption.SOURCE_PUNCH, fact.substring(0, 16).replace('T', ' '));
      case "employment" -> say(Caption.SOURCE_EMPLOYMENT);
      case "month" -> say(Caption.SOURCE_MONTH);
      case "kpi" -> say(Caption.SOURCE_KPI);
      case "bonus" -> say(Caption.SOURCE_BONUS);
      case "minimum" -> say(Caption.SOURCE_MINIMUM);
      case "incident" -> say(Caption.SOURCE_INCIDENT, fact);
      case "punch-in" -> say(Caption.SOURCE_PUNCH_IN, fact);
      case "punch-out" -> say(Caption.SOURCE_PUNCH_OUT, fact);
      case "roster" -> say(Caption.SOURCE_ROSTER, fact);
      case "exam" -> say(Caption.SOURCE_EXAM, fact);
      case "score" -> say(Caption.SOURCE_SCORE, fact);
      case "notice" -> say(Caption.SOURCE_NOTICE, fact);
      case "last-day" -> say(Caption.SOURCE_LAST_DAY, fact);
      default -> source;
    };
  }

  /** {@code L001} or {@code L001@2026-10-07}; a leave number may hold the sign itself. */
  private String leave(String fact) {
    int at = fact.lastIndexOf('@');
    return at < 0
        ? say(Caption.SOURCE_LEAVE, fact)
        : say(Caption.SOURCE_LEAVE_ON, fact.substring(0, at), fact.substring(at + 1));
  }

  private String payment(String fact) {
    List<String> dateAndCode = List.of(fact.split(":", 2));
    String code = dateAndCode.getLast();
    boolean isIncident = edition.book().labels().incidents().containsKey(code);
    return say(
        Caption.SOURCE_PAYMENT,
        dateAndCode.getFirst(),
        isIncident ? incident(code) : label(Labels::leaves, code));
  }
}
