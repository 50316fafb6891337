package io.monthend.database;

import io.monthend.database.BackupFormat.About;
import io.monthend.database.BackupFormat.Damaged;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a backup, and believes nothing of it: names, sizes and number of its files have limits, and
 * the files their checksums.
 */
final class BackupReader implements AutoCloseable {

  private static final int CHECKSUM_LINE = 600;

  private final InputStream unzipped;
  private final TarArchiveInputStream tar;
  private final Map<String, String> checksums = new HashMap<>();
  private long bytes;

  private BackupReader(InputStream unzipped) {
    this.unzipped = unzipped;
    this.tar = new TarArchiveInputStream(unzipped, "UTF-8");
  }

  static BackupReader of(InputStream file) throws IOException {
    return new BackupReader(new GZIPInputStream(file, 1 << 16));
  }

  /** The first page; to be read first. */
  About about() throws IOException {
    TarArchiveEntry entry = next();
    if (entry == null || !entry.getName().equals(BackupFormat.ABOUT)) {
      throw new Damaged("it does not begin with a page about itself");
    }
    return About.parse(text(entry, About.MOST_BYTES));
  }

  /** Unpacks the password into the directory and the cluster into its place; checks all. */
  void unpack(About about, DataDirectory data, Path cluster) throws IOException {
    @Nullable String expected = null;
    for (TarArchiveEntry entry = next(); entry != null; entry = next()) {
      if (expected != null) {
        throw new Damaged("something follows its checksums");
      }
      if (entry.getName().equals(BackupFormat.CHECKSUMS)) {
        expected = text(entry, about.files() * CHECKSUM_LINE);
      } else {
        unpack(entry, about, data, cluster);
      }
    }
    unzipped.transferTo(OutputStream.nullOutputStream()); // to its own checksum at the end
    check(expected);
  }

  private @Nullable TarArchiveEntry next() throws Damaged {
    try {
      return tar.getNextEntry();
    } catch (IOException e) {
      throw new Damaged(String.valueOf(e.getMessage()));
    }
  }

  private void unpack(TarArchiveEntry entry, About about, DataDirectory data, Path cluster)
      throws IOException {
    String name = entry.getName();
    if (!BackupFormat.isName(name)) {
      throw new Damaged("it holds a file that is no database's: " + name);
    }
    Path target =
        name.equals(BackupFormat.PASSWORD)
            ? data.password()
            : cluster.resolve(name.substring(BackupFormat.CLUSTER.length()).replaceFirst("^/", ""));
    if (entry.isDirectory()) {
      data.makeDirectory(target);
      return;
    }
    bytes += entry.getSize();
    if (!entry.isFile() || bytes > about.bytes() || checksums.size() >= about.files()) {
      throw new Damaged("it holds more than it says");
    }
    if (checksums.put(name, copyTo(target, data)) != null) {
      throw new Damaged("it holds " + name + " twice");
    }
  }

  private String copyTo(Path target, DataDirectory data) throws IOException {
    MessageDigest digest = BackupFormat.sha256();
    try (FileChannel channel = data.open(target, StandardOpenOption.TRUNCATE_EXISTING)) {
      tar.transferTo(new DigestOutputStream(Channels.newOutputStream(channel), digest));
      channel.force(true);
    }
    return BackupFormat.hex(digest);
  }

  private void check(@Nullable String expected) throws Damaged {
    if (expected == null) {
      throw new Damaged("its checksums are missing");
    }
    for (String line : expected.lines().toList()) {
      String[] cells = line.split("  ", 2);
      if (cells.length != 2 || !cells[0].equals(checksums.remove(cells[1]))) {
        throw new Damaged("the checksum of one of its files is wrong: " + line);
      }
    }
    if (!checksums.isEmpty()) {
      throw new Damaged(checksums.size() + " of its files have no checksum");
    }
  }

  private String text(TarArchiveEntry entry, long most) throws IOException {
    if (entry.getSize() > Math.min(most, Integer.MAX_VALUE / 2)) {
      throw new Damaged("its " + entry.getName() + " is too long");
    }
    return new String(tar.readNBytes((int) entry.getSize()), StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    tar.close();
  }
}
