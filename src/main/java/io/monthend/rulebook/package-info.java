/**
 * The rule book: every number and every choice of the company's rules, with unit and clause, in
 * dated YAML editions. An edition is read into typed records that refuse what they cannot mean,
 * naming the path. The other modules take their numbers from here and hold none of their own.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package io.monthend.rulebook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
