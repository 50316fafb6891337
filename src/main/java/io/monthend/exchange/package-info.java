/**
 * Files in and files out, by the file contract: reads a month's folder into the facts of a run, or
 * says of every bad row why it is refused, and writes the results of a run for people and machines.
 * The close of a folder is put together here. Other modules know nothing of files.
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
      "payroll",
      "closing"
    })
package io.monthend.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
