package io.monthend.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CodePointOrderTests {

  private static final int[] EDGES = {
    0, 'A', 'Z', 'a', 0x7F, 0x80, 0x7FF, 0x800, 0x4E2D, 0xD7FF, 0xE000, 0xFF21, 0xFFFF, 0x10000,
    0x1F600, 0x10FFFF
  };

  @Test
  void anEmojiStandsBehindAFullWidthLetter() {
    String emoji = "\uD83D\uDE00";
    String fullWidth = "\uFF21";
    assertThat(emoji.compareTo(fullWidth)).isNegative();
    assertThat(CodePointOrder.compareTexts(emoji, fullWidth)).isPositive();
  }

  @Test
  void aTextStandsBehindItsBeginning() {
    assertThat(CodePointOrder.compareTexts("E1", "E10")).isNegative();
    assertThat(CodePointOrder.compareTexts("", "E")).isNegative();
    assertThat(CodePointOrder.compareTexts("E10", "E10")).isZero();
    assertThat(CodePointOrder.compareTexts("E10", "E2")).isNegative();
  }

  /** The order of UTF-8 bytes is that of code points, and that of PostgreSQL's collation "C". */
  @Test
  void anyTwoTextsStandAsTheirCodePointsAndTheirBytesDo() {
    Random random = new Random(20261001);
    for (int i = 0; i < 20_000; i++) {
      String left = text(random);
      String right = random.nextInt(4) == 0 ? left + text(random) : text(random);
      int expected = Arrays.compare(left.codePoints().toArray(), right.codePoints().toArray());
      assertThat(Integer.signum(CodePointOrder.compareTexts(left, right)))
          .as("%s, %s", left, right)
          .isEqualTo(Integer.signum(expected))
          .isEqualTo(
              Integer.signum(
                  Arrays.compareUnsigned(
                      left.getBytes(StandardCharsets.UTF_8),
                      right.getBytes(StandardCharsets.UTF_8))));
    }
  }

  private static String text(Random random) {
    return random
        .ints(random.nextInt(4), 0, EDGES.length)
        .map(edge -> EDGES[edge])
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
