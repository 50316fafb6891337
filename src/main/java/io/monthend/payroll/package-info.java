/**
 * The pay slip (section G): an ordered list of small rules that turn the facts of a person into
 * lines, each with clause and source, and the net they sum to. Only forfeiture and guard look at
 * the lines above them.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "kernel",
      "database",
      "people",
      "roster",
      "leave",
      "attendance",
      "conduct",
      "evaluation",
      "rulebook"
    })
package io.monthend.payroll;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
