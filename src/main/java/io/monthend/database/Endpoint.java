package io.monthend.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where the server listens, written down for people's tools, and on which machine that holds. */
record Endpoint(int port, String machine) {

  private static final Path KERNEL = Path.of("/proc/sys/kernel/random/boot_id");
  private static final Path PROCESSES = Path.of("/proc/self/ns/pid");

  static Endpoint here(int port) throws IOException {
    return new Endpoint(port, thisMachine());
  }

  /** Insists on scram, so that whoever takes a dead server's port cannot ask for the password. */
  static String jdbcUrl(int port) {
    return "jdbc:postgresql://127.0.0.1:%d/%s?requireAuth=scram-sha-256&sslmode=disable&gssEncMode=disable"
        .formatted(port, Cluster.NAME);
  }

  void writeTo(DataDirectory data) throws IOException {
    data.write(
        data.endpoint(),
        """
        host=127.0.0.1
        port=%d
        database=%s
        user=%s
        machine=%s
        """
            .formatted(port, Cluster.NAME, Cluster.NAME, machine));
  }

  /**
   * Refuses a directory that is in use from another machine or container: its server is invisible
   * from here, and a second one would destroy the cluster.
   */
  static void requireThisMachine(DataDirectory data) throws IOException {
    if (!Files.exists(data.endpoint())) {
      return;
    }
    try (Stream<String> lines = Files.lines(data.endpoint())) {
      String here = "machine=" + thisMachine();
      if (lines.noneMatch(here::equals)) {
        throw new DatabaseUnavailable(
            "The data directory %s is in use by another machine or container; use one of them at a time, give each a directory of its own, %s."
                .formatted(data.root(), DatabaseUnavailable.OR_ELSE));
      }
    }
  }

  /** One boot of one kernel, and the process ids that are seen there; nothing where not Linux. */
  private static String thisMachine() throws IOException {
    if (!Files.isReadable(KERNEL)) {
      return "";
    }
    return Stream.of(Files.readString(KERNEL).strip(), Files.readSymbolicLink(PROCESSES).toString())
        .collect(Collectors.joining(" "));
  }
}
