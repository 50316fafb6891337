package io.monthend.tasks;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** The kinds of file that may be attached, told by their first bytes and never by their name. */
enum MediaType {
  PDF("application/pdf", "255044462d"),
  PNG("image/png", "89504e470d0a1a0a"),
  JPEG("image/jpeg", "ffd8ff");

  private final String mime;
  private final String beginning;

  MediaType(String mime, String beginning) {
    this.mime = mime;
    this.beginning = beginning;
  }

  String mime() {
    return mime;
  }

  static Optional<MediaType> of(byte[] content) {
    String first = HexFormat.of().formatHex(Arrays.copyOf(content, PNG.beginning.length() / 2));
    return Arrays.stream(values()).filter(type -> first.startsWith(type.beginning)).findFirst();
  }
}
