package io.monthend.pages;

import io.monthend.kernel.PayMonth;
import io.monthend.people.Account;

/** What an address asks for; what there is not, or not for this reader, is not found. */
public final class Asked {

  private Asked() {}

  /** A month like {@code 2026-10}. */
  public static PayMonth month(String text) {
    try {
      return PayMonth.of(text);
    } catch (IllegalArgumentException e) {
      throw RequestRefused.notFound();
    }
  }

  /** The employee number of the reader. */
  public static String own(Account account) {
    String own = account.employeeNo();
    if (own == null) {
      throw RequestRefused.notFound();
    }
    return own;
  }

  /** Hides what this reader may not see. */
  public static void require(boolean isAllowed) {
    if (!isAllowed) {
      throw RequestRefused.notFound();
    }
  }
}
