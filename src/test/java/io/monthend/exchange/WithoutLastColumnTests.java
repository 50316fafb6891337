package io.monthend.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class WithoutLastColumnTests {

  @Test
  void theLastColumnOfEachRowIsLeftOut() throws IOException {
    assertThat(read("a,b,note\n1,2,x\n1,,\n")).isEqualTo("a,b\n1,2\n1,\n");
  }

  @Test
  void commasAndLineEndsInQuotesSeparateNothing() throws IOException {
    assertThat(read("\"1,1\",\"say \"\"2,\"\"\n\",\"x,\ny\"\n3,4,5\n"))
        .isEqualTo("\"1,1\",\"say \"\"2,\"\"\n\"\n3,4\n");
  }

  @Test
  void whatIsNoRowStaysAsItIs() throws IOException {
    assertThat(read("")).isEmpty();
    assertThat(read("alone\n")).isEqualTo("alone\n");
    assertThat(read("1,2,no end")).isEqualTo("1,2,no end");
    String endless = "\"" + "x,".repeat(1 << 20);
    assertThat(read(endless)).isEqualTo(endless);
  }

  private static String read(String csv) throws IOException {
    byte[] bytes = csv.getBytes(StandardCharsets.UTF_8);
    try (var stream = new WithoutLastColumn(new ByteArrayInputStream(bytes))) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
