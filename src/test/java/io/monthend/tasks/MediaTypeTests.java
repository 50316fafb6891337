package io.monthend.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MediaTypeTests {

  @Test
  void aFileIsWhatItsFirstBytesSay() {
    assertThat(MediaType.of("%PDF-1.7".getBytes(StandardCharsets.US_ASCII)))
        .contains(MediaType.PDF);
    assertThat(MediaType.of(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0}))
        .contains(MediaType.JPEG);
    assertThat(MediaType.of(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0}))
        .contains(MediaType.PNG);
  }

  @Test
  void whatIsNothingOfTheseIsRefused() {
    assertThat(MediaType.of("<html>%PDF-".getBytes(StandardCharsets.US_ASCII))).isEmpty();
    assertThat(MediaType.of(new byte[0])).isEmpty();
    assertThat(MediaType.of(new byte[] {(byte) 0xFF, (byte) 0xD8})).isEmpty();
  }
}
