/**
 * Who works which shift on which date, and the clock times that makes. A roster that breaks A6 is
 * refused here. A shift belongs to the date it starts on.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "database", "people", "rulebook"})
package io.monthend.roster;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
