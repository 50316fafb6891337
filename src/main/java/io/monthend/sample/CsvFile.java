package io.monthend.sample;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One CSV file, written cell by cell into a buffer of bytes: rows come by the hundred million, so
 * none of the usual ways of formatting is used. Every cell leaves a comma behind, which the row's
 * end turns into a line feed.
 */
final class CsvFile implements Closeable {

  private static final int BUFFER = 1 << 18;
  private static final int LONGEST_ROW = 1 << 13;
  private static final byte[] DATES = dates();
  private static final int DATE_LENGTH = 10;

  private final String name;
  private final OutputStream out;
  private final byte[] buffer = new byte[BUFFER];
  private int used;
  private long rows;

  private CsvFile(String name, OutputStream out) {
    this.name = name;
    this.out = out;
  }

  static CsvFile create(Path folder, String name, String header) throws IOException {
    CsvFile file = new CsvFile(name, Files.newOutputStream(folder.resolve(name)));
    file.text(header).buffer[file.used - 1] = '\n';
    return file;
  }

  /** A file that nobody keeps. */
  static CsvFile nowhere(String name) {
    return new CsvFile(name, OutputStream.nullOutputStream());
  }

  String name() {
    return name;
  }

  long rows() {
    return rows;
  }

  /** Begins a row with a cell that brings its comma along. */
  CsvFile row(byte[] cell) throws IOException {
    makeRoom();
    System.arraycopy(cell, 0, buffer, used, cell.length);
    used += cell.length;
    return this;
  }

  /** Begins a row with a text. */
  CsvFile row(String cell) throws IOException {
    makeRoom();
    return text(cell);
  }

  /** ASCII without a comma or a quote: a code, a number in the form wanted, or nothing. */
  CsvFile text(String plain) {
    for (int i = 0; i < plain.length(); i++) {
      buffer[used++] = (byte) plain.charAt(i);
    }
    return comma();
  }

  /** Any text, in quotes where it needs them. */
  CsvFile words(String words) {
    boolean quoted = words.indexOf(',') >= 0 || words.indexOf('"') >= 0;
    String cell = quoted ? '"' + words.replace("\"", "\"\"") + '"' : words;
    byte[] bytes = cell.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(bytes, 0, buffer, used, bytes.length);
    used += bytes.length;
    return comma();
  }

  CsvFile blank() {
    return comma();
  }

  /** A decimal number given in its smallest unit, without zeros it does not need. */
  CsvFile decimal(int units, int decimals) {
    int scale = 1;
    for (int i = 0; i < decimals; i++) {
      scale *= 10;
    }
    String whole = Integer.toString(units / scale);
    int rest = units % scale;
    if (rest == 0) {
      return text(whole);
    }
    String digits = Integer.toString(scale + rest).substring(1);
    int end = digits.length();
    while (digits.charAt(end - 1) == '0') {
      end--;
    }
    return text(whole + "." + digits.substring(0, end));
  }

  CsvFile date(int day) {
    if (day != Days.NONE) {
      putDate(day);
    }
    return comma();
  }

  CsvFile time(int day, int secondOfDay) {
    putDate(day);
    buffer[used] = 'T';
    two(used + 1, secondOfDay / 3600);
    buffer[used + 3] = ':';
    two(used + 4, secondOfDay / 60 % 60);
    buffer[used + 6] = ':';
    two(used + 7, secondOfDay % 60);
    used += 9;
    return comma();
  }

  CsvFile letter(char letter) {
    buffer[used++] = (byte) letter;
    return comma();
  }

  void end() {
    buffer[used - 1] = '\n';
    rows++;
  }

  @Override
  public void close() throws IOException {
    try (out) {
      out.write(buffer, 0, used);
      used = 0;
    }
  }

  private void makeRoom() throws IOException {
    if (BUFFER - used < LONGEST_ROW) {
      out.write(buffer, 0, used);
      used = 0;
    }
  }

  private CsvFile comma() {
    buffer[used++] = ',';
    return this;
  }

  private void putDate(int day) {
    System.arraycopy(DATES, day * DATE_LENGTH, buffer, used, DATE_LENGTH);
    used += DATE_LENGTH;
  }

  private void two(int at, int number) {
    buffer[at] = (byte) ('0' + number / 10);
    buffer[at + 1] = (byte) ('0' + number % 10);
  }

  /** All dates of the contract behind one another, as they are written again and again. */
  private static byte[] dates() {
    StringBuilder dates = new StringBuilder((Days.LATEST + 1) * DATE_LENGTH);
    for (int day = Days.EARLIEST; day <= Days.LATEST; day++) {
      dates.append(Days.date(day));
    }
    return dates.toString().getBytes(StandardCharsets.US_ASCII);
  }
}
