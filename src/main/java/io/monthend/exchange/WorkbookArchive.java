package io.monthend.exchange;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The zip archive that a workbook is, weighed before anything in it is taken for what it says it
 * is: every entry is unpacked once and counted, so that what is read afterwards is known to end.
 */
final class WorkbookArchive {

  /** The largest file, in bytes. */
  private static final long MOST_PACKED = 300_000_000;

  private static final int MOST_ENTRIES = 1_000;

  /** A sheet of Excel's 1,048,576 rows in twelve columns has some 450 million bytes. */
  static final long MOST_IN_SHEET = 512_000_000;

  private static final long MOST_IN_TEXTS = 300_000_000;
  private static final long MOST_IN_OTHERS = 20_000_000;
  private static final long MOST_UNPACKED = 2_000_000_000;
  private static final long MOST_TIMES = 100;

  /** From here on an entry's ratio says something. */
  private static final long LIGHT = 1_000_000;

  private static final byte[] OLD_OFFICE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final int SEARCHED = 50_000_000;

  private WorkbookArchive() {}

  /** Refuses what is no workbook, or one that would not be done with in bounded time and memory. */
  static void check(Path file) throws IOException, UnreadableWorkbook {
    checkKind(file);
    try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
      checkEntries(zip);
    } catch (ZipException | EOFException e) {
      throw new UnreadableWorkbook(
          "it is damaged (" + e.getMessage() + "); open it and save it anew, or fetch it again");
    }
  }

  private static void checkKind(Path file) throws IOException, UnreadableWorkbook {
    long size = Files.size(file);
    if (size > MOST_PACKED) {
      throw new UnreadableWorkbook(
          "it is larger than "
              + megabytes(MOST_PACKED)
              + "; use CSV files for a month of this size");
    }
    byte[] start;
    try (InputStream bytes = Files.newInputStream(file)) {
      start = bytes.readNBytes(ZIP.length);
    }
    if (ByteBuffer.wrap(start).equals(ByteBuffer.wrap(OLD_OFFICE))) {
      throw new UnreadableWorkbook(
          isEncrypted(file)
              ? "it is protected by a password; save it without one"
              : "it is a workbook of the old kind (.xls); save it as .xlsx");
    }
    if (!ByteBuffer.wrap(start).equals(ByteBuffer.wrap(ZIP))) {
      throw new UnreadableWorkbook(
          size == 0
              ? "it is empty; save it anew from the spreadsheet program"
              : "it is no workbook, whatever its name says; save it as .xlsx, or if it is a CSV file, name"
                  + " it as one");
    }
  }

  /** An encrypted workbook lies in a container of the old kind, in a stream of this name. */
  private static boolean isEncrypted(Path file) throws IOException {
    try (InputStream bytes = Files.newInputStream(file)) {
      return new String(bytes.readNBytes(SEARCHED), StandardCharsets.ISO_8859_1)
          .contains(
              new String(
                  "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE),
                  StandardCharsets.ISO_8859_1));
    }
  }

  private static void checkEntries(ZipFile zip) throws IOException, UnreadableWorkbook {
    if (zip.size() > MOST_ENTRIES) {
      throw new UnreadableWorkbook(
          "it is packed of "
              + zip.size()
              + " parts, more than "
              + MOST_ENTRIES
              + "; copy its cells"
              + " into a new workbook");
    }
    Set<String> names = new HashSet<>();
    long total = 0;
    Enumeration<? extends ZipEntry> entries = zip.entries();
    while (entries.hasMoreElements()) {
      ZipEntry entry = entries.nextElement();
      if (!names.add(entry.getName().toLowerCase(Locale.ROOT))) {
        throw new UnreadableWorkbook(
            "its part " + shown(entry) + " is there twice, so it says two things; save it anew");
      }
      total += weigh(zip, entry);
      if (total > MOST_UNPACKED) {
        throw new UnreadableWorkbook(
            "it unpacks to more than " + megabytes(MOST_UNPACKED) + "; use CSV files");
      }
    }
    if (!names.contains("[content_types].xml")) {
      throw new UnreadableWorkbook("it is a zip archive, but no workbook; save it as .xlsx");
    }
  }

  /** The bytes of an entry, counted. */
  private static long weigh(ZipFile zip, ZipEntry entry) throws IOException, UnreadableWorkbook {
    long most = limit(entry.getName().toLowerCase(Locale.ROOT));
    byte[] buffer = new byte[1 << 16];
    long size = 0;
    try (InputStream bytes = zip.getInputStream(entry)) {
      for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
        size += read;
        if (size > most) {
          throw new UnreadableWorkbook(
              "its part "
                  + shown(entry)
                  + " unpacks to more than "
                  + megabytes(most)
                  + "; copy the cells into a new workbook, or use CSV files");
        }
        if (size > LIGHT && size > MOST_TIMES * Math.max(1, entry.getCompressedSize())) {
          throw new UnreadableWorkbook(
              "its part "
                  + shown(entry)
                  + " unpacks to more than "
                  + MOST_TIMES
                  + " times its size, as only files made to harm do; copy the cells into a new workbook");
        }
      }
    }
    return size;
  }

  private static long limit(String name) {
    if (name.contains("worksheets/")) {
      return MOST_IN_SHEET;
    }
    return name.endsWith("sharedstrings.xml") ? MOST_IN_TEXTS : MOST_IN_OTHERS;
  }

  private static String shown(ZipEntry entry) {
    String name = entry.getName();
    return name.length() > 100 ? name.substring(0, 100) + "…" : name;
  }

  private static String megabytes(long bytes) {
    return bytes / 1_000_000 + " MB";
  }
}
