package io.monthend.database;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;

/** Writes the files of a cluster at rest in the format of a backup. */
record BackupWriter(DataDirectory data, List<Path> paths, long files, long bytes) {

  private static final Pattern WAL_SEGMENT =
      Pattern.compile(".*/pg_wal/[0-9A-F]{8}([0-9A-F]{8})([0-9A-F]{8})");
  private static final int PRIVATE_FILE = 0600;
  private static final int PRIVATE_DIRECTORY = 0700;
  private static final int PAGE_ADDRESS = 8;
  private static final int PAGE_HEADER = 16;

  static BackupWriter of(DataDirectory data) throws IOException {
    List<Path> paths;
    try (var all = Files.walk(data.cluster())) {
      paths = all.sorted().toList();
    }
    List<Path> kept = paths.stream().filter(path -> !isSpareWal(path)).toList();
    long files = 1;
    long bytes = Files.size(data.password());
    for (Path path : kept) {
      if (Files.isSymbolicLink(path)) {
        throw new DatabaseUnavailable(
            "%s is a link, which Monthend has not made; what lies behind it would not be in the backup. Put the files back in its place."
                .formatted(path));
      }
      if (Files.isRegularFile(path)) {
        files++;
        bytes += Files.size(path);
      }
    }
    return new BackupWriter(data, kept, files, bytes);
  }

  /** Writes all; the stream stays open. */
  void writeTo(OutputStream out) throws IOException {
    GzipParameters fast = new GzipParameters();
    fast.setCompressionLevel(Deflater.BEST_SPEED);
    GzipCompressorOutputStream zip = new GzipCompressorOutputStream(out, fast);
    OutputStream blocks = new BufferedOutputStream(zip, 1 << 16);
    TarArchiveOutputStream tar = new TarArchiveOutputStream(blocks, "UTF-8");
    tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
    tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
    put(tar, BackupFormat.ABOUT, BackupFormat.About.of(files, bytes).text());
    StringBuilder checksums = new StringBuilder();
    copy(tar, BackupFormat.PASSWORD, data.password(), checksums);
    for (Path path : paths) {
      String name = BackupFormat.CLUSTER + "/" + data.cluster().relativize(path);
      if (Files.isDirectory(path)) {
        directory(tar, name.endsWith("/") ? name : name + "/");
      } else {
        copy(tar, name, path, checksums);
      }
    }
    put(tar, BackupFormat.CHECKSUMS, checksums.toString());
    tar.finish();
    blocks.flush();
    zip.finish();
  }

  private static void directory(TarArchiveOutputStream tar, String name) throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(name);
    entry.setMode(PRIVATE_DIRECTORY);
    tar.putArchiveEntry(entry);
    tar.closeArchiveEntry();
  }

  private static void put(TarArchiveOutputStream tar, String name, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    tar.putArchiveEntry(file(name, bytes.length));
    tar.write(bytes);
    tar.closeArchiveEntry();
  }

  private static void copy(
      TarArchiveOutputStream tar, String name, Path file, StringBuilder checksums)
      throws IOException {
    if (!BackupFormat.isName(name)) {
      throw new DatabaseUnavailable(
          "%s is no file of PostgreSQL's; move it out of the database.".formatted(file));
    }
    MessageDigest digest = BackupFormat.sha256();
    tar.putArchiveEntry(file(name, Files.size(file)));
    try (InputStream in =
        new DigestInputStream(new BufferedInputStream(Files.newInputStream(file)), digest)) {
      in.transferTo(tar);
    }
    tar.closeArchiveEntry();
    checksums.append(BackupFormat.hex(digest)).append("  ").append(name).append('\n');
  }

  private static TarArchiveEntry file(String name, long size) {
    TarArchiveEntry entry = new TarArchiveEntry(name);
    entry.setSize(size);
    entry.setMode(PRIVATE_FILE);
    return entry;
  }

  /**
   * Whether this is a segment of the log that is kept for later use, up to gigabytes of what is no
   * longer needed: its first page says an address that is not its name's.
   */
  private static boolean isSpareWal(Path file) {
    Matcher name = WAL_SEGMENT.matcher(file.toString());
    if (!name.matches()) {
      return false;
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] header = in.readNBytes(PAGE_HEADER);
      long address = ByteBuffer.wrap(header).order(ByteOrder.nativeOrder()).getLong(PAGE_ADDRESS);
      long segment = Long.parseLong(name.group(2), 16) * Files.size(file);
      return address != (Long.parseLong(name.group(1), 16) << 32) + segment;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
