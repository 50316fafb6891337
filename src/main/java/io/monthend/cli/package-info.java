/**
 * The command line: what people and schedulers type. Each command opens the installation it works
 * on, shows how far it is, and ends with an exit code of the file contract. It decides nothing
 * about pay.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "kernel",
      "audit",
      "bench",
      "database",
      "months",
      "rulebook",
      "people",
      "roster",
      "pages",
      "signin",
      "closing",
      "exchange",
      "explanation",
      "sample",
      "tasks",
      "mail"
    })
package io.monthend.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
