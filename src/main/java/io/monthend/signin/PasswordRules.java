package io.monthend.signin;

import java.util.Locale;
import java.util.Optional;

/** What a password has to be: long rather than odd, and not what everybody tries first. */
final class PasswordRules {

  static final int SHORTEST = 12;

  /** Longer ones would only cost the server time. */
  static final int LONGEST = 200;

  private static final int FEWEST_DIFFERENT = 6;

  private PasswordRules() {}

  /** Why a password does not do, as the key of a message; empty if it does. */
  static Optional<String> fault(String username, String password) {
    String small = password.toLowerCase(Locale.ROOT);
    if (password.codePointCount(0, password.length()) < SHORTEST) {
      return Optional.of("password.too-short");
    }
    if (password.length() > LONGEST) {
      return Optional.of("password.too-long");
    }
    if (username.length() > 2 && small.contains(username)) {
      return Optional.of("password.holds-name");
    }
    if (small.codePoints().distinct().count() < FEWEST_DIFFERENT || isRow(small)) {
      return Optional.of("password.too-simple");
    }
    return Optional.empty();
  }

  /** Whether it is mostly keys or letters in a row, or the words everybody tries. */
  private static boolean isRow(String password) {
    String rest = password;
    for (String known :
        new String[] {
          "password",
          "passwort",
          "monthend",
          "iloveyou",
          "welcome",
          "qwertyuiop",
          "asdfghjkl",
          "qwerty",
          "letmein",
          "admin",
          "1234567890",
          "123456",
          "abcdef"
        }) {
      rest = rest.replace(known, "");
    }
    int inRow = 0;
    for (int i = 1; i < rest.length(); i++) {
      if (Math.abs(rest.charAt(i) - rest.charAt(i - 1)) <= 1) {
        inRow++;
      }
    }
    return rest.length() - inRow < FEWEST_DIFFERENT;
  }
}
