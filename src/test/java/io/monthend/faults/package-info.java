/**
 * Everything that can go wrong around a close: processes killed or stopped, a database that ends,
 * stalls, fills its disk or takes no connection, clocks and machines that differ. Each fault ends
 * with the digest of an undisturbed run and needs no hand in the database.
 */
@NullMarked
package io.monthend.faults;

import org.jspecify.annotations.NullMarked;
