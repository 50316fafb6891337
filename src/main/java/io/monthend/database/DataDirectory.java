package io.monthend.database;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What lies where in a data directory; everything in it is its owner's, and private. */
record DataDirectory(Path root) {

  private static final Logger LOG = LoggerFactory.getLogger(DataDirectory.class);
  private static final String UNFINISHED_CLUSTER = "pgdata.unfinished";

  private static final Pattern HARD_FOR_A_SHELL = Pattern.compile("[\"$`\\\\\\p{Cntrl}]");
  private static final FileAttribute<Set<PosixFilePermission>> PRIVATE_FILE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  private static final FileAttribute<Set<PosixFilePermission>> PRIVATE_DIRECTORY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  static DataDirectory at(Path wanted) throws IOException {
    Path path = wanted.toAbsolutePath().normalize();
    if (Files.exists(path) && !Files.isDirectory(path)) {
      throw new DatabaseUnavailable(
          "%s is a file; name a directory for the database, or move the file away."
              .formatted(path));
    }
    if (!isFitForAShell(path)) {
      throw new DatabaseUnavailable(
          "PostgreSQL cannot start in a path with a quote, $, ` or \\: %s; name another directory."
              .formatted(path));
    }
    Files.createDirectories(path, PRIVATE_DIRECTORY);
    DataDirectory data = new DataDirectory(path.toRealPath());
    // A directory that already holds other things may be read by others for a reason.
    if (data.contents().isEmpty()) {
      Files.setPosixFilePermissions(data.root, PRIVATE_DIRECTORY.value());
    }
    return data;
  }

  Path cluster() {
    return root.resolve("pgdata");
  }

  Path password() {
    return root.resolve("password");
  }

  Path endpoint() {
    return root.resolve("endpoint");
  }

  Path log() {
    return root.resolve("log");
  }

  Path commandOutput() {
    return root.resolve("command.out");
  }

  Path startLock() {
    return root.resolve("start.lock");
  }

  Path useLock() {
    return root.resolve("use.lock");
  }

  /** No part of the database: what the demo makes in the default directory. */
  private Path demo() {
    return root.resolve("demo");
  }

  /** There while a restore is not complete. */
  Path restoring() {
    return root.resolve("restoring");
  }

  /** Whether there is nothing but what looking at it has left. */
  boolean isEmpty() throws IOException {
    return Set.of(startLock(), useLock(), commandOutput()).containsAll(contentsBesideDemo());
  }

  private List<Path> contentsBesideDemo() throws IOException {
    return contents().stream().filter(entry -> !entry.equals(demo())).toList();
  }

  boolean hasCluster() {
    return Files.isDirectory(cluster());
  }

  int ownerUid() throws IOException {
    return unixNumber(root, "uid");
  }

  int ownerGid() throws IOException {
    return unixNumber(root, "gid");
  }

  static boolean runsAsRoot() {
    return ownUid() == 0;
  }

  static int ownUid() {
    return (int) new UnixSystem().getUid();
  }

  /** Servers are started through a shell, which is told of spaces in a path and of no more. */
  static boolean isFitForAShell(Path path) {
    return !HARD_FOR_A_SHELL.matcher(path.toString()).find();
  }

  static int unixNumber(Path path, String name) throws IOException {
    return (Integer) Files.getAttribute(path, "unix:" + name, LinkOption.NOFOLLOW_LINKS);
  }

  /**
   * Gives a directory that holds nothing but our own locks, and perhaps the demo, to another
   * account.
   */
  void giveTo(int uid, int gid) throws IOException {
    List<Path> contents = contentsBesideDemo();
    if (!isEmpty()) {
      throw new DatabaseUnavailable(
          "PostgreSQL does not run as root, this machine has no user namespaces, and %s is root's and already in use. Give it to another account (chown -R), name a new directory, %s."
              .formatted(root, DatabaseUnavailable.OR_ELSE));
    }
    Files.setAttribute(root, "unix:uid", uid);
    Files.setAttribute(root, "unix:gid", gid);
    for (Path file : contents) {
      giveToOwner(file);
    }
  }

  /** Opens a private file of the directory's owner, made if it is missing. */
  FileChannel open(Path file, OpenOption... more) throws IOException {
    Set<OpenOption> options = new HashSet<>(List.of(more));
    options.addAll(Set.of(CREATE, READ, WRITE));
    FileChannel channel = FileChannel.open(file, options, PRIVATE_FILE);
    giveToOwner(file);
    return channel;
  }

  /** Writes a private file so that a crash leaves the old one or the new one, never a half. */
  void write(Path file, String text) throws IOException {
    Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
    try (FileChannel channel = open(unfinished, TRUNCATE_EXISTING)) {
      ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    moveInto(file, unfinished);
  }

  void makeDirectory(Path directory) throws IOException {
    Files.createDirectories(directory, PRIVATE_DIRECTORY);
    giveToOwner(directory);
  }

  /** A new place to prepare a cluster; it is named pgdata only when it is complete. */
  Path makeUnfinishedCluster() throws IOException {
    Path directory = Files.createTempDirectory(root, UNFINISHED_CLUSTER, PRIVATE_DIRECTORY);
    giveToOwner(directory);
    return directory;
  }

  /** What was killed while it prepared one may still write there, so this may leave some behind. */
  void deleteUnfinishedClusters() throws IOException {
    for (Path entry : contents()) {
      if (String.valueOf(entry.getFileName()).startsWith(UNFINISHED_CLUSTER)) {
        try {
          deleteTree(entry);
        } catch (IOException | UncheckedIOException e) {
          LOG.debug("{} is left for the next start: {}", entry, e.toString());
        }
      }
    }
  }

  /** Renames at once and makes the new name survive a power cut. */
  static void moveInto(Path name, Path unfinished) throws IOException {
    Files.move(unfinished, name, StandardCopyOption.ATOMIC_MOVE);
    try (FileChannel parent = FileChannel.open(unfinished.resolveSibling("."), READ)) {
      parent.force(true);
    }
  }

  static void deleteTree(Path tree) throws IOException {
    if (!Files.exists(tree, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (var paths = Files.walk(tree)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private List<Path> contents() throws IOException {
    try (var entries = Files.list(root)) {
      return entries.toList();
    }
  }

  /** What root makes in another account's directory must stay usable for that account. */
  private void giveToOwner(Path path) throws IOException {
    if (runsAsRoot() && unixNumber(path, "uid") != ownerUid()) {
      Files.setAttribute(path, "unix:uid", ownerUid());
      Files.setAttribute(path, "unix:gid", ownerGid());
    }
  }
}
