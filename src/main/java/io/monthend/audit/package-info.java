/**
 * The trail of what people did: who, when, to what, on whose behalf. It is only ever added to, in
 * the transaction of the deed itself, and each entry is chained to the one before, so that a later
 * change shows. It holds no pay figures.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "kernel")
package io.monthend.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
