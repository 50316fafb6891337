/**
 * The month end: freezes the facts of a month for a run, settles each person, ranks, reconciles and
 * publishes, as a restartable Spring Batch job. A person's settlement is a pure function of the
 * person's month, the rule book and the figures of the month. What people should look at is kept as
 * review items. Where people sign in, the close is a process: requested, run, reviewed, approved
 * and published, with the pages of the months beside it.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "kernel",
      "audit",
      "database",
      "pages",
      "tasks",
      "months",
      "rulebook",
      "people",
      "roster",
      "leave",
      "attendance",
      "conduct",
      "evaluation",
      "payroll"
    })
package io.monthend.closing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
