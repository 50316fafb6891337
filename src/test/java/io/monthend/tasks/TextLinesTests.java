package io.monthend.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextLinesTests {

  @Test
  void wordsStayWholeAndEveryLineFits() {
    assertThat(TextLines.wrap("Decide on the cancellation", 110))
        .containsExactly("Decide on the", "cancellation")
        .allMatch(line -> TextLines.widthOf(line) <= 110);
  }

  @Test
  void chineseBreaksBetweenCharacters() {
    assertThat(TextLines.wrap("對取消請求作出決定", 60)).containsExactly("對取消請求", "作出決定");
  }

  @Test
  void aWordThatIsTooLongStandsAlone() {
    assertThat(TextLines.wrap("a incomprehensibilities b", 60))
        .containsExactly("a", "incomprehensibilities", "b");
    assertThat(TextLines.wrap("", 60)).containsExactly("");
  }
}
