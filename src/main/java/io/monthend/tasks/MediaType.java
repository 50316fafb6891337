package io.monthend.tasks;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The kinds of file that may be attached, told by their first bytes and never by their name. */
enum MediaType {
  PDF("application/pdf", "%PDF-".getBytes(StandardCharsets.US_ASCII)),
  PNG("image/png", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'}),
  JPEG("image/jpeg", new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF});

  private final String mime;
  private final byte[] beginning;

  MediaType(String mime, byte[] beginning) {
    this.mime = mime;
    this.beginning = beginning;
  }

  String mime() {
    return mime;
  }

  static Optional<MediaType> of(byte[] content) {
    return Arrays.stream(values())
        .filter(type ->
            content.length > type.beginning.length
                && Arrays.equals(
                    content, 0, type.beginning.length, type.beginning, 0, type.beginning.length))
        .findFirst();
  }
}
