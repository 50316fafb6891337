/**
 * Measures a month end as it is used: the command {@code close} in a process of its own, on a
 * company and a database made for it, seen from outside. Beside it stands the floor: the least that
 * the same server needs for the same rows. It knows no rule and changes nothing but what it made.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"database", "sample"})
package io.monthend.bench;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
