package io.monthend.closing;

import io.monthend.closing.ReviewItem.Kind;
import io.monthend.payroll.LineCode;
import io.monthend.rulebook.Labels;
import io.monthend.rulebook.Language;
import io.monthend.rulebook.RuleBookEdition;
import io.monthend.tasks.Speech;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a rule book calls the things to look at and the lines of a slip, in one language. */
record ExceptionWords(RuleBookEdition edition, Language language, Speech say) {

  /** A kind by its name, and how many there are. */
  record Count(Kind kind, String name, int items) {}

  public String name(Kind kind) {
    return label(edition.book().labels().exceptions(), kind.name());
  }

  public String line(LineCode code) {
    return label(edition.book().labels().lines(), code.name());
  }

  List<Count> counts(Map<Kind, Integer> items) {
    return items.entrySet().stream()
        .map(entry -> new Count(entry.getKey(), name(entry.getKey()), entry.getValue()))
        .toList();
  }

  /** What an item is about, without any pay. */
  public String about(ReviewItem item) {
    String source = item.source().text();
    return switch (item.kind()) {
      case BLOCKED -> item.note();
      case DISMISSAL_REVIEW -> edition.reviewReason(source, language);
      case MISSING_PUNCH -> say.text("exception.missing-" + item.note(), source(source));
      case NEGATIVE_NET, DEDUCTION_OVER_LIMIT, BELOW_MINIMUM_WAGE, BONUS_NOT_SET -> "";
      case UNROSTERED_PUNCH, PAY_FORFEITED, UNMATCHED_PAYMENT, LEAVE_PAPERS_OPEN ->
          Arrays.stream(source.split("\\+", -1))
              .map(this::source)
              .collect(Collectors.joining(" · "));
    };
  }

  /** A source of the file contract: what it is of, and which. */
  private String source(String source) {
    int colon = source.indexOf(':');
    String type = colon < 0 ? source : source.substring(0, colon);
    String which = colon < 0 ? "" : source.substring(colon + 1);
    String named = say.orElse("source." + type, "");
    return switch (type) {
      case "roster", "punch-in", "punch-out" -> which;
      case "punch" -> which.replace('T', ' ').replaceFirst(":00$", "");
      case "payment" -> payment(which);
      case "D" -> label(edition.book().labels().incidents(), which);
      default -> named.isEmpty() ? source : (named + " " + which).strip();
    };
  }

  private String payment(String which) {
    int colon = which.indexOf(':');
    return colon < 0
        ? which
        : which.substring(0, colon)
            + " "
            + label(edition.book().labels().incidents(), which.substring(colon + 1));
  }

  private String label(Map<String, Labels.Text> names, String code) {
    Labels.Text text = names.get(code);
    return text == null ? code : text.in(language);
  }
}
