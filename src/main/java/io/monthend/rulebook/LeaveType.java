package io.monthend.rulebook;

/** The kinds of leave (C3 to C5); the codes of the file contract. */
public enum LeaveType {
  PERSONAL,
  SICK,
  ANNUAL,
  MARRIAGE,
  MATERNITY,
  PATERNITY,
  BEREAVEMENT,
  WORK_INJURY,
  COMPENSATORY
}
