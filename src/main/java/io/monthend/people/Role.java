package io.monthend.people;

/** What somebody is at the company, and so what they may see and do (section J of the rules). */
public enum Role {
  /** 員工. */
  EMPLOYEE,
  /** 組長: leads a team. */
  LEADER,
  /** 培訓專員: evaluates. */
  TRAINER,
  /** 主管. */
  SUPERVISOR,
  /** 考勤員: reports the department's attendance. */
  ATTENDANCE_CLERK,
  /** 前臺. */
  FRONT_DESK,
  /** 客務助理, at the front desk; not the position {@code ASSISTANT}. */
  CUSTOMER_AFFAIRS,
  /** 客服經理: decides leave. */
  MANAGER,
  /** 行政人事部: prepares and reviews the pay run. */
  HR,
  /** 總經理: approves the pay run. */
  GENERAL_MANAGER,
  /** 總裁: approves rule books. */
  PRESIDENT,
  /** Runs the month end and sees no pay figures. */
  OPERATIONS,
  /** Reads all and changes nothing. */
  AUDITOR
}
