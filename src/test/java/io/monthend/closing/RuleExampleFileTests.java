package io.monthend.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleExampleFileTests {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          rosta: {}                                | rosta
          worker: {salary: 1}                      | salary
          incidents: [{date: 2026-10-05}]          | date
          leaves: [{type: HOLIDAY, on: 2026-10-05}]| HOLIDAY
          rulebook: {pay.gard.choice: cap}         | pay.gard.choice
          worker: {base: <amount>}                 | amount
          absent: [2026-10-04]                     | without a shift
          sameByDefault: true                      | changes no setting
          """)
  void aWordNobodyKnowsIsAnError(String fact, String word) {
    assertThatThrownBy(() -> differences(fact, "{net: 5400}")).hasMessageContaining(word);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {nett: 5400}                             | nett
          {lines: {FINES: none}}                   | FINES
          {lines: {BASE: {amuont: 5400}}}          | amuont
          {points: {LATE: none}}                   | LATE
          {exceptions: {DISMISSAL: none}}          | DISMISSAL
          {attendance: {2026-10-05: {tardy: 0}}}   | tardy
          """)
  void anExpectationNobodyCanMeetByItsWordsIsAnError(String expect, String word) {
    assertThatThrownBy(() -> differences("worker: {}", expect)).hasMessageContaining(word);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {net: 5399.99}
          {employed: false}
          {score: 81}
          {score: none}
          {grade: A}
          {lines: {BASE: none}}
          {lines: {BASE: [5400, 5400]}}
          {lines: {BASE: {amount: 5400, rule: G2}}}
          {lines: {FINE: -10}}
          {order: [BASE, FINE]}
          {points: {COVER_SHIFT: 5}}
          {exceptions: {NEGATIVE_NET: listed}}
          {attendance: {2026-10-05: none}}
          {attendance: {2026-10-05: {late: 1}}}
          {attendance: {2026-10-05: {in: none}}}
          {attendance: {2026-10-04: {late: 0}}}
          {blocked: for no reason}
          """)
  void whatIsNotAsExpectedIsADifference(String expect) {
    assertThat(differences("worker: {}", expect)).hasSize(1);
  }

  @Test
  void anExampleWithCasesIsOneForEach() {
    List<RuleExample> examples =
        RuleExampleFile.parse(
            """
            about: cases
            examples:
              - name: A base of <base> pays <base>
                rules: [G1]
                worker: {base: <base>}
                expect: {lines: {BASE: <base>}}
                cases:
                  - {base: 5000.50}
                  - {base: 6000}
            """);
    assertThat(examples)
        .extracting(RuleExample::name)
        .containsExactly("A base of 5000.50 pays 5000.50", "A base of 6000 pays 6000");
    assertThat(examples)
        .allSatisfy(
            example -> assertThat(example.differencesUnder(RuleExample.defaultBook())).isEmpty());
  }

  @Test
  void aCaseThatGivesAWordTheExampleDoesNotUseIsAnError() {
    assertThatThrownBy(() ->
            RuleExampleFile.parse(
                """
                about: cases
                examples:
                  - name: A base of <base>
                    rules: [G1]
                    expect: {net: 5400}
                    cases: [{base: 5400, bonus: 1}]
                """))
        .hasMessageContaining("bonus");
  }

  private static List<String> differences(String fact, String expect) {
    RuleExample example =
        RuleExampleFile.parse(
                """
                about: one
                examples:
                  - name: An example
                    rules: [G1]
                    %s
                    expect: %s
                """
                    .formatted(fact, expect))
            .getFirst();
    example.facts().requireRecordable(example.changedBook());
    return example.differencesUnder(example.changedBook());
  }
}
