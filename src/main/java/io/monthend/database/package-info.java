/**
 * Gives an installation that names no database one of its own: a durable PostgreSQL server on
 * loopback, whose cluster, password and logs lie in one private data directory. The server belongs
 * to that directory, not to a process: whoever opens the directory starts the server, joins it, or
 * adopts it after a crash, and the last one out stops it. Everything is released with the process
 * that held it, so nothing here ever needs cleaning up by hand.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.monthend.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
