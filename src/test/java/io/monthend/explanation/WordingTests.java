package io.monthend.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import io.monthend.kernel.Money;
import io.monthend.rulebook.Labels;
import io.monthend.rulebook.Language;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTests {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"0|0.00", "5400|5,400.00", "-2700|-2,700.00", "1234567.8|1,234,567.80"})
  void moneyHasTwoDecimalsAndGroupedThousands(String amount, String text) {
    assertThat(Wording.money(Money.of(amount))).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"100.00, 100", "59.50, 59.5", "0.00, 0", "20, 20", "1E+2, 100"})
  void figuresHaveNoNeedlessZeros(BigDecimal figure, String text) {
    assertThat(Wording.number(figure)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EN|Thu 1 Oct|30 Sep 2025|October 2026",
        "ZH_HANT|10月1日（週四）|2025年9月30日|2026年10月",
        "ZH_HANS|10月1日（周四）|2025年9月30日|2026年10月"
      })
  void datesReadAsPeopleWriteThem(Language language, String here, String before, String month) {
    Wording words = GivenDossier.words(language);
    assertThat(words.date(LocalDate.of(2026, 10, 1))).isEqualTo(here);
    assertThat(words.date(LocalDate.of(2025, 9, 30))).isEqualTo(before);
    assertThat(words.payMonth()).isEqualTo(month);
  }

  @Test
  void aPunchAfterMidnightSaysSo() {
    LocalDate date = LocalDate.of(2026, 10, 1);
    Wording words = GivenDossier.words(Language.EN);
    assertThat(words.timeOf(date, LocalDateTime.of(2026, 10, 1, 23, 36))).isEqualTo("23:36");
    assertThat(words.timeOf(date, LocalDateTime.of(2026, 10, 2, 7, 5)))
        .isEqualTo("07:05 the next day");
    assertThat(words.timeOf(date, LocalDateTime.of(2026, 9, 30, 23, 0)))
        .isEqualTo("23:00 on Wed 30 Sep");
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1st",
    "2, 2nd",
    "3, 3rd",
    "4, 4th",
    "11, 11th",
    "12, 12th",
    "13, 13th",
    "21, 21st",
    "101, 101st",
    "112, 112th"
  })
  void englishCountsInOrdinals(int n, String text) {
    assertThat(GivenDossier.words(Language.EN).nth(n)).isEqualTo(text);
    assertThat(GivenDossier.words(Language.ZH_HANS).nth(n)).isEqualTo(Integer.toString(n));
  }

  @ParameterizedTest
  @CsvSource({"0, 0 days", "1, 0.5 days", "2, 1 day", "3, 1.5 days", "54, 27 days"})
  void halfShiftsReadAsDays(int halves, String text) {
    assertThat(GivenDossier.words(Language.EN).days(halves)).isEqualTo(text);
  }

  @Test
  void oneIsNotManyInEnglish() {
    Wording words = GivenDossier.words(Language.EN);
    assertThat(words.points(-1)).isEqualTo("-1 point");
    assertThat(words.points(5)).isEqualTo("5 points");
    assertThat(words.times(1)).isEqualTo("once");
    assertThat(words.times(2)).isEqualTo("2 times");
  }

  @Test
  void emptyPartsOfAFactAreLeftOut() {
    assertThat(GivenDossier.words(Language.EN).fact("", "in 07:30", "", "6 min late"))
        .isEqualTo("in 07:30; 6 min late");
  }

  @Test
  void labelsAreWrittenSmallInsideEnglishSentences() {
    assertThat(GivenDossier.words(Language.EN).inSentence(Labels::leaves, "SICK"))
        .isEqualTo("sick leave");
    assertThat(GivenDossier.words(Language.ZH_HANT).inSentence(Labels::leaves, "SICK"))
        .isEqualTo("病假");
  }

  @Test
  void aShiftHasItsHoursOfTheSeason() {
    Wording words = GivenDossier.words(Language.EN);
    assertThat(words.shift(LocalDate.of(2026, 10, 1), "D"))
        .isEqualTo("Thu 1 Oct, Day shift 09:00-12:00, 13:00-17:30");
    assertThat(words.shift(LocalDate.of(2026, 9, 30), "D"))
        .isEqualTo("Wed 30 Sep, Day shift 09:00-12:00, 13:30-18:00");
  }
}
