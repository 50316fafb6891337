package io.monthend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTextTests {

  @ParameterizedTest
  @CsvSource({
    "'', 0",
    "Fine, 4",
    "罰款, 4",
    "10月8日（週四）, 15",
    "'-5,400.00', 9",
    "ＡＢ, 4",
    "가나, 4",
    "𠮷野家, 6",
    "é, 1",
    "e\u0301, 1",
    "😀, 2",
    "–…, 2"
  })
  void aWideCharacterTakesTwoColumns(String text, int columns) {
    assertThat(TerminalText.width(text)).isEqualTo(columns);
  }

  @Test
  void paddingCountsColumnsNotCharacters() {
    assertThat(TerminalText.left("罰款", 7) + "|").isEqualTo("罰款   |");
    assertThat(TerminalText.right("罰款", 7)).isEqualTo("   罰款");
    assertThat(TerminalText.left("too wide", 3)).isEqualTo("too wide");
  }

  @Test
  void latinBreaksAtBlanksOnly() {
    assertThat(TerminalText.wrap("in 23:36, out 07:30-08:30 the next day", 14))
        .containsExactly("in 23:36, out", "07:30-08:30", "the next day");
  }

  @Test
  void chineseBreaksBetweenCharacters() {
    assertThat(TerminalText.wrap("每筆罰款在薪資單上各列一行", 10)).containsExactly("每筆罰款在", "薪資單上各", "列一行");
  }

  @Test
  void noLineBeginsWithAMarkThatClosesOrEndsWithOneThatOpens() {
    assertThat(TerminalText.wrap("曠工一天，扣兩天", 8)).containsExactly("曠工一", "天，扣兩", "天");
    assertThat(TerminalText.wrap("得分「甲」", 6)).containsExactly("得分", "「甲」");
    assertThat(TerminalText.wrap("今天（週四）", 10)).containsExactly("今天", "（週四）");
  }

  @Test
  void aNumberStaysWithItsUnit() {
    assertThat(TerminalText.wrap("之前：10月8日", 12)).containsExactly("之前：", "10月8日");
    assertThat(TerminalText.wrap("合計5,400.00元整", 12)).containsExactly("合", "計5,400.00元", "整");
  }

  @Test
  void whatFitsNowhereBreaksAnywhere() {
    assertThat(TerminalText.wrap("ab incomprehensible", 8))
        .containsExactly("ab", "incompre", "hensible");
    assertThat(TerminalText.wrap("漢字", 1)).containsExactly("漢", "字");
  }

  @Test
  void nothingIsOneEmptyLine() {
    assertThat(TerminalText.wrap("", 10)).containsExactly("");
  }

  @Test
  void whatWouldSteerTheTerminalIsTakenOut() {
    assertThat(TerminalText.plain("a\u001b[31mb\nc\td\u202ee\u200bf\ud83dg"))
        .isEqualTo("a [31mb c defg");
    assertThat(TerminalText.plain("陳𠮷")).isEqualTo("陳𠮷");
  }
}
