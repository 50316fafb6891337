package io.monthend.tasks;

import io.monthend.pages.StartPanel;
import io.monthend.people.Account;
import io.monthend.rulebook.Language;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a process adds to the pages of its cases; one for each process that adds something.
 *
 * <p>Its words stand in the message file of its module: {@code <process>} names it, {@code
 * <process>.<step id>} a step, {@code <process>.<step id>.<outcome>} an outcome of it that the
 * usual word does not fit, {@code <process>.state.<word>} a state of a case other than open, and
 * {@code notice.<kind>} what people are told by a kind of notice of its own ({0} = who did it).
 */
public interface CaseView {

  /**
   * Something there is to know about a case.
   *
   * @param label the key of what it is called
   * @param said what it is, in words of the message files; null where it is plain text
   * @param text what it is, as somebody wrote it
   */
  record Fact(String label, @Nullable Message said, String text) {

    public static Fact said(String label, Message said) {
      return new Fact(label, said, "");
    }

    public static Fact plain(String label, String text) {
      return new Fact(label, null, text);
    }
  }

  /**
   * A way from a case to something else: a page to look at, or a form with one button.
   *
   * @param label the key of what it is called
   * @param path the address, which begins with {@code /}
   * @param isDeed whether something is done there at once, by POST; else a page is opened
   */
  record Way(String label, String path, boolean isDeed) {

    public static Way page(String label, String path) {
      return new Way(label, path, false);
    }

    public static Way deed(String label, String path) {
      return new Way(label, path, true);
    }
  }

  /** The id of its definition. */
  String process();

  /** What there is to know about a case; the reader may see it. */
  List<Fact> facts(Account reader, String caseNo, Language language);

  /** Where the reader can go on from a case now, such as to withdraw it. */
  List<Way> ways(Account reader, String caseNo);

  /**
   * The page on which a step is done, in place of the plain buttons.
   *
   * @param taskKey the id of the task in the process
   */
  default Optional<Way> pageFor(String caseNo, String taskKey) {
    return Optional.empty();
  }

  /** What lies beside the facts for those who decide, such as figures; the reader may see it. */
  default Optional<StartPanel.Shown> exhibit(Account reader, String caseNo, Language language) {
    return Optional.empty();
  }

  /** Where the reader can ask for something new of this kind. */
  default List<Way> beginnings(Account reader) {
    return List.of();
  }
}
