package io.monthend.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the server writes about its own life: one file a day, for a week. */
record ServerLog(DataDirectory data) {

  private static final Duration KEPT = Duration.ofDays(6);
  private static final long MOST_BYTES = 10L << 20;

  /** Where the server speaks before its rotated log is open. */
  Path firstWords() {
    return data.log().resolve("start.log");
  }

  /**
   * Makes room before a start. The server overwrites last week's file only if it is up at midnight,
   * and one that runs for an hour a day never is.
   */
  void prune() throws IOException {
    data.makeDirectory(data.log());
    data.write(firstWords(), "");
    long now = Files.getLastModifiedTime(firstWords()).toMillis();
    for (Path file : files()) {
      boolean old = Files.getLastModifiedTime(file).toMillis() < now - KEPT.toMillis();
      if (old || Files.size(file) > MOST_BYTES) {
        Files.delete(file);
      }
    }
  }

  Map<Path, Long> sizes() throws IOException {
    Map<Path, Long> sizes = new HashMap<>();
    for (Path file : files()) {
      sizes.put(file, Files.size(file));
    }
    return sizes;
  }

  /** Everything written since the files had these sizes. */
  String since(Map<Path, Long> sizes) throws IOException {
    StringBuilder text = new StringBuilder();
    for (Path file : files()) {
      byte[] bytes = Files.readAllBytes(file);
      int from = Math.min(bytes.length, sizes.getOrDefault(file, 0L).intValue());
      text.append(
          new String(Arrays.copyOfRange(bytes, from, bytes.length), StandardCharsets.UTF_8));
    }
    return text.toString().strip();
  }

  private List<Path> files() throws IOException {
    try (var files = Files.list(data.log())) {
      return files.sorted().toList();
    }
  }
}
