/**
 * The people on the payroll: who they are, what they are employed as, from when to when, and on
 * what base salary. A person counts in a month if the employment touches it. Contracts and dates
 * only: what they cost is decided elsewhere.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "database", "rulebook"})
package io.monthend.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
