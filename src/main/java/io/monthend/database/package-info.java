/**
 * The way into PostgreSQL beyond plain SQL: bulk copy in PostgreSQL's own format, and a durable
 * server of our own for installations that name none. The server outlives a crash of the
 * application, is joined by every process on the same data directory and stopped by the last one.
 * It knows no table of Monthend's; connections and transactions are Spring's.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.monthend.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
