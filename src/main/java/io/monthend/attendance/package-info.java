/**
 * From punches to attendance days (section B): matches each punch to a shift and judges in and out
 * against the part of the shift that is due. Facts only, no money and no points. A punch without a
 * shift is kept for review.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {"kernel", "database", "people", "roster", "leave", "rulebook"})
package io.monthend.attendance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
