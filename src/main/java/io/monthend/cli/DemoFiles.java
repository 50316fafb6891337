package io.monthend.cli;

import io.monthend.kernel.PayMonth;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The demo company that comes with the program, and the folder it is unpacked to.
 *
 * @param folder of the demo
 */
record DemoFiles(Path folder) {

  private static final String MONTHS = "demo/*/*.csv";
  private static final String STORIES = "demo/README.md";
  private static final String BALANCES = "demo/balances.csv";
  private static final String RULE_BOOK = "rulebook/customer-service-1.yaml";

  /** Its months in the order they are closed. */
  static List<PayMonth> months() {
    return inputs().stream().map(Original::month).distinct().sorted().toList();
  }

  Path input(PayMonth month) {
    return folder.resolve("input").resolve(month.toString());
  }

  /** The days of leave that people had left at the end of its last month. */
  Path balances() {
    return folder.resolve("input").resolve("balances");
  }

  /** The rosters and punches of the months that are not over. */
  Path ongoing() {
    return folder.resolve("input").resolve("ongoing");
  }

  /** What the books answered to the files of a folder. */
  Path answers(Path input) {
    return folder.resolve("output").resolve("books").resolve(input.getFileName());
  }

  Path output(PayMonth month) {
    return folder.resolve("output").resolve(month.toString());
  }

  /** Who is who. */
  Path stories() {
    return folder.resolve("README.md");
  }

  /** A copy of the rule book to try changes on. */
  Path ruleBook() {
    return folder.resolve("rulebook.yaml");
  }

  /**
   * Unpacks what is missing. A file that somebody has changed is put back only if {@code anew};
   * otherwise it stays and is among the answer.
   */
  List<Path> unpack(boolean anew) throws IOException {
    List<Path> changed = new ArrayList<>();
    for (Original original : inputs()) {
      Path file = input(original.month()).resolve(original.name());
      if (!unpack(original.resource(), file, anew)) {
        changed.add(file);
      }
    }
    Path balances = balances().resolve("balances.csv");
    if (!unpack(new ClassPathResource(BALANCES), balances, anew)) {
      changed.add(balances);
    }
    // Nothing is closed with these two, so the newest are right.
    unpack(new ClassPathResource(STORIES), stories(), true);
    unpack(new ClassPathResource(RULE_BOOK), ruleBook(), true);
    return changed;
  }

  /** Tells whether the file is now as it comes with the program. */
  private static boolean unpack(Resource resource, Path file, boolean anew) throws IOException {
    byte[] original;
    try (InputStream bytes = resource.getInputStream()) {
      original = bytes.readAllBytes();
    }
    if (Files.exists(file) && !anew) {
      return Arrays.equals(original, Files.readAllBytes(file));
    }
    Files.createDirectories(file.resolveSibling(".").normalize());
    Files.write(file, original);
    return true;
  }

  /** An input file as it comes with the program. */
  private record Original(PayMonth month, String name, Resource resource) {

    static Original of(Resource resource) {
      try {
        String[] path = resource.getURL().getPath().split("/", -1);
        return new Original(PayMonth.of(path[path.length - 2]), path[path.length - 1], resource);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static List<Original> inputs() {
    try {
      Resource[] files =
          new PathMatchingResourcePatternResolver().getResources("classpath:" + MONTHS);
      return Arrays.stream(files)
          .map(Original::of)
          .sorted(Comparator.comparing(Original::month).thenComparing(Original::name))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
