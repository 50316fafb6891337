/**
 * A company that does not exist, written in the file contract's form: any number of people, any
 * month, the same bytes for the same arguments. It is there for trying the month end out, for tests
 * and for load, and every row it writes is one the import accepts. Each person's month is drawn
 * from a key alone, so a million people need no more memory than one.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.monthend.sample;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
