package io.monthend.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.StreamSupport;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The archive of PostgreSQL programs on the class path, and how it comes onto the disk. */
record ServerBinaries(URL archive) {

  static final String MAJOR = "18";

  private static final Duration ABANDONED = Duration.ofHours(1);
  private static final String PREFIX = "postgresql-";
  private static final String UNFINISHED = ".unfinished";
  private static final Set<PosixFilePermission> ENTERED_BY_ALL =
      PosixFilePermissions.fromString("rwxr-xr-x");

  static ServerBinaries bundled() {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String machine = System.getProperty("os.arch", "");
    String name = "/postgres-%s-%s.txz".formatted(systemName(system), machineName(machine));
    URL archive = ServerBinaries.class.getResource(name);
    if (archive == null) {
      throw new DatabaseUnavailable(
          "No PostgreSQL for %s on %s comes with this build (%s is missing); build Monthend on that kind of machine, %s."
              .formatted(system, machine, name, DatabaseUnavailable.OR_ELSE));
    }
    return new ServerBinaries(archive);
  }

  /** Unpacks once; a second process at the same time unpacks too and the first one's stays. */
  Path unpackedIn(Path cache) throws IOException {
    Path home = cache.resolve(directoryName());
    if (Files.isDirectory(home)) {
      requireOwn(home, cache);
      return home;
    }
    Files.createDirectories(cache);
    Path unfinished = Files.createTempDirectory(cache, home.getFileName() + UNFINISHED);
    try {
      deleteAbandoned(unfinished);
      unpackInto(unfinished);
      Files.setPosixFilePermissions(unfinished, ENTERED_BY_ALL);
      if (!Files.isDirectory(home)) {
        moveUnlessThere(home, unfinished);
      }
    } finally {
      DataDirectory.deleteTree(unfinished);
    }
    return home;
  }

  /** In a cache that anybody may write, programs could lie ready that are not PostgreSQL's. */
  private static void requireOwn(Path home, Path cache) throws IOException {
    int owner = DataDirectory.unixNumber(home, "uid");
    int cacheOwner = DataDirectory.unixNumber(cache, "uid");
    if (!List.of(0, DataDirectory.ownUid(), cacheOwner).contains(owner)) {
      throw new IOException(home + " belongs to another account");
    }
  }

  private static void moveUnlessThere(Path home, Path unfinished) throws IOException {
    try {
      DataDirectory.moveInto(home, unfinished);
    } catch (IOException e) {
      if (!Files.isDirectory(home)) {
        throw e;
      }
    }
  }

  /** The checksum tells builds apart, it guards against nobody: the cache is the user's own. */
  private String directoryName() throws IOException {
    CRC32 checksum = new CRC32();
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = archive.openStream()) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        checksum.update(buffer, 0, read);
      }
    }
    return PREFIX + MAJOR + "-" + HexFormat.of().toHexDigits((int) checksum.getValue());
  }

  private void unpackInto(Path directory) throws IOException {
    try (var in =
        new TarArchiveInputStream(
            new XZCompressorInputStream(new BufferedInputStream(archive.openStream())))) {
      for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        Path target = directory.resolve(entry.getName()).normalize();
        if (!target.startsWith(directory)) {
          throw new IOException("the archive names a path outside itself: " + entry.getName());
        }
        unpack(entry, in, target);
      }
    }
  }

  private static void unpack(TarArchiveEntry entry, InputStream in, Path target)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      Files.setPosixFilePermissions(target, ENTERED_BY_ALL);
      return;
    }
    Files.createDirectories(target.resolveSibling("."));
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
    } else if (entry.isFile()) {
      Files.copy(in, target);
      Files.setPosixFilePermissions(
          target, PosixFilePermissions.fromString(isExecutable(entry) ? "rwxr-xr-x" : "rw-r--r--"));
      // Else a power cut could leave a complete-looking cache of empty files behind.
      try (FileChannel channel = FileChannel.open(target, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
    } else {
      throw new IOException("the archive holds neither file nor link: " + entry.getName());
    }
  }

  private static boolean isExecutable(TarArchiveEntry entry) {
    return (entry.getMode() & 0100) != 0;
  }

  /** What processes killed while unpacking left behind, judged by the one just begun. */
  private static void deleteAbandoned(Path begun) throws IOException {
    long now = Files.getLastModifiedTime(begun).toMillis();
    List<Path> unfinished;
    try (var entries =
        Files.newDirectoryStream(begun.resolveSibling("."), PREFIX + "*" + UNFINISHED + "*")) {
      unfinished = StreamSupport.stream(entries.spliterator(), false).toList();
    }
    for (Path entry : unfinished) {
      if (Files.getLastModifiedTime(entry).toMillis() < now - ABANDONED.toMillis()) {
        DataDirectory.deleteTree(entry);
      }
    }
  }

  private static String systemName(String system) {
    return system.startsWith("mac") ? "darwin" : system;
  }

  private static String machineName(String machine) {
    return switch (machine) {
      case "amd64", "x86_64" -> "x86_64";
      case "aarch64" -> "arm_64";
      default -> machine;
    };
  }
}
