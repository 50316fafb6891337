package io.monthend.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words in which the sources say why an input is refused, so that none is without a case. */
final class RejectReasons {

  private static final Path MODULES = Path.of("src", "main", "java", "io", "monthend");

  /** Whoever can find a fault in a value, a row, a file or an archive. */
  private static final Pattern FINDS_FAULTS =
      Pattern.compile(
          "\\bFault\\(|UnreadableWorkbook\\(|RefusedInput\\(|\\bfault\\(|\\bclass Encoding\\b|interface MonthInput");

  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\n]*", Pattern.DOTALL);

  /** A text of at least two words. */
  private static final Pattern WORDS =
      Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*[a-z]{2,} [a-z]{2,}(?:[^\"\\\\\n]|\\\\.)*)\"");

  /** Lists of columns and of names in XML. */
  private static final Pattern NAMES = Pattern.compile("[a-z][A-Z]|[a-z]_[a-z]");

  private static final Pattern REASON_OF_QUERY =
      Pattern.compile("'([^'\n]*[a-z] [a-z][^'\n]*)'[^;]{0,200}?\\bas reason");

  /** What is no reason, or cannot be tried quickly, and why. */
  private static final Map<String, String> WITHOUT_A_CASE =
      Map.ofEntries(
          Map.entry("it is larger than ", "a file of 300 MB"),
          Map.entry("; use CSV files for a month of this size", "as above"),
          Map.entry("it unpacks to more than ", "2 GB in parts that are each small enough"),
          Map.entry(
              "it holds more different texts than fit; use CSV files for a month of this size",
              "as above"),
          Map.entry(
              "; this row stands in the books (", "only an import has rows of the books beside it"),
          Map.entry("): import it anew together with these", "as above"),
          Map.entry("the books have ", "as above"),
          Map.entry(" of this date; name all of them, or none", "as above"),
          Map.entry(
              "not in steps of half a day; write it like 7.5", "only an import reads balances"),
          Map.entry(
              "works longer without a break than A6 allows", "no shift of the rule book does"),
          Map.entry(" is longer than ", "a row of a million characters that hardly compress"),
          Map.entry("cannot be read: ", "a fault of the disk"),
          Map.entry("The input could not be read: ", "as above"),
          Map.entry(
              "nobody in the books is employed in this month; import the employees first",
              "no input"),
          Map.entry(" in the books", "no reason"));

  private RejectReasons() {}

  /** Each as far as it stands in one piece in the sources. */
  static Set<String> inSources() throws IOException {
    Set<String> reasons = new TreeSet<>();
    try (Stream<Path> files = Files.walk(MODULES)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        String source = COMMENT.matcher(Files.readString(file)).replaceAll("");
        if (file.startsWith(MODULES.resolve("exchange")) && FINDS_FAULTS.matcher(source).find()) {
          reasons.addAll(found(WORDS, source));
        }
        reasons.addAll(found(REASON_OF_QUERY, source));
      }
    }
    reasons.removeIf(NAMES.asPredicate());
    reasons.removeAll(WITHOUT_A_CASE.keySet());
    return reasons;
  }

  private static Set<String> found(Pattern pattern, String source) {
    return pattern
        .matcher(source)
        .results()
        .map((MatchResult match) -> match.group(1).replace("\\\"", "\""))
        .collect(Collectors.toSet());
  }
}
