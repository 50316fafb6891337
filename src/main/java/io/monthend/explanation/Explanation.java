package io.monthend.explanation;

import io.monthend.kernel.Money;
import io.monthend.kernel.Source;
import io.monthend.rulebook.Language;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One person's pay of a month and the reasons for it, in the words of one language. All texts are
 * ready to be shown; a text may hold what people typed, so whoever shows it escapes it.
 */
public record Explanation(
    Language language, String title, Captions captions, List<Section> sections) {

  public Explanation {
    sections = List.copyOf(sections);
  }

  /** The section of a part; every explanation has each part once. */
  public Section section(Part part) {
    return sections.stream()
        .filter(section -> section.part() == part)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No section " + part));
  }

  /** What stands before facts and before clauses. */
  public record Captions(String because, String rule) {}

  /** What a section is about. */
  public enum Part {
    PERSON,
    PAYSLIP,
    EVALUATION,
    ATTENDANCE,
    /** The days that stand out. */
    DAYS,
    /** What people are looking into. */
    REVIEW
  }

  /**
   * Entries under one title.
   *
   * @param title empty where none is needed
   * @param unit of the figures; empty where there are none
   */
  public record Section(Part part, String title, String unit, List<Entry> entries) {
    public Section {
      entries = List.copyOf(entries);
    }
  }

  /**
   * One thing and why it is so.
   *
   * @param number of a pay-slip line, from 1; 0 = not numbered
   * @param isTotal whether it is what the entries above come to
   * @param source the one fact it comes from; {@link Source#NONE} if there is no such
   */
  public record Entry(
      int number,
      String label,
      @Nullable Figure figure,
      List<String> facts,
      List<Clause> clauses,
      boolean isTotal,
      Source source) {

    public Entry {
      facts = List.copyOf(facts);
      clauses = List.copyOf(clauses);
    }

    /** The number of the leave it comes from; empty if it comes from something else. */
    public String leaveNo() {
      return source.leaveNo().orElse("");
    }

    static Entry of(String label, String... facts) {
      return new Entry(0, label, null, List.of(facts), List.of(), false, Source.NONE);
    }

    static Entry of(String label, Figure figure, List<String> facts, List<Clause> clauses) {
      return new Entry(0, label, figure, facts, clauses, false, Source.NONE);
    }

    static Entry total(String label, Figure figure, List<String> facts, List<Clause> clauses) {
      return new Entry(0, label, figure, facts, clauses, true, Source.NONE);
    }
  }

  /**
   * A clause of the rule book.
   *
   * @param id {@code C3}, or {@code D:} and the code of an incident
   * @param text in words, with its figures
   * @param reference to the pay-slip line that gave it before; empty where this is the first
   */
  public record Clause(String id, String text, String reference) {

    /** What it is cited by: the id, without the code of an incident. */
    public String mark() {
      int colon = id.indexOf(':');
      return colon < 0 ? id : id.substring(0, colon);
    }

    /** Whether it is of section G, which only says what kind of line this is. */
    public boolean isOfPayslip() {
      return id.startsWith("G");
    }

    public boolean isRepeated() {
      return !reference.isEmpty();
    }
  }

  /** A number to stand in a column. */
  public sealed interface Figure {

    /** As people read it. */
    String text();

    /** An amount: thousands grouped, two decimals. */
    record Amount(Money money) implements Figure {
      @Override
      public String text() {
        return Wording.money(money);
      }
    }

    /** Points added or taken off, with a sign. */
    record Change(int points) implements Figure {
      @Override
      public String text() {
        return String.format(Locale.ROOT, "%+d", points);
      }
    }

    /** Where points stand. */
    record Points(int points) implements Figure {
      @Override
      public String text() {
        return Integer.toString(points);
      }
    }
  }
}
