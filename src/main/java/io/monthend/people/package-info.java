/**
 * The people: who is on the payroll, employed as what, from when to when, and on what base salary;
 * and who may sign in, as what. A person counts in a month if the employment touches it. Contracts
 * and dates only: what they cost is decided elsewhere.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "audit", "database", "rulebook"})
package io.monthend.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
