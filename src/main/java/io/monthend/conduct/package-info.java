/**
 * Incidents: violations and rewards, recorded by people or derived from attendance (section D).
 * Judging gives each its points, fine, compensation and consequences. Nothing here knows a score or
 * a pay slip.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "database", "people", "attendance", "rulebook"})
package io.monthend.conduct;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
