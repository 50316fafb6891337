package io.monthend.database;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;

/** A copy of an installation's own database in one file that only its owner reads. */
public final class Backup {

  private static final String UNFINISHED = ".unfinished";

  private Backup() {}

  /**
   * What was written.
   *
   * @param files of the database
   * @param bytes of the backup
   * @param sha256 of the backup, in hex
   */
  public record Written(Path file, long files, long bytes, String sha256) {}

  /**
   * Writes a backup; the file has its name only when it is complete. Empty where somebody uses the
   * database: its files can be copied only while no server changes them.
   *
   * @throws DatabaseUnavailable if it cannot be made; the message says what to do
   */
  public static Optional<Written> write(Path dataDirectory, Path file) {
    if (!Files.isDirectory(dataDirectory.resolve(BackupFormat.CLUSTER))) {
      throw new DatabaseUnavailable(
          "There is no database in %s; name the directory that holds it by --data-dir."
              .formatted(dataDirectory));
    }
    try {
      DataDirectory data = DataDirectory.at(dataDirectory);
      Path target = target(file, data);
      Optional<AtRest> atRest = AtRest.take(data);
      if (atRest.isEmpty()) {
        return Optional.empty();
      }
      try (AtRest resting = atRest.get()) {
        resting.settle();
        return Optional.of(write(BackupWriter.of(data), target));
      }
    } catch (IOException e) {
      throw new DatabaseUnavailable(
          "The backup %s cannot be written: %s. %s."
              .formatted(
                  file,
                  DatabaseUnavailable.description(e),
                  DatabaseUnavailable.remedyFor(DatabaseUnavailable.description(e))),
          e);
    }
  }

  private static Path target(Path file, DataDirectory data) throws IOException {
    Path target = file.toAbsolutePath().normalize();
    if (Files.exists(target)) {
      throw new DatabaseUnavailable(
          "%s is there already; name another file, so that no backup is lost.".formatted(file));
    }
    Path folder = target.resolveSibling(".");
    if (!Files.isDirectory(folder)) {
      throw new DatabaseUnavailable(
          "%s is no folder; make it first.".formatted(folder.normalize()));
    }
    if (folder.toRealPath().startsWith(data.root())) {
      throw new DatabaseUnavailable(
          "%s lies in the data directory, with which it would be lost; name another place."
              .formatted(file));
    }
    return target;
  }

  private static Written write(BackupWriter writer, Path target) throws IOException {
    Path unfinished = target.resolveSibling(target.getFileName() + UNFINISHED);
    Files.deleteIfExists(unfinished);
    MessageDigest digest = BackupFormat.sha256();
    try (FileChannel channel =
        FileChannel.open(
            unfinished,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
      OutputStream out = new DigestOutputStream(Channels.newOutputStream(channel), digest);
      writer.writeTo(out);
      channel.force(true);
      DataDirectory.moveInto(target, unfinished);
      return new Written(target, writer.files(), channel.size(), BackupFormat.hex(digest));
    } catch (IOException e) {
      Files.deleteIfExists(unfinished);
      throw e;
    }
  }
}
