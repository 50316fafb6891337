/**
 * The words every module speaks: money, the pay month, positions, the sources a figure points at.
 * Values only: nothing here knows a rule, a table or a file. Only {@link io.monthend.kernel.Money}
 * rounds.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.monthend.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
