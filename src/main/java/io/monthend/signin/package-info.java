/**
 * Signing in and out: passwords, sessions, and what every request has to pass. It alone reads the
 * passwords. Denied is whatever no route allows.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "audit", "people", "pages", "rulebook"})
package io.monthend.signin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
