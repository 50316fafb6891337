package io.monthend.leave;

import java.util.Locale;

/**
 * A leave that was asked for.
 *
 * @param byPhone whether the manager registered it after a call (C2)
 * @param hasCertificate whether a hospital certificate was handed in (C4)
 */
public record LeaveApplication(
    String leaveNo,
    String employeeNo,
    LeaveForm form,
    boolean byPhone,
    boolean hasCertificate,
    State state) {

  /** What has become of it. */
  public enum State {
    ASKED,
    APPROVED,
    REFUSED,
    WITHDRAWN,
    CANCELLED,
    LAPSED,
    /** It stands, without its certificate: as personal leave. */
    PERSONAL;

    /** Its word in the database and for the reader. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  Leave leave() {
    return form.under(leaveNo, hasCertificate);
  }
}
