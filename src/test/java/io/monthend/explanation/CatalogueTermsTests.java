package io.monthend.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import io.monthend.rulebook.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueTermsTests {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NON_MANDARIN|Not speaking Mandarin: light; 2 points off",
        "CHATTING|Chatting on duty: light; 1 to 2 points off; fine 10.00 each time",
        "OFF_POST|Off post without approval: 6 to 10 min: light, 5 points off; over 10 min: severe,"
            + " 20 points off, absent for 0.5 days",
        "LATE_OR_EARLY|Late or left early: light; 1 to 10 min: 2 points off; 11 to 20 min: 3 points"
            + " off; 21 to 30 min: 4 points off; over 30 min: 5 points off; fine 10.00 the 1st time,"
            + " 20.00 from the 2nd time on; counted afresh each month",
        "PERSONAL_CALL|Private call on an office phone: money only; fine 50.00 the 1st time, 100.00"
            + " the 2nd time; after that the month's pay is forfeited and dismissal is reviewed;"
            + " counted over the whole employment",
        "REPEATED_MISCONDUCT|Added for repeated violations: severe; 2 medium or 4 light ones in the"
            + " month; 20 points off",
        "THEFT|Theft: dismissal review; the damage is owed",
        "REPORTED_MISCONDUCT|Reward for reporting misconduct: reward; 50.00 paid",
        "COVER_SHIFT|Volunteered to cover a shift: reward; 5 points added",
        "LEADER_ADJUSTMENT|Team leader adjustment: adjustment; -5 to +5 points",
        "DRESS_CODE|Appearance against the dress code: record only"
      })
  void aRowOfTheCatalogueSaysWhatItCostsOrBrings(String code, String text) {
    assertThat(new CatalogueTerms(GivenDossier.words(Language.EN)).of(code)).isEqualTo(text);
  }

  @Test
  void everyRowReadsInEveryLanguage() {
    for (Language language : Language.values()) {
      Wording words = GivenDossier.words(language);
      words
          .edition()
          .book()
          .incidents()
          .items()
          .keySet()
          .forEach(code ->
              assertThat(new CatalogueTerms(words).of(code))
                  .doesNotContain("{", "?", code)
                  .startsWith(words.incident(code)));
    }
  }
}
