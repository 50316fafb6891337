package io.monthend.bench;

import io.monthend.bench.Measured.Memory;
import io.monthend.database.EmbeddedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks now and then at the memory of a close and of its database, while it is open. */
final class MemoryWatch {

  private static final long LOOK_EVERY_MILLIS = 250;
  private static final long MEBIBYTE = 1 << 20;

  /** Before, after and room of a collection, as the JVM's log has them. */
  private static final Pattern COLLECTION = Pattern.compile("(\\d+)M->(\\d+)M\\((\\d+)M\\)");

  private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");
  private static final Pattern SHARE = Pattern.compile("(?m)^Pss:\\s+(\\d+) kB");

  private final long process;
  private final Path dataDirectory;
  private final Thread thread;
  private volatile boolean done;
  private volatile long resident;
  private volatile long database;

  private MemoryWatch(long process, Path dataDirectory) {
    this.process = process;
    this.dataDirectory = dataDirectory;
    this.thread = Thread.ofVirtual().unstarted(this::watch);
  }

  static MemoryWatch over(long process, Path dataDirectory) {
    MemoryWatch watch = new MemoryWatch(process, dataDirectory);
    watch.thread.start();
    return watch;
  }

  private void watch() {
    try {
      while (!done) {
        resident = Math.max(resident, kilobytes(process, "status", PEAK));
        database = Math.max(database, database());
        Thread.sleep(LOOK_EVERY_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private long database() {
    OptionalLong server = EmbeddedServer.processOf(dataDirectory);
    return server.isEmpty()
        ? 0
        : ProcessHandle.of(server.getAsLong()).stream()
            .flatMap(main -> Stream.concat(Stream.of(main), main.descendants()))
            .mapToLong(each -> kilobytes(each.pid(), "smaps_rollup", SHARE))
            .sum();
  }

  /** 0 where the process has ended or the machine does not tell. */
  private static long kilobytes(long process, String file, Pattern line) {
    try {
      Matcher found =
          line.matcher(Files.readString(Path.of("/proc", Long.toString(process), file)));
      return found.find() ? Long.parseLong(found.group(1)) * 1024 : 0;
    } catch (IOException e) {
      return 0;
    }
  }

  void end() throws InterruptedException {
    done = true;
    thread.join();
  }

  /** What was seen, with the heap from the log of the JVM's collections. */
  Memory seen(Path collections) throws IOException {
    List<Matcher> all;
    try (Stream<String> lines = Files.lines(collections)) {
      all = lines.map(COLLECTION::matcher).filter(Matcher::find).toList();
    }
    return new Memory(peak(all, 1), peak(all, 2), known(resident), known(database));
  }

  private static @Nullable Long peak(List<Matcher> collections, int group) {
    return known(
        collections.stream()
            .mapToLong(line -> Long.parseLong(line.group(group)) * MEBIBYTE)
            .max()
            .orElse(0));
  }

  private static @Nullable Long known(long bytes) {
    return bytes == 0 ? null : bytes;
  }
}
