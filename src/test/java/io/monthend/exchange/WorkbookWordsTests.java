package io.monthend.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.monthend.kernel.PayMonth;
import io.monthend.kernel.Source;
import io.monthend.rulebook.Language;
import io.monthend.rulebook.RuleBooks;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the workbook says in place of the codes of the files. */
class WorkbookWordsTests {

  private static final LocalDate DAY = LocalDate.of(2026, 10, 7);
  private static final WorkbookWords ENGLISH = in(Language.EN);

  @Test
  void everySourceIsToldInWords() {
    assertThat(words(Source.leaveOn("L@1", DAY))).isEqualTo("Leave L@1, 2026-10-07");
    assertThat(words(Source.leave("L001"))).isEqualTo("Leave L001");
    assertThat(words(Source.payment(DAY, "CHATTING")))
        .isEqualTo("Paid in cash 2026-10-07, Chatting on duty");
    assertThat(words(Source.payment(DAY, "PERSONAL")))
        .isEqualTo("Paid in cash 2026-10-07, Personal leave");
    assertThat(words(Source.punch(LocalDateTime.of(2026, 10, 7, 3, 33))))
        .isEqualTo("Punch at 2026-10-07 03:33");
    assertThat(words(Source.punchIn(DAY))).isEqualTo("Arrival, shift of 2026-10-07");
    assertThat(words(Source.MINIMUM_WAGE)).isEqualTo("Minimum wage");
    assertThat(words(Source.DEDUCTION_LIMIT)).isEqualTo("Limit of deductions");
    assertThat(in(Language.ZH_HANS).source(Source.exam(DAY).text())).isEqualTo("2026-10-07 的考试");
  }

  @Test
  void aSourceNobodyKnowsStaysAsItIs() {
    assertThat(ENGLISH.source("")).isEmpty();
    assertThat(ENGLISH.source("THEFT")).isEqualTo("THEFT");
  }

  @Test
  void aRuleOfTheCatalogueGivesItsItem() {
    assertThat(ENGLISH.item("G9+D:CHATTING")).isEqualTo("Chatting on duty");
    assertThat(ENGLISH.item("G2+C3")).isEmpty();
  }

  @Test
  void everyCaptionIsFilledInAlikeInEachLanguage() {
    for (Caption caption : Caption.values()) {
      assertThat(Arrays.stream(Language.values()).map(language -> holes(caption.in(language))))
          .as(caption.name())
          .containsOnly(holes(caption.in(Language.EN)));
    }
  }

  @Test
  void aChineseCharacterIsAsWideAsTwoDigits() {
    assertThat(SheetRow.width("A1")).isEqualTo(2);
    assertThat(SheetRow.width("薪資A")).isEqualTo(5);
    assertThat(SheetRow.lines("薪資", 10)).isEqualTo(1);
    assertThat(SheetRow.lines("薪資薪資薪資\nA", 10)).isEqualTo(3);
  }

  private static long holes(String text) {
    return Pattern.compile("%s").matcher(text).results().count();
  }

  private static String words(Source source) {
    return ENGLISH.source(source.text());
  }

  private static WorkbookWords in(Language language) {
    return new WorkbookWords(
        RuleBooks.bundled().inEffect(PayMonth.of("2026-10")).orElseThrow(), language);
  }
}
