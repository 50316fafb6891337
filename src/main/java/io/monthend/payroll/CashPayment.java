package io.monthend.payroll;

import io.monthend.kernel.CodePointOrder;
import io.monthend.kernel.Money;
import io.monthend.kernel.Source;
import java.time.LocalDate;
import java.util.Comparator;

/**
 * What a person paid in cash for fines of a date (G10).
 *
 * @param code an incident code, or {@link #ANY_LEAVE_FINE}
 */
public record CashPayment(LocalDate date, String code, Money amount) {

  /** The code under which fines of any leave are paid. */
  public static final String ANY_LEAVE_FINE = "PERSONAL";

  /** The fines it can be held against. */
  record Key(LocalDate date, String code) {
    static final Comparator<Key> IN_ORDER =
        Comparator.comparing(Key::date).thenComparing(Key::code, CodePointOrder::compareTexts);

    Source source() {
      return Source.payment(date, code);
    }
  }

  Key key() {
    return new Key(date, code);
  }
}
