/**
 * The way into PostgreSQL beyond plain SQL: bulk copy in PostgreSQL's own format, and the server
 * itself where none is configured. It knows no table of Monthend's. Connections and transactions
 * stay Spring's.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.monthend.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
