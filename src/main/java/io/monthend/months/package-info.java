/**
 * The state of each pay month, open to paid, the record of every change of it, and the lock that
 * lets one process at a time work on a month. Only closing changes the state. Everyone may ask for
 * it, and whoever writes into the books asks the gate that stands before them.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package io.monthend.months;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
