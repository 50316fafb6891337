package io.monthend.cli;

import static io.monthend.cli.TerminalText.blanks;
import static io.monthend.cli.TerminalText.left;
import static io.monthend.cli.TerminalText.plain;
import static io.monthend.cli.TerminalText.right;
import static io.monthend.cli.TerminalText.width;
import static io.monthend.cli.TerminalText.wrap;

import io.monthend.explanation.Explanation;
import io.monthend.explanation.Explanation.Clause;
import io.monthend.explanation.Explanation.Entry;
import io.monthend.explanation.Explanation.Part;
import io.monthend.explanation.Explanation.Section;
import java.util.ArrayList;
import java.util.List;

/**
 * Lays an explanation out for a terminal: figures in a column on the right, facts and clauses under
 * the entry they belong to, everything within so many columns.
 */
final class ExplanationSheet {

  private static final int COLUMNS = 96;
  private static final int WIDEST_LABEL = 48;
  private static final int NUMBER = 4;
  private static final String GAP = "  ";

  private final Explanation explanation;
  private final int captionWidth;
  private final List<String> lines = new ArrayList<>();

  private ExplanationSheet(Explanation explanation) {
    this.explanation = explanation;
    this.captionWidth =
        Math.max(width(explanation.captions().because()), width(explanation.captions().rule()));
  }

  /** The lines of the sheet, without a blank at their ends. */
  static List<String> lines(Explanation explanation) {
    ExplanationSheet sheet = new ExplanationSheet(explanation);
    sheet.lines.add(plain(explanation.title()));
    explanation.sections().stream()
        .filter(section -> !section.entries().isEmpty())
        .forEach(sheet::section);
    return sheet.lines.stream().map(String::stripTrailing).toList();
  }

  private void section(Section section) {
    lines.add("");
    boolean isLedger = section.part() == Part.PAYSLIP || section.part() == Part.EVALUATION;
    if (!section.title().isEmpty()) {
      String unit = section.unit();
      lines.add(left(section.title(), COLUMNS - width(unit)) + unit);
      lines.add("-".repeat(COLUMNS));
    }
    if (isLedger) {
      section.entries().forEach(entry -> ledger(section, entry));
    } else {
      table(section);
    }
  }

  /** Label and facts side by side. */
  private void table(Section section) {
    int labelWidth =
        section.entries().stream().mapToInt(entry -> width(plain(entry.label()))).max().orElse(0);
    int columns = Math.min(labelWidth, WIDEST_LABEL);
    for (Entry entry : section.entries()) {
      List<String> labels = wrap(plain(entry.label()), columns);
      List<String> facts =
          entry.facts().stream()
              .flatMap(fact -> wrap(plain(fact), COLUMNS - columns - 2 * GAP.length()).stream())
              .toList();
      for (int i = 0; i < Math.max(labels.size(), facts.size()); i++) {
        String label = i < labels.size() ? labels.get(i) : "";
        String fact = i < facts.size() ? facts.get(i) : "";
        lines.add(GAP + left(label, columns) + GAP + fact);
      }
    }
  }

  /** Label and figure, then the facts, then the clauses. */
  private void ledger(Section section, Entry entry) {
    String figure = entry.figure() == null ? "" : entry.figure().text();
    if (entry.isTotal()) {
      lines.add(right("-".repeat(width(figure) + 2), COLUMNS));
    }
    String number = entry.number() == 0 ? "" : Integer.toString(entry.number());
    List<String> labels =
        wrap(plain(entry.label()), COLUMNS - NUMBER - GAP.length() - width(figure));
    String first = right(number, NUMBER - GAP.length()) + GAP + labels.getFirst();
    lines.add(left(first, COLUMNS - width(figure)) + figure);
    labels.stream().skip(1).forEach(more -> lines.add(blanks(NUMBER) + more));
    captioned(explanation.captions().because(), "", entry.facts());
    clauses(section, entry);
  }

  /**
   * Each clause in full where it comes first. Further on a line refers to it, except for the
   * clauses that only say what kind of line it is, as long as there are others.
   */
  private void clauses(Section section, Entry entry) {
    String caption = explanation.captions().rule();
    boolean saysMore =
        entry.clauses().stream().anyMatch(it -> !it.isOfPayslip() || !it.isRepeated());
    for (Clause clause : entry.clauses()) {
      boolean isShown =
          !clause.isRepeated()
              || (section.part() == Part.PAYSLIP && !(clause.isOfPayslip() && saysMore));
      if (isShown) {
        captioned(
            caption,
            clause.mark() + GAP,
            List.of(clause.isRepeated() ? clause.reference() : clause.text()));
        caption = "";
      }
    }
  }

  private void captioned(String caption, String mark, List<String> texts) {
    String before = caption;
    for (String text : texts) {
      String head = blanks(NUMBER) + left(before, captionWidth) + GAP + mark;
      List<String> wrapped = wrap(plain(text), COLUMNS - width(head));
      lines.add(head + wrapped.getFirst());
      wrapped.stream().skip(1).forEach(more -> lines.add(blanks(width(head)) + more));
      before = "";
    }
  }
}
