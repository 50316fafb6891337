/**
 * The shell of the web application: the layout around every page, its languages and its light, the
 * start page, and the pages about pay and evaluation. It shows what the other modules know and
 * decides nothing.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "kernel",
      "rulebook",
      "people",
      "pages",
      "tasks",
      "signin",
      "months",
      "roster",
      "leave",
      "evaluation",
      "payroll",
      "closing",
      "explanation"
    })
package io.monthend.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
