package io.monthend.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What a server says of itself in its cluster's {@code postmaster.pid}; 0 is not known yet. */
record PostmasterFile(long pid, int port) {

  private static final int PID_LINE = 0;
  private static final int PORT_LINE = 3;
  private static final int LOOKS_AT_AN_EMPTY_FILE = 20;

  /**
   * The server that is alive in this cluster, if one is. The file of a dead one is left to
   * PostgreSQL, which also looks for its orphans; one that PostgreSQL would take for a living
   * server's is removed, or somebody would have to do it by hand.
   */
  static Optional<PostmasterFile> ofLivingServer(Path cluster) throws IOException {
    Path file = cluster.resolve("postmaster.pid");
    PostmasterFile said = new PostmasterFile(0, 0);
    // Written at once by a server, so an empty file is either a moment old or a power cut's.
    for (int look = 0; said.pid == 0 && look < LOOKS_AT_AN_EMPTY_FILE; look++) {
      if (look > 0) {
        Deadline.pause("looking for a running server");
      }
      try {
        said = parse(Files.readAllLines(file));
      } catch (NoSuchFileException e) {
        return Optional.empty();
      }
    }
    if (said.pid != 0 && !said.isAlive()) {
      return Optional.empty();
    }
    if (said.pid == 0 || !said.isServerOf(cluster)) {
      Files.deleteIfExists(file);
      return Optional.empty();
    }
    return Optional.of(said);
  }

  /** The process that the file names, if there is one; dead or alive. */
  static OptionalLong processIn(Path cluster) {
    try {
      long pid = parse(Files.readAllLines(cluster.resolve("postmaster.pid"))).pid;
      return pid == 0 ? OptionalLong.empty() : OptionalLong.of(pid);
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }

  private static PostmasterFile parse(List<String> lines) {
    return new PostmasterFile(number(lines, PID_LINE), (int) number(lines, PORT_LINE));
  }

  private static long number(List<String> lines, int line) {
    String text = line < lines.size() ? lines.get(line).strip() : "";
    return text.matches("[0-9]{1,9}") ? Long.parseLong(text) : 0;
  }

  private boolean isServerOf(Path cluster) throws IOException {
    return (commandLine() + " ").contains(" " + cluster + " ");
  }

  private boolean isAlive() {
    return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
  }

  /**
   * Empty for a zombie: dead, but nobody has collected it, as where process 1 is an application.
   */
  private String commandLine() throws IOException {
    Path line = Path.of("/proc", Long.toString(pid), "cmdline");
    if (Files.isReadable(line)) {
      return Files.readString(line).replace('\0', ' ');
    }
    return ProcessHandle.of(pid).flatMap(process -> process.info().commandLine()).orElse("");
  }
}
