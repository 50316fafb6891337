package io.monthend.web;

import io.monthend.explanation.Explained;
import io.monthend.explanation.Explanation;
import io.monthend.kernel.PayMonth;
import io.monthend.pages.RequestRefused;
import io.monthend.people.Account;

/** What an address asks for; what there is not, or not for this reader, is not found. */
final class Asked {

  private Asked() {}

  static PayMonth month(String text) {
    try {
      return PayMonth.of(text);
    } catch (IllegalArgumentException e) {
      throw RequestRefused.notFound();
    }
  }

  /** The employee number of the reader. */
  static String own(Account account) {
    String own = account.employeeNo();
    if (own == null) {
      throw RequestRefused.notFound();
    }
    return own;
  }

  static Explanation found(Explained explained) {
    if (explained instanceof Explained.Found found) {
      return found.explanation();
    }
    throw RequestRefused.notFound();
  }

  static void require(boolean isAllowed) {
    if (!isAllowed) {
      throw RequestRefused.notFound();
    }
  }
}
