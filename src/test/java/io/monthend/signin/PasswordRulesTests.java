package io.monthend.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTests {

  @ParameterizedTest
  @ValueSource(
      strings = {"three brown horses", "早上七點半交接班不要遲到啊", "x7!kQ2#mR9$w", "Tr0ub4dor&3-again"})
  void aLongPasswordOfItsOwnDoes(String password) {
    assertThat(PasswordRules.fault("lin", password)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "elevenchars, password.too-short",
    "aaaaaaaaaaaaaa, password.too-simple",
    "abababababab, password.too-simple",
    "abcdefghijklm, password.too-simple",
    "password123456, password.too-simple",
    "Monthend123456, password.too-simple",
    "i am lin of team one, password.holds-name",
    "I am LIN of team one, password.holds-name"
  })
  void aGuessIsRefusedWithItsReason(String password, String reason) {
    assertThat(PasswordRules.fault("lin", password)).contains(reason);
  }

  @ParameterizedTest
  @CsvSource({"11, password.too-short", "201, password.too-long"})
  void theLengthHasTwoEnds(int length, String reason) {
    String text = "brown horses are three, and they run. ".repeat(6);
    assertThat(PasswordRules.fault("lin", text.substring(0, length))).contains(reason);
    assertThat(PasswordRules.fault("lin", text.substring(0, 12))).isEmpty();
    assertThat(PasswordRules.fault("lin", text.substring(0, 200))).isEmpty();
  }
}
