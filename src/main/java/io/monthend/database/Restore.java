package io.monthend.database;

import io.monthend.database.BackupFormat.About;
import io.monthend.database.BackupFormat.Damaged;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.ArchiveException;

/** Brings a backup back into a directory of its own. */
public final class Restore {

  private Restore() {}

  /**
   * What was restored.
   *
   * @param bytes of all files together
   */
  public record Restored(long files, long bytes) {}

  /**
   * Restores into a directory that is absent, empty, or left over from a restore that did not end.
   * Until all is there and its checksums agree, nobody can open the directory.
   *
   * @throws DatabaseUnavailable if it cannot be restored; the message says what to do
   */
  public static Restored into(Path dataDirectory, Path backup) {
    if (!Files.isRegularFile(backup)) {
      throw new DatabaseUnavailable("There is no backup %s; name the file.".formatted(backup));
    }
    try {
      DataDirectory data = DataDirectory.at(dataDirectory);
      requireRoom(data);
      try (AtRest _ = AtRest.take(data).orElseThrow(() -> inUse(data))) {
        requireRoom(data);
        data.write(data.restoring(), "");
        clear(data);
        return restore(backup, data);
      }
    } catch (EOFException | ZipException | ArchiveException | Damaged e) {
      throw new DatabaseUnavailable(
          "%s is no backup, or damaged: %s. Restore from another copy of it."
              .formatted(backup, e.getMessage()),
          e);
    } catch (IOException e) {
      throw DatabaseUnavailable.because(dataDirectory, e);
    }
  }

  private static DatabaseUnavailable inUse(DataDirectory data) {
    return new DatabaseUnavailable("%s is in use; name a new directory.".formatted(data.root()));
  }

  private static void requireRoom(DataDirectory data) throws IOException {
    if (!data.isEmpty() && !Files.exists(data.restoring())) {
      throw new DatabaseUnavailable(
          "%s is not empty; name a new directory, or move what is there away."
              .formatted(data.root()));
    }
  }

  /** What an earlier restore left. */
  private static void clear(DataDirectory data) throws IOException {
    data.deleteUnfinishedClusters();
    DataDirectory.deleteTree(data.cluster());
    Files.deleteIfExists(data.password());
  }

  private static Restored restore(Path backup, DataDirectory data) throws IOException {
    try (InputStream file = new BufferedInputStream(Files.newInputStream(backup), 1 << 16);
        BackupReader reader = BackupReader.of(file)) {
      About about = reader.about();
      requireOurs(backup, about);
      if (Files.getFileStore(data.root()).getUsableSpace() < about.bytes()) {
        throw new DatabaseUnavailable(
            "The database needs %,d bytes, and the disk of %s has not as many left; free some or name a directory on another disk."
                .formatted(about.bytes(), data.root()));
      }
      Path unfinished = data.makeUnfinishedCluster();
      reader.unpack(about, data, unfinished);
      DataDirectory.moveInto(data.cluster(), unfinished);
      Files.delete(data.restoring());
      return new Restored(about.files(), about.bytes());
    }
  }

  private static void requireOurs(Path backup, About about) {
    if (!about.isOurFormat()) {
      throw new DatabaseUnavailable(
          "%s has format %s, which this release of Monthend does not know; use a newer one."
              .formatted(backup, about.format()));
    }
    if (!about.postgresql().equals(ServerBinaries.MAJOR)) {
      throw new DatabaseUnavailable(
          "%s is of PostgreSQL %s, and this release of Monthend brings PostgreSQL %s; restore it with the release that made it."
              .formatted(backup, about.postgresql(), ServerBinaries.MAJOR));
    }
  }
}
