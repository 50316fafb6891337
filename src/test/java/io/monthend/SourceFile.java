package io.monthend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A Java file as it stands in the project.
 *
 * @param code its text with comments and the insides of texts blanked out, line by line the same
 */
record SourceFile(Path path, String text, String code) {

  private static final Pattern NO_CODE =
      Pattern.compile(
          "/\\*.*?\\*/|//[^\n]*|\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\n])*\"|'(?:\\\\.|[^'\\\\])+'",
          Pattern.DOTALL);

  static List<SourceFile> below(String folder) {
    try (Stream<Path> files = Files.walk(Path.of(folder))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .sorted()
          .map(SourceFile::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SourceFile read(Path path) {
    try {
      String text = Files.readString(path);
      String code =
          NO_CODE
              .matcher(text)
              .replaceAll(found -> "\"\"" + "\n".repeat((int) found.group().lines().count() - 1));
      return new SourceFile(path, text, code);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The module it belongs to; empty for the root package. */
  String module() {
    Path below = Path.of("src/main/java/io/monthend").relativize(path);
    return below.getNameCount() < 2 ? "" : below.getName(0).toString();
  }

  boolean isIn(List<String> modules) {
    return modules.contains(module());
  }

  /** Where a pattern occurs in the code: {@code Money.java:45 ....}. */
  List<String> occurrencesOf(Pattern pattern) {
    return pattern.matcher(code).results().map(this::describe).toList();
  }

  private String describe(MatchResult found) {
    long line = code.substring(0, found.start()).lines().count();
    return "%s:%s %s"
        .formatted(path.getFileName(), line, found.group().strip().replaceAll("\\s+", " "));
  }
}
