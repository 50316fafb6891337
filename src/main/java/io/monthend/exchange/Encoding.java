package io.monthend.exchange;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Tells by its bytes in which encoding a text is, where it is not in the one it should be in. */
final class Encoding {

  private static final Charset GBK = Charset.forName("GBK");
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final Charset BIG5 = Charset.forName("Big5");
  private static final Charset BIG5_HKSCS = Charset.forName("Big5-HKSCS");

  /** As much of a file as is looked at, in bytes. */
  private static final int SAMPLE = 8_000_000;

  private Encoding() {}

  /**
   * Why a file cannot be what it is said to be, although every byte of it can be read so; empty
   * where it can.
   */
  static String mismatch(Path file, Charset encoding) throws IOException {
    Optional<String> wide = wide(start(file));
    if (wide.isPresent() && !encoding.name().startsWith("UTF-16")) {
      return is(wide.get());
    }
    boolean other = !encoding.equals(StandardCharsets.UTF_8);
    if (other && wide.isEmpty() && isIn(file, StandardCharsets.UTF_8) && !isPlain(file)) {
      return "this file is UTF-8, not " + encoding.name() + "; leave --encoding out";
    }
    return "";
  }

  /** What to say of a file in which some byte cannot be read. */
  static String unreadable(Path file, Charset encoding) throws IOException {
    if (!encoding.equals(StandardCharsets.UTF_8)) {
      return "this file is not " + encoding.name() + "; save it as UTF-8 and leave --encoding out";
    }
    Optional<String> guess = chinese(file);
    return guess.isPresent() ? is(guess.get()) : "this file is not UTF-8; save it as UTF-8";
  }

  private static String is(String name) {
    return "this file is " + name + "; save it as UTF-8, or read it with --encoding " + name;
  }

  private static byte[] start(Path file) throws IOException {
    try (InputStream bytes = Files.newInputStream(file)) {
      return bytes.readNBytes(4);
    }
  }

  /** The encoding of two bytes a character, by its mark or by the zeros of a Latin header. */
  private static Optional<String> wide(byte[] start) {
    if (start.length < 2) {
      return Optional.empty();
    }
    if ((start[0] == (byte) 0xFF && start[1] == (byte) 0xFE)
        || (start[0] == (byte) 0xFE && start[1] == (byte) 0xFF)) {
      return Optional.of("UTF-16");
    }
    if (start[0] != 0 && start[1] == 0) {
      return Optional.of("UTF-16LE");
    }
    return start[0] == 0 && start[1] != 0 ? Optional.of("UTF-16BE") : Optional.empty();
  }

  private static Optional<String> chinese(Path file) throws IOException {
    boolean gbk = isIn(file, GBK);
    boolean big5 = isIn(file, BIG5) || isIn(file, BIG5_HKSCS);
    if (big5 && (!gbk || looksLikeBig5(file))) {
      return Optional.of(isIn(file, BIG5) ? "Big5" : "Big5-HKSCS");
    }
    if (gbk) {
      return Optional.of("GBK");
    }
    return isIn(file, GB18030) ? Optional.of("GB18030") : Optional.empty();
  }

  /**
   * The common characters of Big5 end in a byte below 0x80 in two of five cases; those of GBK begin
   * and end above 0xA0.
   */
  private static boolean looksLikeBig5(Path file) throws IOException {
    int characters = 0;
    int low = 0;
    try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file))) {
      for (int first = bytes.read(), seen = 0; first >= 0 && seen < SAMPLE; first = bytes.read()) {
        if (first >= 0x80) {
          int second = bytes.read();
          characters++;
          low += second >= 0 && second < 0x80 ? 1 : 0;
        }
        seen++;
      }
    }
    return low * 10 > characters;
  }

  private static boolean isIn(Path file, Charset encoding) throws IOException {
    char[] buffer = new char[1 << 14];
    try (Reader text = Files.newBufferedReader(file, encoding)) {
      while (text.read(buffer) >= 0) {
        // Only whether it can be read counts.
      }
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static boolean isPlain(Path file) throws IOException {
    return isIn(file, StandardCharsets.US_ASCII);
  }
}
