/**
 * The monthly evaluation (section E): exams and key figures, the score with its lines, the grade.
 * Rank and last place need everyone and are set on the whole month at once.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "database", "people", "conduct", "rulebook"})
package io.monthend.evaluation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
