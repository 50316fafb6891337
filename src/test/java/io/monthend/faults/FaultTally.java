package io.monthend.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** Counts the faults that were tried and those that were survived, for people and machines. */
final class FaultTally {

  private static final Path FILE = Path.of("target", "faults.json");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** How many of one kind. */
  record Count(int tried, int survived) {}

  private static final Map<String, Count> KINDS = new TreeMap<>();

  private FaultTally() {}

  static synchronized void tried(String kind) {
    KINDS.merge(kind, new Count(1, 0), FaultTally::sum);
    write();
  }

  /** To be called once the digest is that of an undisturbed run. */
  static synchronized void survived(String kind, int many) {
    KINDS.merge(kind, new Count(0, many), FaultTally::sum);
    write();
  }

  static synchronized String text() {
    Count all = KINDS.values().stream().reduce(new Count(0, 0), FaultTally::sum);
    return JSON.writeValueAsString(
        Map.of(
            "form",
            Extent.name(),
            "tried",
            all.tried(),
            "survived",
            all.survived(),
            "kinds",
            KINDS));
  }

  private static Count sum(Count left, Count right) {
    return new Count(left.tried() + right.tried(), left.survived() + right.survived());
  }

  private static void write() {
    try {
      Files.writeString(FILE, text() + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
