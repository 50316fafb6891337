package io.monthend.rulebook;

import io.monthend.kernel.PayMonth;
import java.time.ZoneId;

/**
 * One edition of the company's rules, typed.
 *
 * @param edition its name
 * @param effectiveFrom the first pay month it applies to (I1)
 */
public record RuleBook(
    String edition,
    PayMonth effectiveFrom,
    Setting.Choice<ZoneId> timeZone,
    WorkingTime workingTime,
    AttendancePolicy attendance,
    LeavePolicy leave,
    Catalogue incidents,
    RepeatedMisconduct repeatedMisconduct,
    EvaluationPolicy evaluation,
    ResignationPolicy resignation,
    PayPolicy pay,
    Desk desk,
    Labels labels) {

  /** Section H: the figures of the desk's records. */
  public record Desk(Setting.TimeOfDay cleaningDoneBefore, Setting.PerMinute typingSpeed) {}
}
