/**
 * The month end: freezes the facts of a month for a run, settles each person, ranks, reconciles and
 * publishes, as a restartable Spring Batch job. A person's settlement is a pure function of the
 * person's month, the rule book and the figures of the month. What people should look at is kept as
 * review items.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "kernel",
      "database",
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
