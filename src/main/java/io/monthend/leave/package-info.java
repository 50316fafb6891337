/**
 * Leave in half shifts: which halves of which rostered shifts it covers, and which leaves are
 * unpaid or fined (section C). A leave that is not approved does not exist here. The amounts are
 * made in payroll. Around that stand the process by which leave is asked for and decided, and its
 * pages.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "kernel",
      "database",
      "months",
      "pages",
      "people",
      "roster",
      "rulebook",
      "tasks"
    })
package io.monthend.leave;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
