package io.monthend.rulebook;

/** Section F: notice, probation and absence that ends the employment. */
public record ResignationPolicy(
    Setting.CalendarDays notice,
    Setting.Months afterTraining,
    Setting.Percent trainingFee,
    Setting.Days absentOver,
    Setting.Choice<String> confirmedEarlyGrade,
    Setting.Choice<String> confirmedEarlyNoneBelow) {}
