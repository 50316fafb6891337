/**
 * Why a figure is what it is: one person's pay slip of a closed month, each line with the clauses
 * it rests on and the fact behind it, in the language asked for. It reads what the other modules
 * have published and settles nothing again that is money. The result is a value of texts and
 * figures; how it looks is up to whoever shows it.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "kernel",
      "rulebook",
      "people",
      "roster",
      "leave",
      "attendance",
      "conduct",
      "evaluation",
      "payroll",
      "closing"
    })
package io.monthend.explanation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
