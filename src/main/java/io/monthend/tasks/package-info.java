/**
 * One inbox over every process: who may decide what, who stands in for whom, what was done by whom
 * on whose behalf, and what is next. A process module opens its cases here and says what they are
 * about; here alone it is said whether a person may act on one. The process engine and its tables
 * are set up here too.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {"kernel", "database", "audit", "mail", "people", "pages", "rulebook"})
package io.monthend.tasks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
