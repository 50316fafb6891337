package io.monthend.signin;

import io.monthend.audit.Audited;

/**
 * A password was set.
 *
 * @param actor who did it
 * @param username whose it is
 * @param action {@code account.password-changed} by oneself, {@code account.password-reset} by
 *     somebody else
 */
record PasswordSet(String actor, String username, String action) implements Audited {

  @Override
  public String subject() {
    return "account:" + username;
  }
}
